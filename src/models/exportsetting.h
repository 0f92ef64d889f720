// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

enum class ExportFormat { Csv, Json, Calendar, Markdown };

/// What is written of meetings, and how.
struct ExportSetting
{
    QDateTime now; ///< UTC
    QTimeZone zone = QTimeZone::utc(); ///< own
    QLocale locale;
    bool people = true; ///< names and e-mail addresses of invitees and guests
    bool answers = true; ///< to the questions of the booking page
    bool origin = true; ///< where bookings came from (utm)
    QDateTime keptSince{}; ///< what ended before (UTC) is not kept; null: everything is
};
