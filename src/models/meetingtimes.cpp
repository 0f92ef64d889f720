// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingtimes.h"

#include "dayaxis.h"
#include "zones.h"

#include <algorithm>

int passOf(const QDateTime &utc, const QTimeZone &zone)
{
    // Only near a change of clocks, which is soon known; the rest takes long, and lists ask for hundreds.
    constexpr qint64 near = 4 * 60 * 60;
    const auto offset = [&zone](const QDateTime &at) { return at.secsTo(wallClock(at, zone)); };
    if (offset(utc.addSecs(-near)) == offset(utc.addSecs(near)))
        return 0;
    const QDateTime wall = wallClock(utc, zone);
    const UtcInstant first = toUtc(wall.date(), wall.time(), zone);
    if (!first.ambiguous)
        return 0;
    return utc == first.utc ? 1 : 2;
}

bool isOnOneDay(const QDateTime &begin, const QDateTime &end, const QTimeZone &zone)
{
    return wallClock(begin, zone).date() == wallClock(std::max(begin, end.addMSecs(-1)), zone).date();
}

QString passText(const QString &times, const QDateTime &begin, const QTimeZone &zone)
{
    return passText(times, passOf(begin, zone));
}
