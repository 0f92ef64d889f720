// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

// Lines of iCalendar (RFC 5545).

/// `line` ended and folded so that no part is longer than 75 octets; no letter is cut.
QByteArray calendarLine(const QByteArray &line);

/// Foreign text as the value of a TEXT property.
QByteArray calendarText(const QString &foreign);

/// Foreign text as the value of a parameter, in quotes.
QByteArray calendarParameter(const QString &foreign);
