// SPDX-License-Identifier: GPL-3.0-or-later
// TimeGrid: what is current and selected, and how it is told.
#include "timegridparts.h"

#include "paintedcellsaccessible.h"
#include "timegridwords.h"
#include "zones.h"

#include <QScrollBar>
#include <QSet>
#include <QSignalBlocker>

#include <algorithm>

int TimeGrid::dayIndex() const
{
    return m_shown->layout.dayOf(m_day);
}

/// The current meeting on the current day; on another one where this day does not show it.
qsizetype TimeGrid::currentBlock() const
{
    if (currentMeeting().isEmpty())
        return -1;
    const TimeGridLayout &layout = m_shown->layout;
    const auto isCurrent = [this](qsizetype block) { return m_shown->entryOf(block).meeting == currentMeeting(); };
    if (const int day = dayIndex(); day >= 0) {
        const auto found = std::find_if(layout.ofDay[day].begin(), layout.ofDay[day].end(), isCurrent);
        if (found != layout.ofDay[day].end())
            return *found;
    }
    for (qsizetype block = 0; block < layout.blocks.size(); ++block) {
        if (isCurrent(block))
            return block;
    }
    return -1;
}

void TimeGrid::setCurrentMeeting(const QUrl &meeting)
{
    if (!meeting.isEmpty() && meeting == currentMeeting())
        return;
    for (qsizetype block = 0; block < m_shown->layout.blocks.size(); ++block) {
        if (m_shown->entryOf(block).meeting == meeting)
            return goToMeeting(block, m_shown->layout.blocks[block].day, Step::Alone);
    }
    if (dayIndex() < 0 || m_waits || !currentMeeting().isEmpty())
        selectSomething();
}

/// These are the meetings from now on. What that changes is told once, when it is known what takes the place of one
/// that is gone.
void TimeGrid::adopt(const QList<QUrl> &meetings)
{
    const QUrl current = currentMeeting();
    const QList<QUrl> selected = selectedMeetings();
    {
        const QSignalBlocker blocker(this);
        MarkedMeetings marks = m_marked;
        marks.setMeetings(meetings);
        changeMarks(marks);
        keepCurrent();
    }
    if (current != currentMeeting())
        emit currentMeetingChanged();
    if (selected != selectedMeetings())
        emit selectedMeetingsChanged();
}

/// After news: the same meeting, or what is nearest to where it was; a day that was chosen stays chosen.
void TimeGrid::keepCurrent()
{
    const qsizetype block = currentBlock();
    if (block >= 0) {
        if (dayIndex() < 0)
            m_day = m_shown->axes[m_shown->layout.blocks[block].day].date();
        return;
    }
    // Saturday, to which an arrow led, may be no day of the next work week.
    if (m_stepped && dayIndex() < 0)
        m_day = std::clamp(m_day, m_shown->axes.first().date(), m_shown->axes.last().date());
    if (dayIndex() < 0)
        return selectSomething();
    if (m_minute >= 0 && !m_shown->layout.ofDay[dayIndex()].isEmpty())
        settleIn(dayIndex(), m_minute);
}

/// What runs or comes next; in the past the first. A day where there are no meetings.
void TimeGrid::selectSomething()
{
    const TimeGridLayout &layout = m_shown->layout;
    if (layout.axes.isEmpty())
        return;
    if (layout.blocks.isEmpty()) {
        m_minute = 0;
        goToDay(std::max(0, layout.dayOf(wallClock(m_shown->content.now, m_shown->content.zone.zone).date())));
        m_waits = true;
        return;
    }
    qsizetype found = 0;
    for (qsizetype block = 0; block < layout.blocks.size(); ++block) {
        const CalendarEntry &entry = m_shown->entryOf(block);
        if (!entry.past && !entry.canceled) {
            found = block;
            break;
        }
    }
    goToMeeting(found, layout.blocks[found].day, Step::Alone);
}

/// The meeting of `day` that begins nearest to `minute`; the day itself where it has none.
void TimeGrid::settleIn(int day, int minute)
{
    const TimeGridLayout &layout = m_shown->layout;
    const QList<qsizetype> &blocks = layout.ofDay[day];
    if (blocks.isEmpty())
        return goToDay(day);
    const auto distance = [this, &layout, minute](qsizetype at) {
        const GridBlock &block = layout.blocks[at];
        return block.inBand ? int(DayAxis::minutesOfDay) : qAbs(qRound(m_shown->geometry.minuteAt(block.place.top())) - minute);
    };
    const auto nearest = std::min_element(blocks.begin(), blocks.end(),
                                          [&distance](qsizetype one, qsizetype other) { return distance(one) < distance(other); });
    goToMeeting(*nearest, day, Step::Alone);
    m_minute = minute;
}

void TimeGrid::goToMeeting(qsizetype block, int day, Step step)
{
    const GridBlock &is = m_shown->layout.blocks[block];
    const QUrl meeting = m_shown->entryOf(block).meeting;
    if (step == Step::Alone)
        setSelectedDays({}, {});
    MarkedMeetings marks = m_marked;
    if (step == Step::Extending)
        marks.extendTo(meeting);
    else if (step == Step::Keeping)
        marks.walkTo(meeting);
    else
        marks.goTo(meeting);
    m_day = m_shown->axes[day].date();
    m_waits = false;
    m_minute = is.inBand ? 0 : qRound(m_shown->geometry.minuteAt(is.place.top()));
    changeMarks(marks);
    showCell();
    PaintedCellsAccessible::tellCurrent(this);
}

void TimeGrid::goToDay(int day)
{
    m_day = m_shown->axes[day].date();
    m_waits = false;
    setSelectedDays({}, {});
    leaveMeetings();
    PaintedCellsAccessible::tellCurrent(this);
}

void TimeGrid::goToHead(int day)
{
    m_minute = -1;
    goToDay(day);
}

/// Selects days with all of their meetings.
void TimeGrid::selectDays(QDate from, QDate to)
{
    setSelectedDays(from, to);
    m_dayAnchor = from;
    m_day = to;
    m_waits = false;
    QSet<QUrl> meetings;
    for (int day = 0; day < m_shown->axes.size(); ++day) {
        if (!isDaySelected(m_shown->axes[day].date()))
            continue;
        // Also what began on a day before.
        for (const qsizetype block : m_shown->layout.ofDay[day])
            meetings.insert(m_shown->entryOf(block).meeting);
    }
    MarkedMeetings marks = m_marked;
    marks.selectOnly(meetings);
    changeMarks(marks);
    PaintedCellsAccessible::tellCurrent(this);
}

/// Scrolls as far as it takes to see the current meeting; of a long one its beginning.
void TimeGrid::showCell()
{
    constexpr int air = 8;
    const qsizetype block = currentBlock();
    if (block < 0 || m_shown->layout.blocks[block].inBand)
        return;
    const QRect place = m_shown->layout.blocks[block].place;
    QScrollBar *bar = verticalScrollBar();
    const int room = bar->pageStep();
    if (place.bottom() + air > bar->value() + room)
        bar->setValue(place.bottom() + air - room);
    if (place.top() - air < bar->value())
        bar->setValue(place.top() - air);
}

int TimeGrid::cellRows() const
{
    return m_shown->cells.rows();
}

int TimeGrid::cellColumns() const
{
    return static_cast<int>(m_shown->axes.size());
}

int TimeGrid::cellCount() const
{
    return m_shown->cells.count();
}

PaintedCell TimeGrid::paintedCell(int index) const
{
    const GridCell &cell = m_shown->cells[index];
    PaintedCell told{.key = cell.key, .column = cell.day, .row = cell.row, .isHead = cell.block < 0, .current = index == currentCell()};
    if (told.isHead) {
        told.name = spokenDay(m_shown->content, m_shown->layout, cell.day);
        told.description = spokenDayDetails(m_shown->content, m_shown->layout, cell.day);
        told.selected = isDaySelected(m_shown->axes[cell.day].date());
        told.place = m_shown->geometry.column(cell.day).intersected(QRect(0, 0, width(), m_shown->geometry.headHeight()));
        return told;
    }
    told.name = spokenMeeting(m_shown->content, m_shown->layout, m_shown->layout.blocks[cell.block], cell.day);
    told.place = placeOf(m_shown->layout.blocks[cell.block]);
    told.selected = m_marked.isSelected(m_shown->entryOf(cell.block).meeting);
    return told;
}

int TimeGrid::cellAt(int row, int column) const
{
    return m_shown->cells.at(row, column);
}

int TimeGrid::cellUnder(const QPoint &position) const
{
    const Hit hit = hitAt(position);
    if (hit.what == Hit::What::Block)
        return m_shown->cells.ofBlock(hit.day, hit.index);
    return hit.what == Hit::What::Head ? m_shown->cells.at(0, hit.day) : -1;
}

int TimeGrid::cellWithKey(const QString &key) const
{
    return m_shown->cells.withKey(key);
}

int TimeGrid::currentCell() const
{
    const int day = dayIndex();
    if (day < 0)
        return -1;
    const qsizetype block = currentBlock();
    return block < 0 ? m_shown->cells.at(0, day) : m_shown->cells.ofBlock(day, block);
}

void TimeGrid::focusCell(int index)
{
    const GridCell cell = m_shown->cells[index];
    setFocus(Qt::OtherFocusReason);
    if (cell.block >= 0)
        return goToMeeting(cell.block, cell.day, Step::Alone);
    goToHead(cell.day);
}

/// What a click does: a meeting shows its card, a day is opened.
void TimeGrid::pressCell(int index)
{
    focusCell(index);
    if (m_shown->cells[index].block >= 0)
        emit cardPressed();
    else
        emit dayActivated(m_day);
}
