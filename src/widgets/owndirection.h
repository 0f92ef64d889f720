// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QPainter;

/// Text in one line at the begin of `place`, as the painter's layout has it, but read in its own direction: in a layout from
/// right to left, "3 in a row" would else become "in a row 3".
void drawInOwnDirection(QPainter &painter, const QRect &place, const QString &text);

/// `text` for a style or a delegate that paints everything in the direction of the layout: fenced where it runs the other way,
/// else as it is. For painting only, since the fence is made of characters.
QString inOwnDirection(const QString &text, Qt::LayoutDirection layout);
