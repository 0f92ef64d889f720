// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blockcolors.h"
#include "monthgridgeometry.h"
#include "textlines.h"
#include "theme.h"

#include <QCoreApplication>
#include <QHash>
#include <QPalette>

struct CalendarEntry;
struct MonthDay;
struct MonthPart;
class QLocale;
class QPainter;

/// How something in a month stands out from the rest.
struct MonthLook
{
    bool current = false;
    bool focused = false; ///< the month has the keyboard
    bool selected = false;
    bool hovered = false;
};

/// Paints the pieces of a month. Keeps the colours and lines of text it has found; one painter serves one font and palette.
class MonthGridPainter
{
    Q_DECLARE_TR_FUNCTIONS(MonthGrid)

public:
    MonthGridPainter(const QFont &font, const QPalette &palette, Qt::LayoutDirection direction);

    void paintHead(QPainter &painter, const QRect &place, const QString &weekday, bool isToday);
    void paintWeekNumber(QPainter &painter, const QRect &place, int number, bool hovered) const;
    /// Ground, edges and number of a day; "Today" beside the number of the one that is.
    void paintDay(QPainter &painter, const QRect &place, const QRect &number, const MonthDay &day, bool isToday, const QLocale &locale,
                  const MonthLook &look);
    void paintMeeting(QPainter &painter, const QRect &place, const MonthPart &part, const CalendarEntry &entry, const MonthLook &look);
    void paintMore(QPainter &painter, const QRect &place, const QString &text, const MonthLook &look);

private:
    struct Colors
    {
        BlockColors block;
        StripeColors stripe;
    };
    const Colors &colorsOf(const CalendarEntry &entry);
    QColor color(ColorRole role) const { return themeColor(role, m_palette); }
    QRect mirrored(const QRect &place, const QRect &rect) const;
    void paintShape(QPainter &painter, const QRect &place, const MonthPart &part, const CalendarEntry &entry, const MonthLook &look);
    QRect paintSigns(QPainter &painter, const QRect &place, const MonthPart &part, const CalendarEntry &entry, const MonthLook &look) const;
    void paintWords(QPainter &painter, const QRect &place, const QRect &room, const MonthPart &part, const CalendarEntry &entry);
    void paintRing(QPainter &painter, const QRectF &place, const MonthLook &look) const;
    enum Face { Strong, Plain, StruckPlain, Tiny, Number, Word };
    void paintText(QPainter &painter, const QRect &place, const QString &text, Face face, ColorRole ink);
    const QFontMetrics &metrics(Face face) const { return m_lines.metrics(face); }

    QPalette m_palette;
    Qt::LayoutDirection m_direction;
    double m_growth;
    TextLines m_lines; // by Face
    QHash<QString, Colors> m_colors;
};
