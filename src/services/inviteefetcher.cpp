// SPDX-License-Identifier: GPL-3.0-or-later
#include "inviteefetcher.h"

#include "meetingsapi.h"
#include "meetingtable.h"
#include "whilealive.h"
#include "withstored.h"

namespace {
constexpr int mostAtOnce = 4;
constexpr int pieceSize = 100;
constexpr int mostTries = 3; ///< of one meeting while the program runs, so that a bad one is not asked for every minute
} // namespace

InviteeFetcher::InviteeFetcher(MeetingsApi &api, MeetingTable &table, Clock clock, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_table(table)
    , m_clock(std::move(clock))
    , m_requests(std::make_unique<QObject>())
{
}

InviteeFetcher::~InviteeFetcher() = default;

void InviteeFetcher::showing(const QList<QUrl> &meetings)
{
    m_visible = meetings;
    m_urgent = m_table.withoutInvitees(meetings);
    goOn();
}

void InviteeFetcher::fetch(const QUrl &meeting)
{
    m_failures.remove(meeting);
    if (!m_urgent.contains(meeting))
        m_urgent.prepend(meeting);
    goOn();
}

void InviteeFetcher::written(const QUrl &meeting)
{
    ++m_writes[meeting];
}

void InviteeFetcher::fetchRest()
{
    m_fetchingRest = true;
    m_rest.clear();
    m_urgent = m_table.withoutInvitees(m_visible);
    goOn();
}

void InviteeFetcher::forget()
{
    m_requests = std::make_unique<QObject>();
    m_visible.clear();
    m_urgent.clear();
    m_rest.clear();
    m_urgentRunning.clear();
    m_running.clear();
    m_failures.clear();
    m_writes.clear();
    m_fetchingRest = false;
}

void InviteeFetcher::goOn()
{
    // Those in the background may have to wait for the next minute's calls: they take no place of what somebody looks at.
    while (m_urgentRunning.size() < mostAtOnce) {
        const QUrl meeting = takeUrgent();
        if (meeting.isEmpty())
            break;
        send(meeting, Urgency::Now);
    }
    while (m_running.size() + m_urgentRunning.size() < mostAtOnce) {
        const QUrl meeting = takeRest();
        if (meeting.isEmpty())
            return;
        send(meeting, Urgency::Background);
    }
}

/// Also one that is asked for in the background, where it may wait for long.
QUrl InviteeFetcher::takeUrgent()
{
    while (!m_urgent.isEmpty()) {
        const QUrl meeting = m_urgent.takeFirst();
        if (!m_urgentRunning.contains(meeting) && m_failures.value(meeting) < mostTries)
            return meeting;
    }
    return {};
}

QUrl InviteeFetcher::takeRest()
{
    if (!m_fetchingRest)
        return {};
    if (m_rest.isEmpty())
        refill();
    while (!m_rest.isEmpty()) {
        const QUrl meeting = m_rest.takeFirst();
        if (!isRunning(meeting) && m_failures.value(meeting) < mostTries)
            return meeting;
    }
    m_fetchingRest = false;
    return {};
}

bool InviteeFetcher::isRunning(const QUrl &meeting) const
{
    return m_running.contains(meeting) || m_urgentRunning.contains(meeting);
}

void InviteeFetcher::refill()
{
    // Those under way and those given up still count as lacking; without them a piece could look empty for ever.
    const int skipped = int(m_running.size() + m_urgentRunning.size() + m_failures.size());
    for (const QUrl &meeting : m_table.withoutInvitees(m_clock(), pieceSize + skipped)) {
        if (!isRunning(meeting) && m_failures.value(meeting) < mostTries)
            m_rest.append(meeting);
    }
}

void InviteeFetcher::send(const QUrl &meeting, Urgency urgency)
{
    QSet<QUrl> &running = urgency == Urgency::Now ? m_urgentRunning : m_running;
    running.insert(meeting);
    m_api.invitees(
        meeting, urgency, m_requests.get(), [this, meeting, urgency, writes = m_writes.value(meeting)](const Result<Listing<Invitee>> &answer) {
            (urgency == Urgency::Now ? m_urgentRunning : m_running).remove(meeting);
            if (!answer)
                return failed(meeting, answer.error());
            if (answer->flaw)
                return failed(meeting, *answer->flaw);
            if (m_writes.value(meeting) != writes)
                return fetch(meeting);
            if (const Result<Done> written = keep(meeting, *answer); !written)
                return failed(meeting, written.error());
            m_failures.remove(meeting);
            emit stored(urgency == Urgency::Now);
            goOn();
        });
}

Result<Done> InviteeFetcher::keep(const QUrl &meeting, const Listing<Invitee> &listing)
{
    if (listing.leftOut == 0)
        return m_table.setInvitees(meeting, listing.items);
    const std::optional<MeetingDetails> stored = m_table.details(meeting);
    return m_table.setInvitees(meeting, stored ? withStored(listing.items, listing.leftOut, stored->invitees) : listing.items);
}

void InviteeFetcher::failed(const QUrl &meeting, const Error &error)
{
    if (isUnreachable(error) || error.kind == Error::Kind::RateLimited || error.kind == Error::Kind::SignedOut
        || error.kind == Error::Kind::Storage) {
        m_urgent.clear();
        m_rest.clear();
        m_fetchingRest = false;
        return;
    }
    ++m_failures[meeting];
    if (error.kind == Error::Kind::NotFound) {
        m_failures[meeting] = mostTries;
        emit meetingGone(meeting);
    }
    goOn();
}
