// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulepaper.h"

#include "exportdialog.h"
#include "mainwindowparts.h"
#include "meetingview.h"
#include "pageaction.h"
#include "printsheet.h"
#include "scheduleboard.h"
#include "schedulecalendar.h"
#include "schedulefilterbar.h"
#include "schedulesetting.h"
#include "zones.h"

SchedulePaper::SchedulePaper(const MainWindowParts &parts, ToastHost &toasts, const Sources &sources, QWidget *page)
    : QObject(page), m_parts(parts), m_toasts(toasts), m_sources(sources), m_page(page)
{
    m_actions = {makePageAction(this, "exportMeetings", tr("E&xport…"), QStringLiteral("export"), QKeySequence(QKeySequence::Save)),
                 makePageAction(this, "printMeetings", tr("&Print…"), QStringLiteral("note"), QKeySequence(QKeySequence::Print))};
    connect(m_actions.first(), &QAction::triggered, this, &SchedulePaper::exportMeetings);
    connect(m_actions.last(), &QAction::triggered, this, &SchedulePaper::printMeetings);
}

/// What the present view is made of.
MeetingQuery SchedulePaper::shownQuery() const
{
    const AgendaSetting now = scheduleSetting(m_parts);
    MeetingQuery query = queryOf(m_sources.filters.filter(), now.now, now.zone);
    if (m_sources.calendar.isShown(m_sources.filters.filter())) {
        query.text.clear();
        query.range = m_sources.calendar.range(now);
        query.newestFirst = false;
    }
    return query;
}

/// Nothing of a search, whose hits lie anywhere.
std::optional<DayRange> SchedulePaper::shownDays() const
{
    const ScheduleFilter &filter = m_sources.filters.filter();
    const AgendaSetting now = scheduleSetting(m_parts);
    if (isSearch(filter))
        return std::nullopt;
    if (!m_sources.calendar.isShown(filter))
        return daysOf(filter, wallClock(now.now, now.zone).date());
    const DaySpan span = m_sources.calendar.span(now);
    return DayRange{span.first, span.last()};
}

void SchedulePaper::exportMeetings()
{
    (new ExportDialog(m_sources.board.shown().selectedMeetings(), shownQuery(), m_sources.meetings, m_parts, m_toasts, m_page))->open();
}

void SchedulePaper::printMeetings()
{
    (new PrintSheet(m_parts, m_toasts, m_sources.meetings, shownQuery(), shownDays(), m_page))->preview(m_page->window());
}
