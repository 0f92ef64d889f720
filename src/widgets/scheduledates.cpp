// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduledates.h"

#include "datepopup.h"
#include "pageaction.h"
#include "schedulecalendar.h"
#include "schedulefilterbar.h"
#include "schedulesetting.h"
#include "zones.h"

#include <QAbstractButton>

#include <algorithm>

ScheduleDates::ScheduleDates(const MainWindowParts &parts, ScheduleFilterBar &filters, ScheduleCalendar &calendar, const Buttons &buttons, QWidget *page)
    : QObject(page), m_parts(parts), m_filters(filters), m_calendar(calendar), m_buttons(buttons)
{
    const auto add = [this](const char *name, const QString &text, const char *icon, const QKeySequence &key, QAbstractButton *button, auto &&act) {
        QAction *action = makePageAction(this, name, text, QLatin1String(icon), key);
        connect(action, &QAction::triggered, this, act);
        connect(button, &QAbstractButton::clicked, this, act);
        m_actions.append(action);
    };
    add("earlierPeriod", tr("&Earlier"), "chevron-left", QKeySequence(Qt::ALT | Qt::Key_Left), buttons.earlier, [this] { step(-1); });
    add("laterPeriod", tr("&Later"), "chevron-right", QKeySequence(Qt::ALT | Qt::Key_Right), buttons.later, [this] { step(1); });
    add("showToday", tr("&Today"), "clear-day", QKeySequence(Qt::CTRL | Qt::Key_T), buttons.today, [this] { today(); });
    add("goToDate", tr("&Go to date…"), "schedule", QKeySequence(Qt::CTRL | Qt::Key_G), buttons.period, [this] { goToDate(); });
}

bool ScheduleDates::isCalendarShown() const
{
    return m_calendar.isShown(m_filters.filter());
}

void ScheduleDates::present()
{
    const ScheduleFilter &filter = m_filters.filter();
    const bool calendar = isCalendarShown();
    m_buttons.earlier->setEnabled(calendar || !isSearch(filter));
    m_buttons.later->setEnabled(calendar || (!isSearch(filter) && (filter.when != ScheduleFilter::When::Past || filter.step < 0)));
}

void ScheduleDates::step(int periods)
{
    if (isCalendarShown())
        m_calendar.step(periods, scheduleSetting(m_parts));
    else if ((periods < 0 ? m_buttons.earlier : m_buttons.later)->isEnabled())
        m_filters.move(periods);
}

void ScheduleDates::today()
{
    emit todayWanted();
    if (isCalendar(m_calendar.view())) {
        m_filters.clearSearch();
        m_calendar.toToday();
    } else if (m_filters.filter().when == ScheduleFilter::When::Past)
        m_filters.setWhen(ScheduleFilter::When::Upcoming);
    else
        m_filters.toFirstPeriod();
    emit todayShown();
}

void ScheduleDates::goToDate()
{
    const AgendaSetting now = scheduleSetting(m_parts);
    auto *popup = new DatePopup(m_calendar.day(now), wallClock(now.now, now.zone).date(), m_buttons.period);
    connect(popup, &DatePopup::picked, this, [this](QDate day) {
        const AgendaSetting then = scheduleSetting(m_parts);
        if (isCalendar(m_calendar.view()))
            turnTo(day);
        else
            m_filters.turnTo(day, wallClock(then.now, then.zone).date());
        emit datePicked(day);
    });
    popup->open();
}

bool ScheduleDates::show(ScheduleView view, QDate listed)
{
    const AgendaSetting now = scheduleSetting(m_parts);
    const QDate today = wallClock(now.now, now.zone).date();
    const QDate day = m_calendar.day(now);
    const DayRange days = daysOf(m_filters.filter(), today);
    const bool crosses = isCalendar(m_calendar.view()) != isCalendar(view);
    const bool turns = crosses && !isSearch(m_filters.filter()) && (day < days.first || day > days.last);
    if (turns && isCalendar(view))
        m_calendar.turnTo(listed.isValid() ? listed : std::clamp(day, days.first, days.last), now);
    m_calendar.setView(view);
    if (!turns || isCalendar(view))
        return false;
    m_filters.turnTo(day, today);
    return true;
}

void ScheduleDates::showDay(QDate day)
{
    m_calendar.turnTo(day, scheduleSetting(m_parts));
    m_calendar.setView(ScheduleView::Day);
}

void ScheduleDates::turnTo(QDate day)
{
    const AgendaSetting now = scheduleSetting(m_parts);
    if (isCalendar(m_calendar.view())) {
        m_filters.clearSearch(); // its hits stand where the day is to be seen
        m_calendar.turnTo(day, now);
    } else
        m_filters.showDay(day, wallClock(now.now, now.zone).date());
}
