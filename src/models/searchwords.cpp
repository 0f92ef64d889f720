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
    }
    return {};
}

QString daysText(const SearchPart &part, QDate today, const QLocale &locale)
{
    const auto day = [&](QDate date) { return plainDateText(date, today, locale); };
    if (!part.first.isValid())
        return Words::tr("Before %1").arg(day(part.end));
    if (!part.end.isValid())
        return Words::tr("From %1").arg(day(part.first));
    return part.first.addDays(1) == part.end ? Words::tr("On %1").arg(day(part.first))
                                             : dateRangeText(part.first, part.end.addDays(-1), locale);
}

} // namespace

QString searchPartText(const SearchPart &part, QDate today, const QLocale &locale)
{
    switch (part.kind) {
    case SearchPart::Kind::Trait:
        return traitText(part);
    case SearchPart::Kind::Days:
        return daysText(part, today, locale);
    case SearchPart::Kind::Text:
        break;
    }
    const QString text = fieldText(part.field).arg(oneLine(part.text, 40));
    return part.excluded ? Words::tr("Not %1").arg(text) : text;
}

QList<SearchWord> searchWords()
{
    return {
        {QStringLiteral("with:"), Words::tr("Name or e-mail address of an invitee or guest")},
        {QStringLiteral("type:"), Words::tr("Event type")},
        {QStringLiteral("host:"), Words::tr("Host")},
        {QStringLiteral("place:"), Words::tr("Place")},
        {QStringLiteral("answer:"), Words::tr("Answer of an invitee")},
        {QStringLiteral("note:"), Words::tr("Your notes")},
        {QStringLiteral("reason:"), Words::tr("Why it was canceled")},
        {QStringLiteral("utm:"), Words::tr("Where the booking came from")},
        {QStringLiteral("is:upcoming"), Words::tr("Still to come")},
        {QStringLiteral("is:past"), Words::tr("Over")},
        {QStringLiteral("is:canceled"), Words::tr("Canceled")},
        {QStringLiteral("is:noshow"), Words::tr("Somebody did not come")},
        {QStringLiteral("is:moved"), Words::tr("Moved to or from another time")},
        {QStringLiteral("is:group"), Words::tr("Group event")},
        {QStringLiteral("before:"), Words::tr("Before a day: 2026, 2026-10, 2026-10-05, today")},
        {QStringLiteral("after:"), Words::tr("After a day")},
        {QStringLiteral("on:"), Words::tr("On a day, in a month or in a year")},
    };
}
