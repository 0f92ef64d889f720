// SPDX-License-Identifier: GPL-3.0-or-later
#include "rangereader.h"

#include "meetingsapi.h"
#include "meetingservice.h"
#include "preparedmeetings.h"
#include "syncplan.h"
#include "syncstatetable.h"
#include "turnbyturn.h"
#include "whilealive.h"

#include <algorithm>

RangeReader::RangeReader(MeetingsApi &api, MeetingService &meetings, SyncStateTable &state, TurnByTurn &turns,
                         ReadJob job, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_meetings(meetings)
    , m_state(state)
    , m_turns(turns)
    , m_job(std::move(job))
    , m_from(m_job.range.begin)
{
}

void RangeReader::start()
{
    ask({});
}

void RangeReader::ask(const QString &pageToken)
{
    MeetingsApi::Query query;
    query.user = m_job.user;
    query.range.begin = m_job.range.begin;
    if (m_job.range.end < endOfTime())
        query.range.end = m_job.range.end;
    query.count = m_job.pageSize;
    query.pageToken = pageToken;
    m_api.list(query, m_job.urgency, this, [this](const Result<Page<Meeting>> &page) {
        if (m_stopped)
            return;
        if (page)
            return receive(*page);
        // After what came before it, which is kept.
        m_turns.line(this, [this, error = page.error()] {
            if (!m_stopped)
                emit finished(Unexpected(error));
        });
    });
}

void RangeReader::receive(const Page<Meeting> &page)
{
    ++m_pages;
    const QString &next = page.nextPageToken;
    const bool isRepeated = m_tokens.contains(next);
    m_tokens.insert(next);
    // Whether the last page allowed brought this job on at all is known once it is stored.
    const bool isUsedUp = m_pages >= m_job.pages;
    if (!next.isEmpty() && !isRepeated && !isUsedUp)
        ask(next);
    m_turns.line<PreparedMeetings>(this, m_meetings.preparation(page.items),
                                   [this, page, isRepeated, isUsedUp](const PreparedMeetings &prepared) {
                                       if (!m_stopped)
                                           store(page, prepared, isRepeated, isUsedUp);
                                   });
}

void RangeReader::store(const Page<Meeting> &page, const PreparedMeetings &prepared, bool isRepeated, bool isUsedUp)
{
    const auto fail = [this](const Error &error) {
        m_stopped = true; // a page that is on its way changes nothing any more
        emit finished(Unexpected(error));
    };
    if (const Result<Done> stored = m_meetings.store(page.items, prepared); !stored)
        return fail(stored.error());
    for (const Meeting &meeting : page.items) {
        m_listed.append({meeting.uri, meeting.start});
        m_lastStart = m_lastStart.isValid() ? std::max(m_lastStart, meeting.start) : meeting.start;
    }
    const bool isLast = page.nextPageToken.isEmpty();
    // More meetings may start at the same moment as the last one of this page, so that moment is not settled yet.
    const QDateTime until = isLast ? m_job.range.end : std::min(m_lastStart, m_job.range.end);
    const Result<Done> settled = settle(until);
    emit pageRead(int(page.items.size()));
    if (!settled)
        return fail(settled.error());
    const bool cameForward = m_from > m_job.range.begin;
    if (isLast || (isUsedUp && cameForward))
        return emit finished(ReadReach{{m_job.range.begin, m_from}, m_from >= m_job.range.end});
    if (isRepeated)
        return fail(failure(Error::Kind::Malformed, QStringLiteral("The same page was named twice")));
    if (isUsedUp)
        ask(page.nextPageToken);
}

Result<Done> RangeReader::settle(const QDateTime &until)
{
    if (!until.isValid() || until <= m_from)
        return Done{};
    const TimeRange known{m_from, until};
    QList<QUrl> listed;
    for (const Listed &meeting : std::as_const(m_listed))
        listed.append(meeting.uri);
    if (const Result<Done> removed = m_meetings.removeMissing(known, listed); !removed)
        return removed;
    m_from = until;
    m_listed.removeIf([this](const Listed &meeting) { return meeting.start < m_from; });
    if (uncovered(known, m_state.covered()).isEmpty())
        return Done{}; // a look that finds nothing new writes nothing
    return m_state.addCovered(known);
}
