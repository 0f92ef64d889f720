// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blockcolors.h"
#include "textlines.h"
#include "theme.h"

#include <QHash>
#include <QLocale>
#include <QPalette>
#include <QTimeZone>

struct CalendarEntry;
struct GridBlock;
class QPainter;
class QRect;

/// How a block stands out from the others.
struct BlockLook
{
    bool current = false;
    bool raised = false; ///< lies over others
    bool selected = false; ///< with others
    bool focused = false; ///< the grid has the keyboard
    bool hovered = false;
};

/// Paints meetings as blocks on a time grid: the more of their words the higher they are. Keeps the colours it has
/// found; one painter serves one font and palette.
class BlockPainter
{
public:
    BlockPainter(const QFont &font, const QPalette &palette, Qt::LayoutDirection direction);

    /// What own clocks show, beside which the highest blocks say what those of their people do.
    void setClock(const QTimeZone &zone, const QLocale &locale);
    void paint(QPainter &painter, const QRect &place, const GridBlock &block, const CalendarEntry &entry, const BlockLook &look);
    /// In less than `least` a block cannot be read; in `enough` it can.
    struct Widths
    {
        int least = 0;
        int enough = 0;
    };
    Widths widths() const;

private:
    struct Colors
    {
        BlockColors block;
        StripeColors stripe;
    };
    const Colors &colorsOf(const CalendarEntry &entry);
    QColor color(ColorRole role) const { return themeColor(role, m_palette); }
    QRect mirrored(const QRect &place, const QRect &rect) const; ///< rectangles are laid out from left to right
    void paintShape(QPainter &painter, const QRect &place, const GridBlock &block, const CalendarEntry &entry, const BlockLook &look);
    void paintStripe(QPainter &painter, const QRect &place, const CalendarEntry &entry, const Colors &colors) const;
    void paintRing(QPainter &painter, const QRect &place, const BlockLook &look) const;
    void paintWords(QPainter &painter, const QRect &place, const GridBlock &block, const CalendarEntry &entry, const BlockLook &look);
    void paintLines(QPainter &painter, const QRect &place, const GridBlock &block, const CalendarEntry &entry, const BlockLook &look);
    QRect paintIcons(QPainter &painter, const QRect &place, const QRect &line, const CalendarEntry &entry, const BlockLook &look) const;
    void paintThird(QPainter &painter, const QRect &place, const QRect &line, const CalendarEntry &entry);
    void paintTheirClock(QPainter &painter, const QRect &place, const QRect &line, const CalendarEntry &entry);
    QRect paintSign(QPainter &painter, const QRect &place, const QRect &line, const QString &icon, ColorRole role) const;
    enum Face { Name, Struck, Small, TinyName };
    int paintText(QPainter &painter, const QRect &area, const QString &text, Face face, ColorRole role);
    const QFontMetrics &metrics(Face face) const { return m_lines.metrics(face); }

    QPalette m_palette;
    Qt::LayoutDirection m_direction;
    double m_growth;
    QTimeZone m_zone = QTimeZone::utc();
    QLocale m_locale;
    TextLines m_lines; // by Face
    QHash<QString, Colors> m_colors;
};
