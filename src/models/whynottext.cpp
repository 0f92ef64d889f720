// SPDX-License-Identifier: GPL-3.0-or-later
#include "whynottext.h"

#include "format.h"
#include "plaintext.h"

#include <QCoreApplication>

namespace {

using Kind = WhyNotOffered::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WhyNotText)
};

/// "09:00–12:30, 13:30–17:00" as the schedule's own clock shows them.
QString hoursText(const QList<DayInterval> &hours, const QLocale &locale)
{
    QStringList texts;
    for (const DayInterval &interval : hours) {
        const QDate day(2026, 1, 1);
        texts.append(timeRangeText(QDateTime(day, interval.from, Qt::UTC), QDateTime(day, interval.to, Qt::UTC), QTimeZone::utc(), locale));
    }
    return texts.join(QStringLiteral(", "));
}

/// When the user is busy: by the clock, or all day where that is from one midnight to another.
QString takenText(const TimeRange &taken, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime begin = taken.begin.toTimeZone(zone);
    const QDateTime end = taken.end.toTimeZone(zone);
    const bool wholeDays = begin.time() == QTime(0, 0) && end.time() == QTime(0, 0) && begin.date() < end.date();
    return wholeDays ? Words::tr("all day") : timeRangeText(taken.begin, taken.end, zone, locale);
}

QString outsideText(const WhyNotOffered &why, const OfferFacts &facts, const QLocale &locale)
{
    const QString name = oneLine(facts.schedule->name);
    if (why.hours.isEmpty())
        return Words::tr("Outside the hours of %1: closed on this day.").arg(name);
    return Words::tr("Outside the hours of %1: %2.").arg(name, hoursText(why.hours, locale));
}

} // namespace

QString whyNotText(const WhyNotOffered &why, const OfferFacts &facts, const QTimeZone &zone, const QLocale &locale)
{
    const auto taken = [&] { return takenText(why.taken, zone, locale); };
    switch (why.kind) {
    case Kind::Past:
        return Words::tr("This time has passed.");
    case Kind::NotRead:
        return Words::tr("Sundial asked Calendly for 31 days. This time comes later.");
    case Kind::DayClosed:
        return Words::tr("A date override of %1 closes this day.").arg(oneLine(facts.schedule->name));
    case Kind::OverrideHours:
        return Words::tr("A date override of %1 opens this day only at %2.").arg(oneLine(facts.schedule->name), hoursText(why.hours, locale));
    case Kind::OutsideHours:
        return outsideText(why, facts, locale);
    case Kind::Full:
        return Words::tr("Full: all %n places are taken.", nullptr, why.places);
    case Kind::Meeting:
        return why.name.isEmpty() ? Words::tr("Busy: you have a meeting, %1.").arg(taken())
                                  : Words::tr("Busy: you have %1, %2.").arg(isolated(oneLine(why.name, 60)), taken());
    case Kind::BusyElsewhere:
        return Words::tr("Busy in another calendar, %1.").arg(taken());
    case Kind::Reserved:
        return Words::tr("Reserved by Calendly, %1.").arg(taken());
    case Kind::BusyUnknown:
        return Words::tr("Not known: your busy times could not be read for this time.");
    case Kind::Notice:
        return Words::tr("Most likely too soon: it comes before the first time that Calendly offers. The shortest notice is not told.");
    case Kind::Horizon:
        return Words::tr("Most likely too far ahead: it comes after the last time that Calendly offers.");
    case Kind::Unknown:
        break;
    }
    if (facts.othersHost)
        return Words::tr("Not known: the hours of the other hosts count as well, and Calendly does not tell them here.");
    if (!facts.schedule)
        return Words::tr("Not known: Calendly does not say which hours this event type keeps.");
    return Words::tr("Not known: it is open and free. Buffers, start times or a limit of the event type may be the reason.");
}
