// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QPainter;

/// Text in one line at the begin of `place`, as the painter's layout has it, but read in its own direction: in a layout from
/// right to left, "3 in a row" would else become "in a row 3".
void drawInOwnDirection(QPainter &painter, const QRect &place, const QString &text);
