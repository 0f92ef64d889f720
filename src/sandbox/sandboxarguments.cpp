// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxarguments.h"

#include "worldjson.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QTimeZone>

#include <limits>

namespace {

/// Reads options one by one and keeps the first thing that is wrong with them.
class ArgumentReader
{
public:
    explicit ArgumentReader(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    template <typename Number> void number(const QString &name, Number &into, qint64 least, qint64 most)
    {
        if (!m_parser.isSet(name))
            return;
        bool isNumber = false;
        const qint64 value = m_parser.value(name).toLongLong(&isNumber);
        if (!isNumber || value < least || value > most)
            refuse(QStringLiteral("--%1 needs a whole number from %2 to %3.").arg(name).arg(least).arg(most));
        else
            into = Number(value);
    }

    void faults(QList<sandbox::FaultRule> &into)
    {
        const QStringList texts = m_parser.values(QStringLiteral("fault"));
        for (const QString &text : texts) {
            const auto rule = sandbox::parseFaultRule(text);
            if (rule)
                into += *rule;
            else
                refuse(QStringLiteral("--fault: %1.").arg(rule.error().message));
        }
    }

    void now(Clock &into)
    {
        const QString name = QStringLiteral("now");
        if (!m_parser.isSet(name))
            return;
        const auto start = timeFromText(m_parser.value(name));
        if (!start)
            return refuse(QStringLiteral("--now needs a UTC time like 2026-01-31T09:00:00Z."));
        QElapsedTimer since;
        since.start();
        into = [start = *start, since] {
            return QDateTime::fromMSecsSinceEpoch(start + since.elapsed(), QTimeZone::utc());
        };
    }

    QString problem() const { return m_problem; }

private:
    void refuse(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    const QCommandLineParser &m_parser;
    QString m_problem;
};

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("A local Calendly on the loopback address: API, sign-in and public pages on one port.\n"
                       "Each person of its data has the token pat-<slug>-<seed>, e.g. pat-mara-1. Programs sign in as\n"
                       "sundial-demo (native, PKCE) or sundial-web (secret sundial-web-secret)."));
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Says what there is to say.")});
    const auto number = QStringLiteral("number");
    const auto seconds = QStringLiteral("seconds");
    parser.addOptions(
        {{QStringLiteral("port"), QStringLiteral("Port to listen on; 0 takes any free one."), number,
          QStringLiteral("0")},
         {QStringLiteral("seed"), QStringLiteral("The same seed makes the same data on the same day."), number},
         {QStringLiteral("meetings"), QStringLiteral("How many meetings there are."), number},
         {QStringLiteral("now"), QStringLiteral("The time at the start, in UTC."), QStringLiteral("time")},
         {QStringLiteral("token-lifetime"), QStringLiteral("How long access tokens live."), seconds},
         {QStringLiteral("code-lifetime"), QStringLiteral("How long authorization codes live."), seconds},
         {QStringLiteral("rate-limit"), QStringLiteral("Requests a minute and person; 0 for no limits."), number},
         {QStringLiteral("fault"), sandbox::faultGrammar(), QStringLiteral("fault")}});
}

QString firstProblem(const QCommandLineParser &parser, SandboxOptions &options)
{
    ArgumentReader reader(parser);
    constexpr qint64 year = 366 * 24 * 60 * 60;
    reader.number(QStringLiteral("port"), options.port, 0, std::numeric_limits<quint16>::max());
    reader.number(QStringLiteral("seed"), options.seed, 0, std::numeric_limits<quint32>::max());
    reader.number(QStringLiteral("meetings"), options.meetings, 0, 1000000);
    reader.number(QStringLiteral("token-lifetime"), options.tokenLifetime, 1, year);
    reader.number(QStringLiteral("code-lifetime"), options.codeLifetime, 1, year);
    reader.number(QStringLiteral("rate-limit"), options.rateLimit, 0, 1000000);
    reader.now(options.nowClock);
    reader.faults(options.faults);
    if (!parser.positionalArguments().isEmpty())
        return QStringLiteral("\"%1\" is not an option.").arg(parser.positionalArguments().constFirst());
    return reader.problem();
}

} // namespace

SandboxArguments readSandboxArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    SandboxArguments read;
    const bool parsed = parser.parse(arguments);
    if (parsed && parser.isSet(QStringLiteral("help")))
        return {.options = {}, .exitCode = 0, .text = parser.helpText()};
    const QString problem = parsed ? firstProblem(parser, read.options) : parser.errorText();
    if (!problem.isEmpty()) {
        read.exitCode = 2;
        read.text = QStringLiteral("sundial-sandbox: %1").arg(problem);
    }
    return read;
}
