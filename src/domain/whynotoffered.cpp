// SPDX-License-Identifier: GPL-3.0-or-later
#include "whynotoffered.h"

#include "timespans.h"
#include "workload.h"
#include "zones.h"

#include <algorithm>

namespace {

using Kind = WhyNotOffered::Kind;

/// Whether the meeting's whole length lies in the hours of `schedule`; they may go on over midnight.
bool isOpen(const TimeRange &wanted, const AvailabilitySchedule &schedule, const QTimeZone &zone)
{
    const QDate date = wallClock(wanted.begin, zone).date();
    const QList<TimeRange> open = united(openHours(schedule, date, 2, zone));
    return std::any_of(open.begin(), open.end(),
                       [&wanted](const TimeRange &range) { return range.begin <= wanted.begin && wanted.end <= range.end; });
}

bool hasOwnRule(const AvailabilitySchedule &schedule, QDate date)
{
    return std::any_of(schedule.rules.begin(), schedule.rules.end(),
                       [date](const AvailabilityRule &rule) { return rule.date.isValid() && rule.date == date; });
}

std::optional<WhyNotOffered> closedHours(const TimeRange &wanted, const OfferFacts &facts)
{
    if (!facts.schedule || isOpen(wanted, *facts.schedule, facts.zone))
        return std::nullopt;
    const QDate date = wallClock(wanted.begin, facts.zone).date();
    WhyNotOffered why;
    why.hours = hoursOn(*facts.schedule, date);
    if (!hasOwnRule(*facts.schedule, date))
        why.kind = Kind::OutsideHours;
    else
        why.kind = why.hours.isEmpty() ? Kind::DayClosed : Kind::OverrideHours;
    return why;
}

std::optional<WhyNotOffered> takenTime(const TimeRange &wanted, const OfferFacts &facts)
{
    for (const OfferFacts::Taken &meeting : facts.meetings) {
        if (meeting.isFull && meeting.range.begin == wanted.begin)
            return WhyNotOffered{.kind = Kind::Full, .taken = meeting.range, .name = meeting.name, .places = meeting.places};
    }
    for (const OfferFacts::Taken &meeting : facts.meetings) {
        if (meeting.range.overlaps(wanted))
            return WhyNotOffered{.kind = Kind::Meeting, .taken = meeting.range, .name = meeting.name};
    }
    for (const BusyTime &busy : facts.busy) {
        if (busy.range.overlaps(wanted))
            return WhyNotOffered{.kind = busy.kind == BusyTime::Kind::Reserved ? Kind::Reserved : Kind::BusyElsewhere, .taken = busy.range};
    }
    return std::nullopt;
}

} // namespace

WhyNotOffered whyNotOffered(const QDateTime &start, const OfferFacts &facts)
{
    const TimeRange wanted{start, start.addSecs(std::chrono::seconds(std::max(facts.length, std::chrono::minutes(1))).count())};
    if (start <= facts.now)
        return {.kind = Kind::Past};
    if (facts.readUntil.isValid() && start >= facts.readUntil)
        return {.kind = Kind::NotRead};
    if (const auto closed = closedHours(wanted, facts))
        return *closed;
    if (const auto taken = takenTime(wanted, facts))
        return *taken;
    const auto touches = [&wanted](const TimeRange &range) { return range.overlaps(wanted); };
    if (std::any_of(facts.busyUnknown.begin(), facts.busyUnknown.end(), touches))
        return {.kind = Kind::BusyUnknown};
    if (facts.firstOffered.isValid() && start < facts.firstOffered)
        return {.kind = Kind::Notice};
    if (facts.lastOffered.isValid() && start > facts.lastOffered)
        return {.kind = Kind::Horizon};
    return {};
}
