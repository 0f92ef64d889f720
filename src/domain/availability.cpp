// SPDX-License-Identifier: GPL-3.0-or-later
#include "availability.h"

#include <algorithm>

QList<DayInterval> hoursOn(const AvailabilitySchedule &schedule, QDate date)
{
    QList<DayInterval> ofWeekday;
    QList<DayInterval> ofDate;
    bool dateHasRule = false;
    for (const AvailabilityRule &rule : schedule.rules) {
        if (rule.date.isValid() && rule.date == date) {
            dateHasRule = true;
            ofDate += rule.intervals;
        } else if (!rule.date.isValid() && date.isValid() && rule.weekday == date.dayOfWeek()) {
            ofWeekday += rule.intervals;
        }
    }
    QList<DayInterval> hours = dateHasRule ? ofDate : ofWeekday;
    std::sort(hours.begin(), hours.end(), [](const DayInterval &a, const DayInterval &b) { return a.from < b.from; });
    return hours;
}
