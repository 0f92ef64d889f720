// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>

/// A wall-clock time found on the UTC line. Qt's own conversion differs between 6.4 and 6.8 where clocks change, so
/// only offsets of UTC instants are asked for here.
struct UtcInstant
{
    QDateTime utc; ///< for a time that does not exist: as if the clock had not been changed yet
    bool inGap = false; ///< the wall clock skips this time
    bool ambiguous = false; ///< the wall clock shows this time twice; `utc` is the first
};

/// The instant at which a clock in `zone` shows `date` and `time`.
UtcInstant toUtc(QDate date, QTime time, const QTimeZone &zone);

/// What a clock in `zone` shows at `utc`, as a date and time with Qt::UTC spec, to be used for display and arithmetic
/// on wall-clock times only.
QDateTime wallClock(const QDateTime &utc, const QTimeZone &zone);

/// The zone that an IANA name stands for; nothing for an empty, odd or unknown name (QTimeZone accepts some of those).
std::optional<QTimeZone> zoneNamed(const QString &ianaName);

/// The zone of somebody whose zone the server names so; UTC where there is no such zone, since any other would be a guess.
QTimeZone zoneOfUser(const QString &ianaName);

/// The zone of this computer; UTC where the system does not know it.
QTimeZone zoneOfSystem();

/// The city part of an IANA name as people write it: "America/New_York" → "New York".
QString cityOf(const QString &ianaName);

/// Midnight at the start of `date` in `zone`, as UTC; the first instant of the day where midnight does not exist.
QDateTime startOfDayUtc(QDate date, const QTimeZone &zone);

/// The next change of clocks after `utc` within `days` days, as UTC instant; null where none.
QDateTime nextClockChange(const QDateTime &utc, const QTimeZone &zone, int days);
