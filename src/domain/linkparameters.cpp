// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkparameters.h"

#include <QRegularExpression>

#include <algorithm>

namespace {

/// In the order in which a link says them.
const QStringList &knownNames()
{
    static const QStringList names = [] {
        QStringList all{QStringLiteral("utm_source"), QStringLiteral("utm_medium"),  QStringLiteral("utm_campaign"), QStringLiteral("utm_content"),
                        QStringLiteral("utm_term"),   QStringLiteral("name"),        QStringLiteral("first_name"),   QStringLiteral("last_name"),
                        QStringLiteral("email"),      QStringLiteral("location"),    QStringLiteral("guests")};
        for (int question = 0; question < mostPrefilledAnswers; ++question)
            all.append(answerName(question));
        return all + QStringList{QStringLiteral("month"), QStringLiteral("date"), QStringLiteral("hide_event_type_details"),
                                 QStringLiteral("hide_landing_page_details"), QStringLiteral("hide_gdpr_banner"), QStringLiteral("background_color"),
                                 QStringLiteral("text_color"), QStringLiteral("primary_color")};
    }();
    return names;
}

bool isChoice(const CustomQuestion &question)
{
    return question.type == QLatin1String("single_select") || question.type == QLatin1String("multi_select");
}

QString nameOf(const QString &pair)
{
    return QUrl::fromPercentEncoding(pair.section(QLatin1Char('='), 0, 0).toUtf8());
}

} // namespace

QUrl withParameters(const QUrl &link, const LinkParameters &parameters)
{
    // Pair by pair, and not with QUrlQuery, which would show what stays in another way than it was written.
    QStringList pairs = link.query(QUrl::FullyEncoded).split(QLatin1Char('&'), Qt::SkipEmptyParts);
    pairs.removeIf([&parameters](const QString &pair) { return parameters.contains(nameOf(pair)); });
    QStringList names = parameters.keys();
    std::stable_sort(names.begin(), names.end(), [](const QString &one, const QString &other) {
        return static_cast<quint64>(knownNames().indexOf(one)) < static_cast<quint64>(knownNames().indexOf(other));
    });
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    for (const QString &name : std::as_const(names)) {
        if (const QString value = parameters.value(name).trimmed(); !value.isEmpty())
            pairs.append(encoded(name) + QLatin1Char('=') + encoded(value));
    }
    QUrl said = link;
    said.setQuery(pairs.isEmpty() ? QString() : pairs.join(QLatin1Char('&')), QUrl::StrictMode);
    return said;
}

QString answerName(int question)
{
    return QStringLiteral("a%1").arg(question + 1);
}

QString answerParameter(const CustomQuestion &question, const QString &answer)
{
    if (!isChoice(question))
        return answer;
    QStringList numbers;
    const QStringList chosen = question.type == QLatin1String("multi_select") ? answer.split(QLatin1Char('\n')) : QStringList{answer};
    for (const QString &choice : chosen) {
        if (const auto index = question.answerChoices.indexOf(choice); index >= 0)
            numbers.append(QString::number(index + 1));
    }
    return numbers.join(QLatin1Char(','));
}

QString answerFrom(const CustomQuestion &question, const QString &parameter)
{
    if (!isChoice(question))
        return parameter;
    QStringList chosen;
    for (const QString &number : parameter.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString choice = question.answerChoices.value(number.toInt() - 1); !choice.isEmpty())
            chosen.append(choice);
    }
    return chosen.join(QLatin1Char('\n'));
}

QString colorParameter(const QString &typed)
{
    static const QRegularExpression hex(QStringLiteral("^#?([0-9a-f]{3}|[0-9a-f]{6})$"));
    const QRegularExpressionMatch match = hex.match(typed.trimmed().toLower());
    const QString digits = match.captured(1);
    if (digits.size() != 3)
        return digits;
    QString doubled;
    for (const QChar digit : digits)
        doubled += QString(2, digit);
    return doubled;
}

LinkParameters worthKeeping(LinkParameters parameters)
{
    for (const char *name : {"name", "first_name", "last_name", "email", "guests", "location", "month", "date"})
        parameters.remove(QLatin1String(name));
    return parameters;
}

QJsonObject toJson(const LinkParameters &parameters)
{
    QJsonObject json;
    for (auto each = parameters.begin(); each != parameters.end(); ++each)
        json.insert(each.key(), each.value());
    return json;
}

LinkParameters linkParametersFrom(const QJsonObject &json)
{
    LinkParameters parameters;
    for (auto each = json.begin(); each != json.end(); ++each) {
        if (each->isString())
            parameters.insert(each.key(), each->toString());
    }
    return parameters;
}
