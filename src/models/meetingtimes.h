// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

// Where a clock alone does not tell when something is.

/// 1 or 2 where a clock in `zone` shows the time of `utc` twice, as `utc` is the first or the second of them; else 0.
int passOf(const QDateTime &utc, const QTimeZone &zone);

/// Whether a clock in `zone` shows one date from `begin` to `end`; midnight at the end belongs to the day before it.
bool isOnOneDay(const QDateTime &begin, const QDateTime &end, const QTimeZone &zone);

/// `times` with "1st" or "2nd" before it where a clock in `zone` shows their `begin` twice.
QString passText(const QString &times, const QDateTime &begin, const QTimeZone &zone);
