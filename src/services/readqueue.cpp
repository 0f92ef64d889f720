// SPDX-License-Identifier: GPL-3.0-or-later
#include "readqueue.h"

#include "whilealive.h"

#include <algorithm>

namespace {

/// True where the other stretches of time would fail likewise.
bool concernsAll(const Error &error)
{
    return isUnreachable(error) || error.kind == Error::Kind::RateLimited || error.kind == Error::Kind::SignedOut
        || error.kind == Error::Kind::Storage;
}

} // namespace

ReadQueue::ReadQueue(MeetingsApi &api, MeetingService &meetings, SyncStateTable &state, int atOnce,
                     AfterTrouble afterTrouble, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_meetings(meetings)
    , m_state(state)
    , m_atOnce(atOnce)
    , m_afterTrouble(afterTrouble)
{
}

void ReadQueue::add(const ReadJob &job)
{
    m_waiting.append(job);
}

void ReadQueue::addFirst(const ReadJob &job)
{
    m_waiting.prepend(job);
}

void ReadQueue::setAtOnce(int atOnce)
{
    m_atOnce = atOnce;
    start();
}

void ReadQueue::start()
{
    QMetaObject::invokeMethod(this, &ReadQueue::goOn, Qt::QueuedConnection);
}

bool ReadQueue::contains(const TimeRange &range) const
{
    const auto holds
        = [&range](const ReadJob &job) { return job.range.begin <= range.begin && range.end <= job.range.end; };
    return std::any_of(m_waiting.begin(), m_waiting.end(), holds)
        || std::any_of(m_running.begin(), m_running.end(), [&](RangeReader *reader) { return holds(reader->job()); });
}

void ReadQueue::goOn()
{
    while (!m_over && m_running.size() < m_atOnce && !m_waiting.isEmpty())
        launch(m_waiting.takeFirst());
    if (m_over || !m_running.isEmpty())
        return;
    m_over = true;
    emit drained(m_problem);
}

void ReadQueue::launch(const ReadJob &job)
{
    auto *reader = new RangeReader(m_api, m_meetings, m_state, m_turns, job, this);
    m_running.append(reader);
    connect(reader, &RangeReader::pageRead, this, &ReadQueue::pageRead);
    connect(reader, &RangeReader::finished, this,
            [this, reader](const Result<ReadReach> &reach) { ended(reader, reach); });
    reader->start();
}

void ReadQueue::ended(RangeReader *reader, const Result<ReadReach> &reach)
{
    reader->deleteLater();
    m_running.removeOne(reader);
    if (m_over)
        return;
    if (!reach) {
        if (m_afterTrouble == AfterTrouble::Stop || concernsAll(reach.error())) {
            stop();
            return emit failed(reach.error());
        }
        m_problem = reach.error();
    }
    ++m_done;
    if (reach)
        emit jobDone(reader->job(), *reach);
    goOn();
}

void ReadQueue::stop()
{
    m_over = true;
    m_waiting.clear();
    for (RangeReader *reader : std::exchange(m_running, {})) {
        reader->stop();
        reader->deleteLater();
    }
}
