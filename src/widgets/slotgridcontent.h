// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "slotboard.h"
#include "slotlook.h"

#include <QLocale>
#include <QString>

#include <functional>

/// What a slot grid shows.
struct SlotGridContent
{
    SlotBoard board;
    QDateTime now;
    QTimeZone zone = QTimeZone::utc(); ///< of the rows
    QTimeZone theirs = QTimeZone::utc(); ///< of the recipient
    QString theirCity; ///< "Tokyo"
    QLocale locale;
    std::function<SlotLook(const QDateTime &start)> look; ///< of what is not open; asked while painting
    std::function<QString(const QDateTime &start)> reason; ///< why it is not open, in one line
};
