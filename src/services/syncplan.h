// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timerange.h"

#include <QList>
#include <QTimeZone>

/// The end of what lies ahead: no meeting starts later.
QDateTime endOfTime();

/// The week, Monday to Monday, that a calendar in `zone` shows at `now`.
TimeRange weekAround(const QDateTime &now, const QTimeZone &zone);

/// What of `range` is not in `covered`, in order.
QList<TimeRange> uncovered(const TimeRange &range, const QList<TimeRange> &covered);

/// The time from `begin` on in stretches that can be read side by side: what comes soon is small and comes first.
QList<TimeRange> futureParts(const QDateTime &begin, const QDateTime &now);

/// The two years before `now`, but nothing before `horizon`, in stretches of so many days, newest first, without what is
/// covered.
QList<TimeRange> pastParts(const QDateTime &now, const QList<TimeRange> &covered, int daysOfPart, const QDateTime &horizon = {});

/// What of `range` does not lie before `horizon`; empty where all of it does.
TimeRange keptPart(const TimeRange &range, const QDateTime &horizon);

/// How many days one request holds where `meetings` were found in `range`: a month where there are many, half a year where
/// there are few, since each request is one of the account's calls a minute.
int daysOfPart(int meetings, const TimeRange &range);
