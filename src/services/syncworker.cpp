// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncworker.h"

#include "accountservice.h"
#include "availabilityservice.h"
#include "eventtypeservice.h"
#include "meetingservice.h"
#include "restclient.h"
#include "retention.h"
#include "syncplan.h"
#include "syncstatetable.h"
#include "zones.h"

#include <algorithm>

namespace {
constexpr int fewMeetings = 300; ///< ahead: read in one go, since splitting would cost more requests than it saves time
constexpr int daysOfOpenView = 28; ///< of a view without an end, read before the rest
constexpr qint64 secondsOfDay = 24 * 60 * 60;
} // namespace

SyncWorker::SyncWorker(SyncParts parts, Clock clock, SyncTimes times, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_clock(std::move(clock))
    , m_times(times)
{
}

void SyncWorker::setUser(const QUrl &user)
{
    m_user = user;
}

void SyncWorker::showing(const TimeRange &range)
{
    m_shown = range;
}

void SyncWorker::readShown()
{
    ReadQueue *queue = m_look ? m_look : m_fill;
    if (!queue)
        return fill(m_times.partsAtOnce);
    const QList<TimeRange> parts = uncovered(shown(), m_parts.syncState.covered());
    for (const TimeRange &part : parts) {
        const bool isComing = (m_look && m_look->contains(part)) || (m_fill && m_fill->contains(part));
        if (!isComing)
            queue->addFirst(jobFor(part, Urgency::Now));
    }
}

TimeRange SyncWorker::shown() const
{
    const QDateTime now = m_clock();
    if (!m_shown.begin.isValid() && !m_shown.end.isValid()) {
        const std::optional<Account> account = m_parts.account.account();
        return weekAround(now, account ? zoneOfUser(account->user.timezone) : zoneOfSystem());
    }
    const TimeRange view{m_shown.begin.isValid() ? m_shown.begin : now.addSecs(-secondsOfDay),
                         m_shown.end.isValid() ? std::min(m_shown.end, endOfTime()) : now.addDays(daysOfOpenView)};
    return keptPart(view, horizon());
}

QDateTime SyncWorker::horizon() const
{
    return m_parts.retention ? m_parts.retention->horizon() : QDateTime();
}

void SyncWorker::look(bool longOne, Urgency urgency)
{
    if (m_look)
        return;
    if (!longOne)
        return readNear(urgency);
    if (!forgetStaleCover())
        return;
    readLists();
    if (!readShownFirst(urgency))
        readAhead(lookBegin(), urgency);
}

bool SyncWorker::forgetStaleCover()
{
    if (m_coverChecked)
        return true;
    // An earlier start that never came to the end of a look left no trace of how old its reading is: read it again.
    if (!m_parts.syncState.lastSync().isValid() && !m_parts.syncState.covered().isEmpty()) {
        if (const Result<Done> forgotten = m_parts.syncState.forgetCovered(); !forgotten) {
            fail(forgotten.error());
            return false;
        }
    }
    m_coverChecked = true;
    return true;
}

bool SyncWorker::readShownFirst(Urgency urgency)
{
    const TimeRange view = shown();
    const QList<TimeRange> parts = uncovered(view, m_parts.syncState.covered());
    if (parts.isEmpty())
        return false;
    const bool wholly = parts == QList<TimeRange>{view};
    const QDateTime begin = lookBegin();
    const QDateTime end = view.end;
    // What was read just now need not be read again; what was covered before may have changed since.
    const bool skips = wholly && view.begin <= begin && begin < end;
    m_look = newQueue(m_times.partsAtOnce, ReadQueue::AfterTrouble::Stop);
    for (const TimeRange &part : parts)
        m_look->add(jobFor(part, Urgency::Now));
    connect(m_look, &ReadQueue::drained, this, [this, urgency, begin = skips ? end : begin] {
        drop(m_look);
        readAhead(begin, urgency);
    });
    m_look->start();
    return true;
}

void SyncWorker::readAhead(const QDateTime &begin, Urgency urgency)
{
    m_far = {};
    m_look = newQueue(m_times.partsAtOnce, ReadQueue::AfterTrouble::Stop);
    MeetingQuery ahead;
    ahead.range = {begin, endOfTime()};
    const bool isKnown = uncovered(ahead.range, m_parts.syncState.covered()).isEmpty();
    const bool inOneGo = begin >= endOfTime() || (isKnown && m_parts.meetings.count(ahead) <= fewMeetings);
    const QList<TimeRange> parts = inOneGo ? QList<TimeRange>{ahead.range} : futureParts(begin, m_clock());
    for (const TimeRange &part : parts) {
        if (part.begin < part.end)
            m_look->add(jobFor(part, urgency));
    }
    startLook(true);
    // Who signs in waits for all of it. What lies ahead keeps its turn, since that was asked for first.
    if (urgency == Urgency::Now && !m_fill && !past(m_parts.syncState.covered()).isEmpty())
        fill(std::max(1, m_times.partsAtOnce - m_look->jobs()));
}

void SyncWorker::readNear(Urgency urgency)
{
    // Calendly cannot be asked for what changed since a moment, and a booking or a cancellation may concern any day
    // ahead. So a look reads the first page of what lies ahead, which for nearly everybody is all of it, and where
    // there is more, one further page that moves on from look to look, or a list in its stead: a program that nobody
    // touches makes two calls a minute at most.
    const bool readsList = readNextList();
    m_look = newQueue(1, ReadQueue::AfterTrouble::Stop);
    ReadJob near = jobFor({lookBegin(), endOfTime()}, urgency);
    near.pages = 1;
    m_look->add(near);
    connect(m_look, &ReadQueue::jobDone, this,
            [this, urgency, readsList, begin = near.range.begin](const ReadJob &job, const ReadReach &reach) {
                if (readsList)
                    return;
                if (job.range.begin == begin)
                    readFar(reach, urgency);
                else if (job.range.end == endOfTime())
                    m_far = reach.toEnd ? QDateTime() : reach.range.end;
            });
    startLook(false);
}

void SyncWorker::readFar(const ReadReach &near, Urgency urgency)
{
    if (near.toEnd) {
        m_far = {};
        return;
    }
    const QDateTime begin = m_far.isValid() ? std::max(m_far, near.range.end) : near.range.end;
    ReadJob far = jobFor({begin, endOfTime()}, urgency);
    far.pages = 1;
    m_look->add(far);
}

void SyncWorker::readLists()
{
    // Their problems are their own (pages show them); a scope that is missing there must not end the look.
    m_parts.eventTypes.refresh(m_user, this, {});
    m_parts.availability.refreshSchedules(m_user, this, {});
}

void SyncWorker::listsAreDue()
{
    m_listsDue = {List::EventTypes, List::UnknownTypes, List::Hours};
}

bool SyncWorker::readNextList()
{
    if (m_listsDue.isEmpty())
        return false;
    switch (m_listsDue.takeFirst()) {
    case List::EventTypes:
        m_parts.eventTypes.refresh(m_user, this, {});
        break;
    case List::UnknownTypes:
        m_parts.eventTypes.fetchUnknown();
        break;
    case List::Hours:
        m_parts.availability.refreshSchedules(m_user, this, {});
        break;
    }
    return true;
}

void SyncWorker::startLook(bool longOne)
{
    connect(m_look, &ReadQueue::drained, this, [this, longOne] {
        drop(m_look);
        if (const Result<Done> written = m_parts.syncState.setLastSync(m_clock()); !written)
            return fail(written.error());
        // Only now: a clock that is far off must not end them while nobody answers by it.
        if (const Result<Done> ended = m_parts.syncState.endOldErasures(m_clock()); !ended)
            return fail(ended.error());
        if (longOne)
            m_parts.eventTypes.fetchUnknown();
        if (m_fill)
            m_fill->setAtOnce(m_times.partsAtOnce);
        else
            fill(m_times.partsAtOnce);
        emit lookDone(longOne);
    });
    m_look->start();
}

void SyncWorker::fill(int atOnce)
{
    const QList<TimeRange> covered = m_parts.syncState.covered();
    const QList<TimeRange> visible = uncovered(shown(), covered);
    const QList<TimeRange> parts = past(covered + visible);
    if (visible.isEmpty() && parts.isEmpty())
        return m_parts.meetings.fetchMissingInvitees();
    m_fill = newQueue(atOnce, ReadQueue::AfterTrouble::GoOn);
    for (const TimeRange &part : visible)
        m_fill->add(jobFor(part, Urgency::Now));
    for (const TimeRange &part : parts)
        m_fill->add(jobFor(part, Urgency::Background));
    connect(m_fill, &ReadQueue::drained, this, [this](const std::optional<Error> &problem) {
        drop(m_fill);
        m_parts.meetings.fetchMissingInvitees();
        m_parts.eventTypes.fetchUnknown();
        emit fillDone(problem);
    });
    m_fill->start();
}

QList<TimeRange> SyncWorker::past(const QList<TimeRange> &covered) const
{
    // Each look comes by here, and usually all is read: then nothing is counted.
    if (pastParts(m_clock(), covered, daysOfPart(0, shown()), horizon()).isEmpty())
        return {};
    MeetingQuery look;
    look.range = shown();
    return pastParts(m_clock(), covered, daysOfPart(m_parts.meetings.count(look), look.range), horizon());
}

void SyncWorker::stop()
{
    drop(m_look);
    drop(m_fill);
}

void SyncWorker::forget()
{
    stop();
    m_shown = {};
    m_far = {};
    m_listsDue.clear();
    m_meetingsRead = 0;
    m_coverChecked = false;
}

ReadQueue *SyncWorker::newQueue(int atOnce, ReadQueue::AfterTrouble afterTrouble)
{
    auto *queue = new ReadQueue(m_parts.meetingsApi, m_parts.meetings, m_parts.syncState, atOnce, afterTrouble, this);
    connect(queue, &ReadQueue::failed, this, &SyncWorker::fail);
    connect(queue, &ReadQueue::pageRead, this, [this](int meetings) {
        m_meetingsRead += meetings;
        emit progressed();
    });
    return queue;
}

ReadJob SyncWorker::jobFor(const TimeRange &range, Urgency urgency) const
{
    ReadJob job;
    job.user = m_user;
    job.range = range;
    job.pageSize = m_times.pageSize;
    job.urgency = urgency;
    return job;
}

QDateTime SyncWorker::lookBegin() const
{
    const QDateTime now = m_clock();
    const QDateTime last = m_parts.syncState.lastSync();
    // What lay ahead when last looked at may have changed before it passed.
    const QDateTime begin = (last.isValid() ? std::min(now, last) : now).addSecs(-secondsOfDay);
    return keptPart({begin, endOfTime()}, horizon()).begin;
}

void SyncWorker::drop(ReadQueue *&queue)
{
    if (!queue)
        return;
    queue->stop();
    queue->disconnect(this);
    queue->deleteLater(); // it may be what is telling us just now
    queue = nullptr;
}

void SyncWorker::fail(const Error &error)
{
    stop();
    emit failed(error);
}
