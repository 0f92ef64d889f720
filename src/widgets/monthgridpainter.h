// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blockcolors.h"
#include "monthgridgeometry.h"
#include "theme.h"

#include <QCoreApplication>
#include <QFont>
#include <QFontMetrics>
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

/// Paints the pieces of a month. Keeps the colours it has found; one painter serves one font and palette.
class MonthGridPainter
{
    Q_DECLARE_TR_FUNCTIONS(MonthGrid)

public:
    MonthGridPainter(const QFont &font, const QPalette &palette, Qt::LayoutDirection direction);

    void paintHead(QPainter &painter, const QRect &place, const QString &weekday, bool isToday) const;
    void paintWeekNumber(QPainter &painter, const QRect &place, int number, bool hovered) const;
    /// Ground, edges and number of a day; "Today" beside the number of the one that is.
    void paintDay(QPainter &painter, const QRect &place, const QRect &number, const MonthDay &day, bool isToday, const QLocale &locale,
                  const MonthLook &look) const;
    void paintMeeting(QPainter &painter, const QRect &place, const MonthPart &part, const CalendarEntry &entry, const MonthLook &look);
    void paintMore(QPainter &painter, const QRect &place, const QString &text, const MonthLook &look) const;

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
    void paintText(QPainter &painter, const QRect &place, const QString &text, const QFont &font, const QFontMetrics &metrics, const QColor &ink) const;
    int timeWidth(const QString &text);

    QPalette m_palette;
    Qt::LayoutDirection m_direction;
    double m_growth;
    QFont m_strong; // names of meetings
    QFont m_plain; // of those that are over
    QFont m_struck;
    QFont m_tiny;
    QFont m_number;
    QFont m_word;
    QFontMetrics m_strongMetrics;
    QFontMetrics m_plainMetrics;
    QFontMetrics m_tinyMetrics;
    QFontMetrics m_numberMetrics;
    QFontMetrics m_wordMetrics;
    QHash<QString, Colors> m_colors;
    QHash<QString, int> m_timeWidths;
};
