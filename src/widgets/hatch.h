// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPalette>

enum class HatchOf { OtherCalendars, Colleague };

/// Busy time: lines at 45° in a 7 px tile on the window's ground, with an edge. Those of a colleague fall instead of rising,
/// and have a tint.
void paintHatch(QPainter &painter, const QRectF &rect, const QPalette &palette, HatchOf whose = HatchOf::OtherCalendars);
