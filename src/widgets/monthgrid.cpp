// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthgridparts.h"

#include "monthgridpainter.h"
#include "monthgridwords.h"
#include "paintedcellsaccessible.h"
#include "zones.h"

#include <QEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>

namespace {

constexpr int daysOfWeek = MonthGridGeometry::daysOfWeek;

} // namespace

MonthGrid::MonthGrid(QWidget *parent) : CalendarGrid(tr("Meetings by month"), parent), m_shown(std::make_unique<Shown>()) { }

MonthGrid::~MonthGrid() = default;

void MonthGrid::present(const MonthContent &content)
{
    if (content == m_shown->content)
        return;
    const QStringList before = m_shown->cells.keys();
    if (content.month != m_shown->content.month)
        m_press.reset(); // its day is no longer there
    m_shown->content = content;
    m_shown->today = wallClock(content.now, content.zone).date();
    layOut();
    MarkedMeetings marks = m_marked;
    marks.setMeetings(meetingsOf(content.entries));
    changeMarks(marks);
    keepCurrent();
    m_visibleTimer.start();
    if (before != m_shown->cells.keys())
        PaintedCellsAccessible::tellChanged(this);
}

/// Everything in its place; needed again whenever the content, the size or the font changes.
void MonthGrid::layOut()
{
    Shown &shown = *m_shown;
    const MonthContent &content = shown.content;
    if (!content.month.isValid())
        return;
    m_hovered = {}; // its part may be another one, or none, from here on
    shown.geometry = MonthGridGeometry(size(), font(), weeksOfMonth(content.month, content.firstDayOfWeek), isRightToLeft());
    shown.layout = monthLayout(content.entries, content.month, content.firstDayOfWeek, content.zone, shown.geometry.rows());
    shown.cells = MonthGridCells(content, shown.layout);
    const int room = height() - shown.geometry.headHeight();
    verticalScrollBar()->setRange(0, std::max(0, shown.geometry.height() - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(std::max(1, shown.geometry.height() / std::max(1, shown.layout.weeks()) / 2));
    hover(m_pointer);
    viewport()->update();
}

QPoint MonthGrid::origin() const
{
    return {0, m_shown->geometry.headHeight() - verticalScrollBar()->value()};
}

MonthGrid::Hit MonthGrid::hitAt(const QPoint &position) const
{
    const MonthGridGeometry &geometry = m_shown->geometry;
    if (m_shown->layout.days.isEmpty() || !viewport()->rect().contains(position))
        return {};
    if (position.y() < geometry.headHeight()) {
        for (int column = 0; column < daysOfWeek; ++column) {
            if (geometry.head(column).contains(position))
                return {.what = Hit::What::Weekday, .day = column};
        }
        return {};
    }
    const QPoint at = position - origin();
    if (const int week = geometry.weekAt(at); week >= 0)
        return {.what = Hit::What::Week, .day = week * daysOfWeek};
    const int day = geometry.dayAt(at);
    if (day < 0)
        return {};
    for (const qsizetype part : m_shown->layout.days[day].parts) {
        if (m_shown->placeOf(m_shown->layout.parts[part]).contains(at))
            return {.what = Hit::What::Meeting, .day = day, .part = part};
    }
    if (m_shown->layout.days[day].hidden > 0 && m_shown->placeOfMore(day).contains(at))
        return {.what = Hit::What::More, .day = day};
    return {.what = Hit::What::Day, .day = day};
}

QRect MonthGrid::placeOf(int index) const
{
    const MonthCell &cell = m_shown->cells[index];
    switch (cell.what) {
    case MonthCell::What::Weekday:
        return m_shown->geometry.head(cell.day);
    case MonthCell::What::Day:
        return m_shown->geometry.day(cell.day).translated(origin());
    case MonthCell::What::Meeting:
        return m_shown->placeOf(m_shown->layout.parts[cell.part]).translated(origin());
    case MonthCell::What::More:
        return m_shown->placeOfMore(cell.day).translated(origin());
    }
    return {};
}

QList<QUrl> MonthGrid::visibleMeetings() const
{
    const QRect view = viewport()->rect().adjusted(0, m_shown->geometry.headHeight(), 0, 0);
    QSet<qsizetype> entries;
    for (const MonthPart &part : m_shown->layout.parts) {
        if (view.intersects(m_shown->placeOf(part).translated(origin())))
            entries.insert(part.entry);
    }
    QList<qsizetype> inOrder(entries.begin(), entries.end());
    std::sort(inOrder.begin(), inOrder.end());
    QList<QUrl> meetings;
    for (const qsizetype entry : std::as_const(inOrder))
        meetings.append(m_shown->content.entries[entry].meeting);
    return meetings;
}

void MonthGrid::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(layoutDirection());
    if (!m_painter)
        m_painter = std::make_unique<MonthGridPainter>(font(), palette(), layoutDirection());
    painter.fillRect(event->rect(), themeColor(ColorRole::Window, palette()));
    if (m_shown->layout.days.isEmpty())
        return;
    painter.save();
    painter.setClipRect(viewport()->rect().adjusted(0, m_shown->geometry.headHeight(), 0, 0));
    painter.translate(origin());
    paintWeeks(painter, event->rect().translated(-origin()));
    painter.restore();
    paintHead(painter);
}

void MonthGrid::paintWeeks(QPainter &painter, const QRect &dirty)
{
    const MonthGridGeometry &geometry = m_shown->geometry;
    const MonthLayout &layout = m_shown->layout;
    for (int week = 0; week < layout.weeks(); ++week) {
        // The week that has most of its days in a year is numbered by it, whichever day it begins on.
        QDate thursday = layout.days[week * daysOfWeek].date;
        while (thursday.dayOfWeek() != Qt::Thursday)
            thursday = thursday.addDays(1);
        const bool hovered = m_hovered.what == Hit::What::Week && m_hovered.day == week * daysOfWeek;
        if (geometry.weekNumber(week).intersects(dirty))
            m_painter->paintWeekNumber(painter, geometry.weekNumber(week), thursday.weekNumber(), hovered);
    }
    for (int day = 0; day < layout.days.size(); ++day) {
        if (!geometry.day(day).intersects(dirty))
            continue;
        const bool isToday = layout.days[day].date == m_shown->today;
        m_painter->paintDay(painter, geometry.day(day), geometry.number(day), layout.days[day], isToday, m_shown->content.locale,
                            lookOfDay(day, On::Day));
        if (layout.days[day].hidden > 0)
            m_painter->paintMore(painter, m_shown->placeOfMore(day), moreText(layout.days[day].hidden), lookOfDay(day, On::More));
    }
    for (qsizetype part = 0; part < layout.parts.size(); ++part) {
        const QRect place = m_shown->placeOf(layout.parts[part]);
        if (place.intersects(dirty))
            m_painter->paintMeeting(painter, place, layout.parts[part], m_shown->entryOf(part), lookOf(part));
    }
}

void MonthGrid::paintHead(QPainter &painter) const
{
    const MonthGridGeometry &geometry = m_shown->geometry;
    const int bottom = geometry.headHeight() - 1;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(0, 0, viewport()->width(), bottom, themeColor(ColorRole::Window, palette()));
    const int today = m_shown->layout.dayOf(m_shown->today);
    for (int column = 0; column < daysOfWeek; ++column) {
        const QString name = m_shown->content.locale.standaloneDayName(m_shown->layout.days[column].date.dayOfWeek(), QLocale::ShortFormat);
        m_painter->paintHead(painter, geometry.head(column), name, today >= 0 && today % daysOfWeek == column);
    }
    painter.fillRect(0, bottom, viewport()->width(), 1, themeColor(ColorRole::Line, palette()));
}

MonthLook MonthGrid::lookOf(qsizetype part) const
{
    const QUrl &meeting = m_shown->entryOf(part).meeting;
    return {.current = m_on == On::Meeting && meeting == currentMeeting(),
            .focused = hasFocus(),
            .selected = m_marked.hasSeveral() && m_marked.isSelected(meeting),
            .hovered = m_hovered.what == Hit::What::Meeting && m_shown->entryOf(m_hovered.part).meeting == meeting};
}

MonthLook MonthGrid::lookOfDay(int day, On on) const
{
    const QDate date = m_shown->layout.days[day].date;
    const Hit::What what = on == On::Day ? Hit::What::Day : Hit::What::More;
    return {.current = m_on == on && m_day == date,
            .focused = hasFocus(),
            .selected = isDaySelected(date),
            .hovered = m_hovered.what == what && m_hovered.day == day && on == On::More};
}

void MonthGrid::updateAll()
{
    viewport()->update();
}

void MonthGrid::forgetLook()
{
    m_painter.reset();
}
