// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QStyleOptionViewItem>

// What rows of a list have in common, whatever they say: ground, selection, hair line, focus frame, stripe.

/// Ground of one cell of a row: plain, pointer over, or selected; with the hair line below, the 3 px bar at the beginning
/// of a selected row and the 1 px frame around the `current` one while the list has the focus. `first` and `last`: whether
/// the cell begins or ends the row.
void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, bool first, bool last, bool current);

/// The stripe of an event type, 4 px wide and `height` high, its left edge at `x` and centred in `row`; dashed where what
/// it stands for is off or canceled.
void paintStripe(QPainter &painter, int x, const QRect &row, int height, const QString &serverColor, bool dashed, const QPalette &palette);

/// Two lines of text (the second may be empty), elided, centred in `area`: the first in `font`, the second one size smaller.
void paintTwoLines(QPainter &painter, const QRect &area, const QString &first, const QFont &firstFont, const QColor &firstColor,
                   const QString &second, const QFont &secondFont, const QColor &secondColor);

/// What the head of a group of rows says.
struct GroupWords
{
    QString title;
    QString detail; ///< beside the title
    QString facts; ///< at the end
};

/// The head of a group over the whole width of `option`, its words `edge` from the beginning and `factsEdge` from the end.
void paintGroupRow(QPainter &painter, const QStyleOptionViewItem &option, const GroupWords &words, const QFont &detailFont, int edge, int factsEdge);

/// The height of the head of a group in `base`.
int groupRowHeight(const QFont &base);

/// The height that a row of two lines needs in `base`, the application's font (lines plus 10).
int twoLineRowHeight(const QFont &base);
