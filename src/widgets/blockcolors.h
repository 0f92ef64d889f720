// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QString;

/// What a meeting is painted with in the grids of days and months: the colour of its event type, which may be anything,
/// made so weak that text stays readable on it.
struct BlockColors
{
    QColor ground;
    QColor edge;
};

/// `serverColor` over the surface; weaker where the meeting is over. In a high-contrast palette of the system the plain
/// surface with an edge.
BlockColors blockColors(const QString &serverColor, bool past, const QPalette &palette);
