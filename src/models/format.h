// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "place.h"

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <chrono>

// How times, lengths, zones and places read, in the user's language and habits. Instants are UTC and shown as a clock in
// the given zone shows them.

QString timeText(const QDateTime &utc, const QTimeZone &zone, const QLocale &locale = QLocale());
/// "13:00–13:45"; where 12 hours are usual "1:00–1:45 PM".
QString timeRangeText(const QDateTime &begin, const QDateTime &end, const QTimeZone &zone, const QLocale &locale = QLocale());
/// "Fri 20 Nov", with the year when it is not this one.
QString shortDateText(QDate date, QDate today, const QLocale &locale = QLocale());
/// "Friday 20 November".
QString longDateText(QDate date, QDate today, const QLocale &locale = QLocale());
/// "20 November": the long date beside a weekday that is already said.
QString dayOfMonthText(QDate date, QDate today, const QLocale &locale = QLocale());
/// "20 Nov", "3 Nov 2025": where the weekday says nothing.
QString plainDateText(QDate date, QDate today, const QLocale &locale = QLocale());
/// "20 Nov – 4 Dec 2026", "16 – 22 Nov 2026": always with the year of the end. Both days are included.
QString dateRangeText(QDate first, QDate last, const QLocale &locale = QLocale());
/// "Fri 20 Nov, 13:00–13:45" in `zone`; of what ends on another day "Mon 16 Nov, 09:00 – Wed 18 Nov, 17:00".
QString dateAndTimesText(const QDateTime &begin, const QDateTime &end, const QTimeZone &zone, const QDateTime &now,
                         const QLocale &locale = QLocale());
/// "12 Nov, 16:20" in `zone`.
QString momentText(const QDateTime &utc, const QTimeZone &zone, const QDateTime &now, const QLocale &locale = QLocale());
/// "Today", "Tomorrow", "Yesterday", else the weekday.
QString relativeDayText(QDate date, QDate today, const QLocale &locale = QLocale());
/// "45 min", "1 h 15 min" with no-break spaces.
QString durationText(std::chrono::minutes length);
/// "40 s", "5 min", "2 h", "3 days" for ages and waits.
QString ageText(std::chrono::seconds age);
/// "+8 h", "−4:30 h", or "same time": how far a clock in `theirs` is ahead of one in `own` at `utc`.
QString zoneDifferenceText(const QTimeZone &theirs, const QTimeZone &own, const QDateTime &utc);
/// "Tokyo, +8 h", "Madrid, same time": `theirs` (an IANA name) beside `own` at `utc`.
QString zoneText(const QString &theirs, const QTimeZone &own, const QDateTime &utc);
/// "CET, UTC+1".
QString zoneAbbreviationText(const QTimeZone &zone, const QDateTime &utc);
/// "21:00", and "06:00 Tue" when `theirs` shows another day than `own`.
QString theirTimeText(const QDateTime &utc, const QTimeZone &theirs, const QTimeZone &own, const QLocale &locale = QLocale());

/// Whether a clock time is unkind to somebody: before 07:00 or from 21:00 on.
enum class DayPart { Early, Day, Late };
DayPart dayPart(QTime clockTime);

QString placeText(const Place &place); ///< short: "Zoom", "Phone", the address' first words
QString placeIconName(const Place &place); ///< a drawing of resources/icons
QString kindText(const EventType &type); ///< "One-on-one", "Round robin" …
QString kindText(EventType::Kind kind);
