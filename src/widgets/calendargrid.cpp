// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendargrid.h"

#include "calendarentry.h"
#include "overlayscrollbar.h"
#include "paintedcellsaccessible.h"

#include <QContextMenuEvent>

#include <algorithm>

using namespace std::chrono_literals;

CalendarGrid::CalendarGrid(const QString &accessibleName, QWidget *parent) : QAbstractScrollArea(parent)
{
    PaintedCellsAccessible::install();
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    m_scrollBar = new OverlayScrollBar(this);

    m_visibleTimer.setSingleShot(true);
    m_visibleTimer.setInterval(150ms);
    connect(&m_visibleTimer, &QTimer::timeout, this, &CalendarGrid::visibleChanged);
    m_cardTimer.setSingleShot(true);
    connect(&m_cardTimer, &QTimer::timeout, this, &CalendarGrid::cardPressed);
}

QList<QUrl> CalendarGrid::meetingsOf(const QList<CalendarEntry> &entries)
{
    QList<QUrl> meetings;
    for (const CalendarEntry &entry : entries)
        meetings.append(entry.meeting);
    return meetings;
}

QList<QDate> CalendarGrid::selectedDays() const
{
    QList<QDate> days;
    for (QDate day = m_firstSelectedDay; day.isValid() && day <= m_lastSelectedDay; day = day.addDays(1))
        days.append(day);
    return days;
}

bool CalendarGrid::isDaySelected(QDate day) const
{
    return m_firstSelectedDay.isValid() && m_firstSelectedDay <= day && day <= m_lastSelectedDay;
}

void CalendarGrid::changeMarks(const MarkedMeetings &marks)
{
    const QUrl current = currentMeeting();
    const QList<QUrl> selected = selectedMeetings();
    m_marked = marks;
    updateAll();
    if (current != currentMeeting()) {
        m_cardTimer.stop();
        emit currentMeetingChanged();
    }
    if (selected != selectedMeetings())
        emit selectedMeetingsChanged();
    PaintedCellsAccessible::tellSelection(this);
}

void CalendarGrid::leaveMeetings()
{
    MarkedMeetings marks = m_marked;
    marks.goTo({});
    changeMarks(marks);
}

void CalendarGrid::setSelectedDays(QDate from, QDate to)
{
    m_dayAnchor = {};
    const auto [first, last] = std::minmax(from, to);
    if (first == m_firstSelectedDay && last == m_lastSelectedDay)
        return;
    m_firstSelectedDay = first;
    m_lastSelectedDay = last;
    updateAll();
    PaintedCellsAccessible::tellSelection(this);
    emit selectedDaysChanged();
}

bool CalendarGrid::event(QEvent *event)
{
    if (event->type() != QEvent::ContextMenu || static_cast<QContextMenuEvent *>(event)->reason() != QContextMenuEvent::Keyboard)
        return QAbstractScrollArea::event(event);
    // At what it is about, wherever the pointer is.
    emit customContextMenuRequested(menuPlace());
    event->accept();
    return true;
}

void CalendarGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    m_visibleTimer.start();
}

void CalendarGrid::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::PaletteChange:
    case QEvent::LayoutDirectionChange:
        forgetLook();
        layOut();
        break;
    default:
        break;
    }
}

void CalendarGrid::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    updateAll();
    PaintedCellsAccessible::tellCurrent(this);
}

void CalendarGrid::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    updateAll();
}

void CalendarGrid::scrollContentsBy(int dx, int dy)
{
    QAbstractScrollArea::scrollContentsBy(dx, dy);
    m_visibleTimer.start();
}
