// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarow.h"

class QColor;
class QPainter;
class QRect;

/// Paints the sign of `status` in `place`, a square: a dial with a filled sector where the meeting runs, else a drawing
/// of resources/icons. The word for it stands elsewhere.
void paintStatusIcon(QPainter &painter, const QRect &place, StatusWords::Status status, const QColor &color);
