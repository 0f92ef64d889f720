// SPDX-License-Identifier: GPL-3.0-or-later
#include "rangereader.h"

#include "incomplete.h"
#include "meetingsapi.h"
#include "meetingservice.h"
#include "preparedmeetings.h"
#include "syncplan.h"
#include "syncstatetable.h"
#include "turnbyturn.h"

#include <algorithm>

namespace {

constexpr int barrenPages = 5; ///< in a row, of a list that is taken to have no end
constexpr int pagesAhead = 3; ///< that wait to be stored while the next one is asked for

} // namespace

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
    ++m_unstored;
    const std::optional<Error> flaw = flawOf(page);
    // Whether the last page allowed brought this job on at all is known once it is stored.
    const bool isUsedUp = m_pages >= m_job.pages;
    if (!flaw && !isUsedUp) {
        m_next = page.nextPageToken;
        askNext();
    }
    m_turns.line<PreparedMeetings>(this, m_meetings.preparation(page.items),
                                   [this, page, flaw, isUsedUp](const PreparedMeetings &prepared) {
                                       if (!m_stopped)
                                           store(page, prepared, flaw, isUsedUp);
                                   });
}

void RangeReader::askNext()
{
    if (!m_next.isEmpty() && m_unstored <= pagesAhead)
        ask(std::exchange(m_next, {}));
}

/// Whatever their order: a list that is not sorted as it was asked to be has an end all the same.
bool RangeReader::bringsNew(const QList<Meeting> &meetings)
{
    const qsizetype before = m_seen.size();
    for (const Meeting &meeting : meetings)
        m_seen.insert(qHash(meeting.uri));
    return m_seen.size() > before;
}

/// What is wrong with the page that would follow; null where nothing is, or where none follows.
std::optional<Error> RangeReader::flawOf(const Page<Meeting> &page)
{
    m_barren = bringsNew(page.items) ? 0 : m_barren + 1;
    if (page.nextPageToken.isEmpty())
        return page.flaw;
    if (m_tokens.contains(page.nextPageToken))
        return incomplete(QStringLiteral("The same page was named twice"));
    m_tokens.insert(page.nextPageToken);
    if (m_barren >= barrenPages || m_pages >= m_api.mostPages())
        return incomplete(QStringLiteral("The list of meetings has no end"));
    return std::nullopt;
}

void RangeReader::store(const Page<Meeting> &page, const PreparedMeetings &prepared, const std::optional<Error> &flaw, bool isUsedUp)
{
    --m_unstored;
    const auto fail = [this](const Error &error) {
        m_stopped = true; // a page that is on its way changes nothing any more
        emit finished(Unexpected(error));
    };
    if (const Result<Done> stored = m_meetings.store(page.items, prepared); !stored)
        return fail(stored.error());
    for (const Meeting &meeting : page.items) {
        m_listed.append({meeting.uri, meeting.start});
        m_inOrder = m_inOrder && !(m_lastStart.isValid() && meeting.start < m_lastStart);
        m_lastStart = m_lastStart.isValid() ? std::max(m_lastStart, meeting.start) : meeting.start;
    }
    m_mayHide = m_mayHide || page.leftOut > 0;
    const bool isLast = page.nextPageToken.isEmpty() && !page.flaw;
    // More meetings may start at the same moment as the last one of this page, so that moment is not settled yet.
    const QDateTime soFar = m_inOrder ? std::min(m_lastStart, m_job.range.end) : m_from;
    const QDateTime until = isLast ? m_job.range.end : soFar;
    const QDateTime before = m_from;
    const Result<Done> settled = settle(until);
    if (m_from > before)
        m_mayHide = page.leftOut > 0; // the last of a page lies anywhere up to the first of the next one
    emit pageRead(int(page.items.size()));
    if (!settled)
        return fail(settled.error());
    const bool cameForward = m_from > m_job.range.begin;
    if (isLast || (isUsedUp && cameForward))
        return emit finished(ReadReach{{m_job.range.begin, m_from}, m_from >= m_job.range.end});
    if (flaw)
        return fail(*flaw);
    if (isUsedUp)
        return ask(page.nextPageToken);
    askNext();
}

Result<Done> RangeReader::settle(const QDateTime &until)
{
    if (!until.isValid() || until <= m_from)
        return Done{};
    const TimeRange known{m_from, until};
    if (!m_mayHide) {
        QList<QUrl> listed;
        for (const Listed &meeting : std::as_const(m_listed))
            listed.append(meeting.uri);
        if (const Result<Done> removed = m_meetings.removeMissing(known, listed); !removed)
            return removed;
    }
    m_from = until;
    m_listed.removeIf([this](const Listed &meeting) { return meeting.start < m_from; });
    if (uncovered(known, m_state.covered()).isEmpty())
        return Done{}; // a look that finds nothing new writes nothing
    return m_state.addCovered(known);
}
