// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPalette>

/// Busy time of other calendars: lines at 45° in a 7 px tile on the window's ground, with an edge.
void paintHatch(QPainter &painter, const QRectF &rect, const QPalette &palette);
