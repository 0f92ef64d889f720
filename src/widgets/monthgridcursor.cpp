// SPDX-License-Identifier: GPL-3.0-or-later
// MonthGrid: what is current and selected, and how it is told.
#include "monthgridparts.h"

#include "monthgridpainter.h"
#include "monthgridwords.h"
#include "paintedcellsaccessible.h"

#include <QScrollBar>

#include <algorithm>

int MonthGrid::dayIndex() const
{
    return m_shown->layout.dayOf(m_day);
}

void MonthGrid::setCurrentMeeting(const QUrl &meeting)
{
    if (!meeting.isEmpty() && meeting == currentMeeting())
        return;
    const MonthLayout &layout = m_shown->layout;
    for (int day = 0; day < layout.days.size() && !meeting.isEmpty(); ++day) {
        for (const qsizetype entry : layout.days[day].entries) {
            if (m_shown->content.entries[entry].meeting == meeting)
                return goToMeeting(entry, day);
        }
    }
    if (dayIndex() < 0 || m_on == On::Meeting)
        selectSomething();
}

/// Where a meeting is not shown for lack of room, one is at the number of the rest.
void MonthGrid::goToMeeting(qsizetype entry, int day)
{
    for (const qsizetype part : m_shown->layout.days[day].parts) {
        if (m_shown->layout.parts[part].entry == entry)
            return goToCell(m_shown->cells.ofPart(day, part), Step::Alone);
    }
    goToCell(m_shown->cells.ofMore(day), Step::Alone);
    MarkedMeetings marks = m_marked;
    marks.goTo(m_shown->content.entries[entry].meeting);
    changeMarks(marks);
}

/// After news: the same meeting, or what is nearest to where it was; a day that was chosen stays chosen.
void MonthGrid::keepCurrent()
{
    const int day = dayIndex();
    if (day < 0)
        return selectSomething();
    if (m_on != On::Meeting) {
        m_on = m_on == On::More && m_shown->layout.days[day].hidden > 0 ? On::More : On::Day;
        return;
    }
    if (currentMeeting().isEmpty())
        return settleIn(day);
    const auto isCurrent = [this](qsizetype entry) { return m_shown->content.entries[entry].meeting == currentMeeting(); };
    const QList<MonthDay> &days = m_shown->layout.days;
    const auto holds = [&isCurrent](const MonthDay &is) { return std::any_of(is.entries.begin(), is.entries.end(), isCurrent); };
    auto found = days.begin() + day;
    if (!holds(*found))
        found = std::find_if(days.begin(), days.end(), holds);
    if (found == days.end())
        return settleIn(day);
    const qsizetype entry = *std::find_if(found->entries.begin(), found->entries.end(), isCurrent);
    m_day = found->date;
    m_on = m_shown->layout.isShown(entry, static_cast<int>(found - days.begin())) ? On::Meeting : On::More;
}

/// What runs or comes next; in the past the first meeting of the month. A day where there are none.
void MonthGrid::selectSomething()
{
    const MonthLayout &layout = m_shown->layout;
    if (layout.days.isEmpty())
        return;
    int dayOfFirst = -1;
    int chosen = -1;
    for (int day = 0; day < layout.days.size(); ++day) {
        const MonthDay &is = layout.days[day];
        if (!is.inMonth)
            continue;
        if (chosen < 0 || is.date == m_shown->today)
            chosen = day;
        if (dayOfFirst < 0 && !is.entries.isEmpty())
            dayOfFirst = day;
        for (const qsizetype entry : is.entries) {
            const CalendarEntry &candidate = m_shown->content.entries[entry];
            if (!candidate.past && !candidate.canceled)
                return goToMeeting(entry, day);
        }
    }
    if (dayOfFirst >= 0)
        return goToMeeting(layout.days[dayOfFirst].entries.first(), dayOfFirst);
    goToCell(m_shown->cells.ofDay(chosen), Step::Alone);
}

/// The line of `day` that arrows look for; its last one, or the day itself, where there are fewer.
void MonthGrid::settleIn(int day, Step step)
{
    const int wanted = m_line;
    goToCell(m_shown->cells.ofDay(day) + std::min(wanted, m_shown->cells.countOf(day) - 1), step);
    m_line = wanted;
}

void MonthGrid::goToCell(int index, Step step)
{
    const MonthCell cell = m_shown->cells[index];
    MarkedMeetings marks = m_marked;
    if (cell.what == MonthCell::What::Meeting) {
        const QUrl meeting = m_shown->entryOf(cell.part).meeting;
        if (step == Step::Extending)
            marks.extendTo(meeting);
        else if (step == Step::Keeping)
            marks.walkTo(meeting);
        else
            marks.goTo(meeting);
    } else if (step == Step::Alone) {
        marks.goTo({});
    } else if (step == Step::Keeping) {
        marks.leave();
    }
    m_day = m_shown->layout.days[cell.day].date;
    m_on = cell.what == MonthCell::What::Meeting ? On::Meeting : cell.what == MonthCell::What::More ? On::More : On::Day;
    m_line = index - m_shown->cells.ofDay(cell.day);
    if (step == Step::Alone)
        setSelectedDays({}, {});
    m_dayAnchor = m_day;
    changeMarks(marks);
    showCell();
    PaintedCellsAccessible::tellCurrent(this);
}

/// Selects days with all of their meetings; one is on the last of them.
void MonthGrid::selectDays(QDate from, QDate to)
{
    setSelectedDays(from, to);
    QSet<QUrl> meetings;
    for (const MonthDay &day : std::as_const(m_shown->layout.days)) {
        if (!isDaySelected(day.date))
            continue;
        for (const qsizetype entry : day.entries)
            meetings.insert(m_shown->content.entries[entry].meeting);
    }
    m_day = to;
    m_on = On::Day;
    m_line = 0;
    m_dayAnchor = from;
    MarkedMeetings marks = m_marked;
    if (meetings.isEmpty())
        marks.goTo({});
    else
        marks.selectOnly(meetings);
    changeMarks(marks);
    showCell();
    PaintedCellsAccessible::tellCurrent(this);
}

/// Scrolls as far as it takes to see where one is.
void MonthGrid::showCell()
{
    const int cell = currentCell();
    if (cell < 0)
        return;
    const QRect place = placeOf(cell);
    QScrollBar *bar = verticalScrollBar();
    if (place.bottom() > viewport()->height())
        bar->setValue(bar->value() + place.bottom() - viewport()->height() + 1);
    else if (place.top() < m_shown->geometry.headHeight())
        bar->setValue(bar->value() + place.top() - m_shown->geometry.headHeight());
}

int MonthGrid::cellRows() const
{
    return m_shown->cells.rows();
}

int MonthGrid::cellColumns() const
{
    return m_shown->layout.days.isEmpty() ? 0 : MonthGridGeometry::daysOfWeek;
}

int MonthGrid::cellCount() const
{
    return m_shown->cells.count();
}

PaintedCell MonthGrid::paintedCell(int index) const
{
    const MonthCell &cell = m_shown->cells[index];
    PaintedCell told{.key = cell.key,
                     .place = placeOf(index),
                     .column = cell.day % MonthGridGeometry::daysOfWeek,
                     .row = cell.row,
                     .isHead = cell.what == MonthCell::What::Weekday,
                     .selectable = cell.what != MonthCell::What::Weekday,
                     .current = index == currentCell()};
    switch (cell.what) {
    case MonthCell::What::Weekday:
        told.name = m_shown->content.locale.standaloneDayName(m_shown->layout.days[cell.day].date.dayOfWeek());
        break;
    case MonthCell::What::Day:
        told.name = spokenDay(m_shown->content, m_shown->layout, cell.day);
        told.selected = lookOfDay(cell.day, On::Day).selected;
        break;
    case MonthCell::What::Meeting:
        told.name = spokenMeeting(m_shown->content, m_shown->layout, m_shown->layout.parts[cell.part], cell.day);
        told.selected = m_marked.isSelected(m_shown->entryOf(cell.part).meeting);
        break;
    case MonthCell::What::More:
        told.name = spokenMore(m_shown->content, m_shown->layout, cell.day);
        break;
    }
    return told;
}

int MonthGrid::cellAt(int row, int column) const
{
    return m_shown->cells.at(row, column);
}

int MonthGrid::cellUnder(const QPoint &position) const
{
    const Hit hit = hitAt(position);
    switch (hit.what) {
    case Hit::What::Weekday:
        return m_shown->cells.at(0, hit.day);
    case Hit::What::Day:
        return m_shown->cells.ofDay(hit.day);
    case Hit::What::Meeting:
        return m_shown->cells.ofPart(hit.day, hit.part);
    case Hit::What::More:
        return m_shown->cells.ofMore(hit.day);
    default:
        return -1;
    }
}

int MonthGrid::cellWithKey(const QString &key) const
{
    return m_shown->cells.withKey(key);
}

int MonthGrid::currentCell() const
{
    const int day = dayIndex();
    if (day < 0)
        return -1;
    const int whole = m_shown->cells.ofDay(day);
    if (m_on == On::More)
        return std::max(whole, m_shown->cells.ofMore(day));
    if (m_on == On::Day)
        return whole;
    for (const qsizetype part : m_shown->layout.days[day].parts) {
        if (m_shown->entryOf(part).meeting == currentMeeting())
            return m_shown->cells.ofPart(day, part);
    }
    return whole;
}

void MonthGrid::focusCell(int index)
{
    if (m_shown->cells[index].what == MonthCell::What::Weekday)
        return;
    setFocus(Qt::OtherFocusReason);
    goToCell(index, Step::Alone);
}

/// What a click does: a meeting shows its card, a day or the number of the rest opens the day.
void MonthGrid::pressCell(int index)
{
    if (m_shown->cells[index].what == MonthCell::What::Weekday)
        return;
    focusCell(index);
    if (m_on == On::Meeting)
        emit cardPressed();
    else
        emit dayActivated(m_day);
}
