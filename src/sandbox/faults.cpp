// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults.h"

#include <QHash>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace sandbox {

namespace {

Unexpected badFault(const QString &why)
{
    return Unexpected(Error{.kind = Error::Kind::Refused, .message = why});
}

std::optional<Fault::Kind> plainKind(const QString &name)
{
    static const QHash<QString, Fault::Kind> kinds{
        {QStringLiteral("drop"), Fault::Kind::Drop},
        {QStringLiteral("hang"), Fault::Kind::Hang},
        {QStringLiteral("lost"), Fault::Kind::Lost},
        {QStringLiteral("empty"), Fault::Kind::Empty},
        {QStringLiteral("truncate"), Fault::Kind::Truncate},
        {QStringLiteral("html"), Fault::Kind::Html},
        {QStringLiteral("notjson"), Fault::Kind::NotJson},
        {QStringLiteral("foreign-next"), Fault::Kind::ForeignNext},
        {QStringLiteral("endless"), Fault::Kind::Endless},
        {QStringLiteral("self-next"), Fault::Kind::SelfNext},
        {QStringLiteral("expired-token"), Fault::Kind::ExpiredToken},
        {QStringLiteral("revoked-grant"), Fault::Kind::RevokedGrant},
    };
    const auto found = kinds.constFind(name);
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

/// "503" or "503:Retry-After=3:X-Other=1".
Result<Fault> parseStatus(const QString &text)
{
    const QStringList parts = text.split(u':');
    bool isNumber = false;
    Fault fault{.kind = Fault::Kind::Status, .status = parts.first().toInt(&isNumber)};
    if (!isNumber || fault.status < 200 || fault.status > 599)
        return badFault(QStringLiteral("\"%1\" is not a status between 200 and 599").arg(parts.first()));
    for (const QString &part : parts.mid(1)) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 1)
            return badFault(QStringLiteral("\"%1\" is not a header written as Name=value").arg(part));
        fault.headers.emplaceBack(part.left(equals).toLatin1(), part.mid(equals + 1).toLatin1());
    }
    return fault;
}

/// Faults with a number behind the colon: a wait in milliseconds, or the seconds of a 429.
Result<Fault> parseTimed(const QString &name, const QString &number)
{
    bool isNumber = false;
    const int value = number.toInt(&isNumber);
    if (!isNumber || value < 0)
        return badFault(QStringLiteral("\"%1\" after \"%2:\" is not a number").arg(number, name));
    if (name == QLatin1String("429"))
        return Fault{.kind = Fault::Kind::TooMany, .status = 429, .wait = std::chrono::seconds(value)};
    return Fault{.kind = name == QLatin1String("late") ? Fault::Kind::Late : Fault::Kind::Delay,
                 .wait = std::chrono::milliseconds(value)};
}

} // namespace

bool FaultRule::matches(const QString &requestMethod, const QString &requestPath) const
{
    if (!method.isEmpty() && method != requestMethod)
        return false;
    const QString pattern = QRegularExpression::escape(path).replace(QLatin1String("\\*"), QLatin1String(".*"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(requestPath).hasMatch();
}

Result<Fault> parseFault(const QString &text)
{
    if (const auto kind = plainKind(text))
        return Fault{.kind = *kind};
    const qsizetype colon = text.indexOf(u':');
    const QString name = text.left(colon);
    const QString rest = colon < 0 ? QString() : text.mid(colon + 1);
    if (name == QLatin1String("429"))
        return parseTimed(name, colon < 0 ? QStringLiteral("60") : rest);
    if (name == QLatin1String("delay") || name == QLatin1String("late"))
        return parseTimed(name, rest);
    if (name == QLatin1String("status"))
        return parseStatus(rest);
    if (name == QLatin1String("type") && !rest.isEmpty())
        return Fault{.kind = Fault::Kind::ContentType, .text = rest};
    if (name == QLatin1String("null") && !rest.isEmpty())
        return Fault{.kind = Fault::Kind::Null, .text = rest};
    if (name == QLatin1String("redirect") && !rest.isEmpty())
        return Fault{.kind = Fault::Kind::Redirect, .text = rest};
    if (!text.isEmpty() && text.at(0).isDigit())
        return parseStatus(text);
    return badFault(QStringLiteral("\"%1\" is not a fault").arg(text));
}

Result<FaultRule> parseFaultRule(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QString where = text.left(equals).trimmed();
    if (equals < 1 || where.isEmpty())
        return badFault(QStringLiteral("\"%1\" is not written as [METHOD ]PATH=FAULT").arg(text));

    FaultRule rule;
    const qsizetype blank = where.indexOf(u' ');
    rule.method = blank < 0 ? QString() : where.left(blank).toUpper();
    rule.path = where.mid(blank + 1).trimmed();
    if (!rule.path.startsWith(u'/') && !rule.path.startsWith(u'*'))
        return badFault(QStringLiteral("the path in \"%1\" does not begin with a slash").arg(text));

    static const QRegularExpression ending(
        QStringLiteral("^(?<fault>.*?)(?:\\*(?<times>[1-9][0-9]{0,5}))?(?:@(?<odds>[01](?:\\.[0-9]+)?))?$"));
    const auto match = ending.match(text.mid(equals + 1).trimmed());
    const Result<Fault> fault = parseFault(match.captured(QStringLiteral("fault")));
    if (!fault)
        return Unexpected(fault.error());
    rule.fault = *fault;
    if (!match.captured(QStringLiteral("times")).isEmpty())
        rule.times = match.captured(QStringLiteral("times")).toInt();
    if (!match.captured(QStringLiteral("odds")).isEmpty())
        rule.probability = match.captured(QStringLiteral("odds")).toDouble();
    return rule;
}

QString faultGrammar()
{
    return QStringLiteral(
        "[METHOD ]PATH=FAULT[*TIMES][@PROBABILITY], an asterisk in PATH stands for any text; FAULT is a status (500), "
        "status:503:Retry-After=3, 429:SECONDS, drop, hang, lost, delay:MS, late:MS, empty, truncate, html, notjson, "
        "type:text/plain, redirect:URL, null:FIELD, foreign-next, endless, self-next, expired-token or revoked-grant.");
}

void Faults::add(FaultRule rule)
{
    m_rules.prepend(std::move(rule));
}

std::optional<Fault> Faults::take(const QString &method, const QString &path)
{
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        FaultRule &rule = m_rules[i];
        if (!rule.matches(method, path))
            continue;
        if (rule.probability < 1 && QRandomGenerator::global()->generateDouble() >= rule.probability)
            continue;
        const Fault fault = rule.fault;
        if (rule.times > 0 && --rule.times == 0)
            m_rules.removeAt(i);
        return fault;
    }
    return std::nullopt;
}

} // namespace sandbox
