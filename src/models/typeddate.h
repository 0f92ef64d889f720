// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

/// What somebody who types a date means: 2026-10-25, the locale's own ways of writing one, also without the year (then the
/// day nearest to `today`), a year or a year and a month (their first day), today, tomorrow, yesterday, the name of a weekday
/// (the next one), or +3 and -3 for days from today. Null where it is none of these.
QDate typedDate(const QString &text, QDate today, const QLocale &locale = QLocale());
