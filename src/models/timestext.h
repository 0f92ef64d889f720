// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"

#include <QList>
#include <QLocale>
#include <QString>
#include <QTimeZone>
#include <QUrl>

#include <chrono>

/// How chosen times read as text.
enum class TimesStyle {
    Formal, ///< a sentence, then a line for each day
    Short, ///< one paragraph
    List, ///< a line for each time
};

/// What is said beside the times.
struct TimesSetting
{
    TimesStyle style = TimesStyle::Formal;
    QDateTime now;
    QString zone; ///< the recipient's, IANA name
    QLocale locale;
    QString typeName; ///< foreign text
    std::chrono::minutes length{30};
    QUrl otherTimes; ///< of the last line; empty: no such line
};

/// Chosen times as they are put on the clipboard, in both forms at once.
struct TimesText
{
    QString plain;
    QString html; ///< each time is a link to exactly this time
};

/// `times` in order as a clock in the recipient's zone shows them. A time that this clock shows twice says which one is
/// meant, and a zone whose clocks change in between says both differences.
TimesText timesText(const QList<OpenTime> &times, const TimesSetting &setting);

/// "Tokyo (UTC+9)"; with two differences where clocks change between the first and the last of `times`.
QString zoneSentence(const QString &zone, const QList<OpenTime> &times, const QDateTime &now, const QLocale &locale);
