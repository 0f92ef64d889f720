// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"

#include <QStringList>
#include <QTimeZone>

constexpr int periodDays = 14;

/// Which meetings the schedule shows.
struct ScheduleFilter
{
    enum class When { Upcoming, Past, All };

    When when = When::Upcoming;
    int step = 0; ///< periods of `periodDays` from the first one; later ones are positive
    MeetingQuery::Status status = MeetingQuery::Status::Any;
    QUrl eventType;
    QString eventTypeName; ///< of `eventType`, as it is written
    QString text;
    bool operator==(const ScheduleFilter &) const = default;
};

/// First and last day shown; both are included.
struct DayRange
{
    QDate first;
    QDate last;
    bool operator==(const DayRange &) const = default;
};
DayRange daysOf(const ScheduleFilter &filter, QDate today);

/// True when meetings are looked for in everything stored, whatever the period.
inline bool isSearch(const ScheduleFilter &filter)
{
    return !filter.text.trimmed().isEmpty();
}

/// `now`: past meetings end before it.
MeetingQuery queryOf(const ScheduleFilter &filter, const QDateTime &now, const QTimeZone &zone);
/// The period without what narrows it, to say what a filter hides.
ScheduleFilter withoutNarrowing(const ScheduleFilter &filter);
/// Names of what narrows the list, in the user's words.
QStringList narrowingNames(const ScheduleFilter &filter);
QString statusName(MeetingQuery::Status status);
