// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduleagenda.h"

#include "agendarows.h"
#include "agendaview.h"
#include "meetingmodel.h"
#include "mergedmeetings.h"
#include "searchwords.h"
#include "zones.h"

ScheduleAgenda::ScheduleAgenda(const MergedMeetings &meetings, AgendaView &list, QObject *parent)
    : QObject(parent)
    , m_meetings(meetings)
    , m_model(new MeetingModel(this))
    , m_list(list)
{
    list.setMeetings(m_model);
}

QList<MeetingSummary> ScheduleAgenda::present(const ScheduleFilter &filter, const AgendaSetting &setting)
{
    AgendaSetting now = setting;
    const MeetingQuery query = queryOf(filter, now.now, now.zone);
    now.isPartial = hidesActive(filter);
    if (now.isPartial && !isSearch(filter))
        now.others = m_meetings.meetings(hiddenBy(filter, query));
    QList<MeetingSummary> meetings = m_meetings.meetings(query); // last, so that whether it could be read is told of these
    if (filter.when == ScheduleFilter::When::Past && !isSearch(filter))
        meetings.removeIf([&now](const MeetingSummary &meeting) { return isUpcoming(meeting.meeting, now.now); });
    now.newestFirst = query.newestFirst;
    now.showsFreeTomorrow = filter.when != ScheduleFilter::When::Past && narrowingNames(filter).isEmpty();
    m_model->setOwnCity(cityOf(QString::fromLatin1(now.zone.id())));
    m_model->setRows(agendaRows(meetings, now));
    m_list.setSearch(searchQueryOf(filter.text, wallClock(now.now, now.zone).date()));
    return meetings;
}

bool ScheduleAgenda::shows(const QUrl &meeting) const
{
    return m_model->indexOf(meeting).isValid();
}

int ScheduleAgenda::shownMeetings() const
{
    return m_model->meetingCount();
}

QString ScheduleAgenda::period(const ScheduleFilter &filter, const AgendaSetting &setting) const
{
    if (isSearch(filter))
        return tr("Everything stored");
    const DayRange days = daysOf(filter, wallClock(setting.now, setting.zone).date());
    return dateRangeText(days.first, days.last);
}

QString ScheduleAgenda::countText(const ScheduleFilter &filter, const AgendaSetting &setting) const
{
    const int count = shownMeetings();
    const QString words = count == 1 ? tr("1 meeting") : tr("%n meetings", nullptr, count);
    const QString counted = count >= queryOf(filter, setting.now, setting.zone).limit ? tr("First %1").arg(words) : words;
    const QString ignored = notUnderstoodText(searchQueryOf(filter.text, wallClock(setting.now, setting.zone).date()));
    //: A count of meetings, and what of the search did not narrow it.
    return ignored.isEmpty() ? counted : tr("%1, %2").arg(counted, ignored);
}
