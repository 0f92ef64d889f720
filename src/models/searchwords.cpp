// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchwords.h"

#include "format.h"
#include "plaintext.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SearchWords)
};

using Field = SearchPart::Field;
using Trait = SearchPart::Trait;

QString fieldText(Field field)
{
    switch (field) {
    case Field::Any:
        return Words::tr("“%1”");
    case Field::Title:
        return Words::tr("Title: %1");
    case Field::With:
        return Words::tr("With: %1");
    case Field::Host:
        return Words::tr("Host: %1");
    case Field::Type:
        return Words::tr("Type: %1");
    case Field::Place:
        return Words::tr("Place: %1");
    case Field::Answer:
        return Words::tr("Answer: %1");
    case Field::Utm:
        return Words::tr("UTM: %1");
    case Field::Reason:
        return Words::tr("Reason: %1");
    case Field::Note:
        return Words::tr("Note: %1");
    }
    return {};
}

QString traitText(const SearchPart &part)
{
    const auto either = [&part](const QString &is, const QString &isNot) { return part.excluded ? isNot : is; };
    switch (part.trait) {
    case Trait::Active:
        return either(Words::tr("Active"), Words::tr("Not active"));
    case Trait::Canceled:
        return either(Words::tr("Canceled"), Words::tr("Not canceled"));
    case Trait::Past:
        return either(Words::tr("Past"), Words::tr("Not past"));
    case Trait::Upcoming:
        return either(Words::tr("Upcoming"), Words::tr("Not upcoming"));
    case Trait::NoShow:
        return either(Words::tr("No-show"), Words::tr("Without no-show"));
    case Trait::Moved:
        return either(Words::tr("Moved"), Words::tr("Not moved"));
    case Trait::Group:
        return either(Words::tr("Group"), Words::tr("Not a group"));
    case Trait::CalledOff:
        return either(Words::tr("Canceled, not moved"), Words::tr("Not canceled, or moved"));
    case Trait::CanceledByHost:
        return either(Words::tr("Canceled by the host"), Words::tr("Not canceled by the host"));
    case Trait::CanceledByInvitee:
        return either(Words::tr("Canceled by the invitee"), Words::tr("Not canceled by the invitee"));
    case Trait::CanceledByUnknown:
        return either(Words::tr("Canceled, not known by whom"), Words::tr("Not canceled by somebody unknown"));
    case Trait::MovedAway:
        return either(Words::tr("Moved to another time"), Words::tr("Not moved to another time"));
    }
    return {};
}

QString daysText(const SearchPart &part, QDate today, const QLocale &locale)
{
    const auto day = [&](QDate date) { return plainDateText(date, today, locale); };
    if (part.excluded) {
        return part.first.addDays(1) == part.end ? Words::tr("Not on %1").arg(day(part.first))
                                                 : Words::tr("Not %1").arg(dateRangeText(part.first, part.end.addDays(-1), locale));
    }
    if (!part.first.isValid())
        return Words::tr("Before %1").arg(day(part.end));
    if (!part.end.isValid())
        return Words::tr("From %1").arg(day(part.first));
    return part.first.addDays(1) == part.end ? Words::tr("On %1").arg(day(part.first))
                                             : dateRangeText(part.first, part.end.addDays(-1), locale);
}

QString leadText(const SearchPart &part)
{
    if (part.behind < 0)
        return Words::tr("Booked %1 days ahead or more").arg(part.number);
    if (part.number == 0)
        return part.behind == 1 ? Words::tr("Booked less than a day ahead") : Words::tr("Booked less than %1 days ahead").arg(part.behind);
    return Words::tr("Booked %1 to %2 days ahead").arg(part.number).arg(part.behind);
}

QString hoursText(const SearchPart &part, const QLocale &locale)
{
    const auto hour = [&locale](int number) {
        return timeText(QDateTime(QDate(2000, 1, 1), QTime(number % 24, 0), Qt::UTC), QTimeZone::utc(), locale);
    };
    return Words::tr("Begins %1–%2").arg(hour(part.number), hour(part.behind));
}

QString sourceText(const SearchPart &part)
{
    const QString name = oneLine(part.text, 40);
    if (part.kind == SearchPart::Kind::Campaign)
        return Words::tr("Campaign: %1").arg(name);
    return name.isEmpty() ? Words::tr("Without a source") : Words::tr("Source: %1").arg(name);
}

/// What a filter asks for, without saying whether it is excluded.
QString figureText(const SearchPart &part, const QLocale &locale)
{
    switch (part.kind) {
    case SearchPart::Kind::Weekday:
        return locale.standaloneDayName(part.number);
    case SearchPart::Kind::Hours:
        return hoursText(part, locale);
    case SearchPart::Kind::Lead:
        return leadText(part);
    case SearchPart::Kind::Source:
    case SearchPart::Kind::Campaign:
        return sourceText(part);
    case SearchPart::Kind::Zone:
        return Words::tr("Time zone: %1").arg(oneLine(QString(part.text).replace(QLatin1Char('_'), QLatin1Char(' ')), 40));
    default:
        return fieldText(part.field).arg(oneLine(part.text, 40));
    }
}

} // namespace

QString searchPartText(const SearchPart &part, QDate today, const QLocale &locale)
{
    switch (part.kind) {
    case SearchPart::Kind::Trait:
        return traitText(part);
    case SearchPart::Kind::Days:
        return daysText(part, today, locale);
    default:
        break;
    }
    const QString text = figureText(part, locale);
    return part.excluded ? Words::tr("Not %1").arg(text) : text;
}

QString notUnderstoodText(const SearchQuery &query)
{
    QStringList parts;
    for (const SearchPart &part : query.notUnderstood)
        parts.append(oneLine(part.text, 40));
    return parts.isEmpty() ? QString() : Words::tr("not understood: %1").arg(isolated(parts.join(QLatin1Char(' '))));
}

QList<SearchWord> searchWords()
{
    return {
        {QStringLiteral("with:"), Words::tr("Name or e-mail address of an invitee or guest")},
        {QStringLiteral("type:"), Words::tr("Event type")},
        {QStringLiteral("host:"), Words::tr("Host")},
        {QStringLiteral("place:"), Words::tr("Place")},
        {QStringLiteral("answer:"), Words::tr("Answer of an invitee")},
        {QStringLiteral("zone:"), Words::tr("Time zone of an invitee: tokyo, europe")},
        {QStringLiteral("note:"), Words::tr("Your notes")},
        {QStringLiteral("reason:"), Words::tr("Why it was canceled")},
        {QStringLiteral("utm:"), Words::tr("Where the booking came from")},
        {QStringLiteral("source:"), Words::tr("UTM source: newsletter, or none")},
        {QStringLiteral("campaign:"), Words::tr("UTM campaign")},
        {QStringLiteral("is:upcoming"), Words::tr("Still to come")},
        {QStringLiteral("is:past"), Words::tr("Over")},
        {QStringLiteral("is:canceled"), Words::tr("Canceled")},
        {QStringLiteral("is:noshow"), Words::tr("Somebody did not come")},
        {QStringLiteral("is:moved"), Words::tr("Moved to or from another time")},
        {QStringLiteral("is:called-off"), Words::tr("Canceled, and not for another time")},
        {QStringLiteral("is:canceled-by-host"), Words::tr("Canceled by the host")},
        {QStringLiteral("is:canceled-by-invitee"), Words::tr("Canceled by the invitee")},
        {QStringLiteral("is:moved-away"), Words::tr("Moved to another time")},
        {QStringLiteral("is:group"), Words::tr("Group event")},
        {QStringLiteral("before:"), Words::tr("Before a day: 2026, 2026-10, 2026-10-05, today")},
        {QStringLiteral("after:"), Words::tr("After a day")},
        {QStringLiteral("on:"), Words::tr("On a day, in a month or in a year; 2026-10-05..2026-10-09")},
        {QStringLiteral("weekday:"), Words::tr("On a weekday: mon, tue, wed …")},
        {QStringLiteral("hour:"), Words::tr("Begins within these hours: 9 or 9-12")},
        {QStringLiteral("lead:"), Words::tr("Booked so many days ahead: 0-1, 7-14, 28-")},
    };
}
