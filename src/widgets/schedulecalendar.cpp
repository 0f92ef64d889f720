// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulecalendar.h"

#include "agendarows.h"
#include "colleaguebusytimes.h"
#include "mainwindowparts.h"
#include "monthgrid.h"
#include "scheduleboard.h"
#include "timegrid.h"
#include "zones.h"

namespace {

constexpr auto viewKey = "schedule/view";
constexpr auto dayKey = "schedule/day";
constexpr auto busyKey = "schedule/busyTimes";
constexpr auto hoursKey = "schedule/openHours";
constexpr auto zoneKey = "schedule/secondZone";
constexpr auto zoomKey = "schedule/zoom";
constexpr auto earlyKey = "schedule/earlyHours";
constexpr auto lateKey = "schedule/lateHours";

} // namespace

ScheduleCalendar::ScheduleCalendar(const MainWindowParts &parts, const MergedMeetings &meetings, ScheduleBoard &board, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_board(board)
    , m_colleague(parts.organization ? new ColleagueBusyTimes(parts, this) : nullptr)
    , m_source(parts, meetings, m_colleague)
{
    for (const CalendarGrid *grid : board.grids()) {
        connect(grid, &CalendarGrid::dayActivated, this, &ScheduleCalendar::dayWanted);
        connect(grid, &CalendarGrid::stepWanted, this, &ScheduleCalendar::stepWanted);
    }
    restore();
    connect(board.timeGrid(), &TimeGrid::zoomChanged, this, [this] { remember(zoomKey, m_board.timeGrid()->zoom()); });
    connect(board.timeGrid(), &TimeGrid::foldsChanged, this, [this] {
        remember(earlyKey, !m_board.timeGrid()->folds(true));
        remember(lateKey, !m_board.timeGrid()->folds(false));
    });
}

void ScheduleCalendar::restore()
{
    if (!m_parts.remembered)
        return;
    const auto remembered = [this](const char *key, const QVariant &otherwise) {
        const QVariant value = m_parts.remembered(QLatin1String(key));
        return value.isValid() ? value : otherwise;
    };
    m_view = scheduleViewOf(remembered(viewKey, QString()).toString());
    m_day = QDate::fromString(remembered(dayKey, QString()).toString(), Qt::ISODate);
    m_extras.busyTimes = remembered(busyKey, true).toBool();
    m_extras.openHours = remembered(hoursKey, true).toBool();
    m_extras.secondZone = remembered(zoneKey, QString()).toString();
    m_board.timeGrid()->setZoom(remembered(zoomKey, m_board.timeGrid()->zoom()).toDouble());
    for (const bool early : {true, false}) {
        if (remembered(early ? earlyKey : lateKey, false).toBool())
            m_board.timeGrid()->toggleFold(early);
    }
}

void ScheduleCalendar::remember(const char *key, const QVariant &value)
{
    if (m_parts.remember)
        m_parts.remember(QLatin1String(key), value);
}

void ScheduleCalendar::setView(ScheduleView view)
{
    if (m_view == view)
        return;
    m_view = view;
    remember(viewKey, wordOf(view));
    emit changed();
}

QDate ScheduleCalendar::day(const AgendaSetting &setting) const
{
    return m_day.isValid() ? m_day : wallClock(setting.now, setting.zone).date();
}

void ScheduleCalendar::turnTo(QDate day, const AgendaSetting &setting)
{
    if (day == this->day(setting))
        return;
    m_day = day == wallClock(setting.now, setting.zone).date() ? QDate() : day;
    remember(dayKey, m_day.toString(Qt::ISODate));
    emit changed();
}

void ScheduleCalendar::toToday()
{
    m_day = {};
    remember(dayKey, QString());
    emit changed();
}

void ScheduleCalendar::step(int periods, const AgendaSetting &setting)
{
    turnTo(movedBy(m_view, day(setting), periods), setting);
}

void ScheduleCalendar::setExtras(const CalendarExtras &extras)
{
    if (m_extras == extras)
        return;
    m_extras = extras;
    remember(busyKey, extras.busyTimes);
    remember(hoursKey, extras.openHours);
    remember(zoneKey, extras.secondZone);
    emit changed();
}

DaySpan ScheduleCalendar::span(const AgendaSetting &setting) const
{
    return shownDays(m_view, day(setting), setting.locale);
}

TimeRange ScheduleCalendar::range(const AgendaSetting &setting) const
{
    return CalendarSource::rangeOf(span(setting), setting.zone);
}

QString ScheduleCalendar::period(const AgendaSetting &setting) const
{
    return periodText(m_view, day(setting), setting.locale);
}

QString ScheduleCalendar::shortPeriod(const AgendaSetting &setting) const
{
    return shortPeriodText(m_view, day(setting), wallClock(setting.now, setting.zone).date(), setting.locale);
}

QList<MeetingSummary> ScheduleCalendar::meetings(const ScheduleFilter &filter, const AgendaSetting &setting) const
{
    return m_source.meetings(span(setting), filter, setting);
}

QList<MeetingSummary> ScheduleCalendar::hidden(const ScheduleFilter &filter, const AgendaSetting &setting) const
{
    return m_source.hidden(span(setting), filter, setting);
}

QString ScheduleCalendar::present(const QList<MeetingSummary> &meetings, const AgendaSetting &setting)
{
    if (m_view == ScheduleView::Month) {
        const MonthContent content = m_source.month(day(setting), meetings, setting);
        m_board.monthGrid()->present(content);
        return countText(content.entries);
    }
    m_source.readBusyTimes(span(setting), setting.zone, m_extras);
    const TimeGridContent content = m_source.days(span(setting), meetings, setting, m_extras);
    m_board.timeGrid()->present(content);
    return countText(content.entries);
}

/// "22 meetings, 14 h 5 min": what was canceled takes no time.
QString ScheduleCalendar::countText(const QList<CalendarEntry> &entries)
{
    m_shown = int(entries.size());
    int active = 0;
    qint64 seconds = 0;
    for (const CalendarEntry &entry : entries) {
        if (entry.canceled)
            continue;
        ++active;
        seconds += entry.start.secsTo(entry.end);
    }
    if (active == 0)
        return m_shown == 0 ? tr("No meetings") : tr("%n canceled", nullptr, m_shown);
    const QString words = active == 1 ? tr("1 meeting") : tr("%n meetings", nullptr, active);
    return tr("%1, %2").arg(words, durationText(std::chrono::minutes(seconds / 60)));
}
