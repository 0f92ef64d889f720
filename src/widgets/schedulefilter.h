// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"

#include <QJsonObject>
#include <QStringList>
#include <QTimeZone>

constexpr int periodDays = 14;
constexpr int mostHits = 200; ///< of a search without days; who looks for more types more

/// Which meetings the schedule shows.
struct ScheduleFilter
{
    enum class When { Upcoming, Past, All };

    When when = When::Upcoming;
    int step = 0; ///< periods of `periodDays` from the first one; later ones are positive
    MeetingQuery::Status status = MeetingQuery::Status::Any;
    QUrl eventType;
    QString eventTypeName; ///< of `eventType`, as it is written
    QUrl host;
    QString hostName; ///< of `host`, as it is written
    QString text; ///< as it is typed into the search field
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
bool isSearch(const ScheduleFilter &filter);

/// `now`: past meetings end before it.
MeetingQuery queryOf(const ScheduleFilter &filter, const QDateTime &now, const QTimeZone &zone);
/// The period without what narrows it, to say what a filter hides.
ScheduleFilter withoutNarrowing(const ScheduleFilter &filter);
/// Active meetings may be missing in what the filter lets through of a day.
bool hidesActive(const ScheduleFilter &filter);
/// For the active meetings of the same time as `shown`, which the filter hides or not.
MeetingQuery hiddenBy(const ScheduleFilter &filter, const MeetingQuery &shown);
/// For the active meetings of the days around `meeting`, which it may overlap or stand in a row with, itself among them.
MeetingQuery activeAround(const Meeting &meeting, const QTimeZone &zone);
/// Names of what narrows the list, in the user's words.
QStringList narrowingNames(const ScheduleFilter &filter);
QString hostText(const ScheduleFilter &filter); ///< the host's name, as far as it is known
QString statusName(MeetingQuery::Status status);

/// A filter as it is kept under a name: without the period's steps.
QJsonObject toJson(const ScheduleFilter &filter);
ScheduleFilter filterFromJson(const QJsonObject &json);
