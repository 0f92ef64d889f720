// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rangereader.h"
#include "turnbyturn.h"

#include <optional>

/// Stretches of time waiting to be read, a few at once. What was read stays, however it ends.
class ReadQueue : public QObject
{
    Q_OBJECT

public:
    enum class AfterTrouble {
        Stop, ///< the first failure ends the queue
        GoOn, ///< a failure of one stretch alone leaves that stretch out, so that it does not block the others
    };

    ReadQueue(MeetingsApi &api, MeetingService &meetings, SyncStateTable &state, int atOnce, AfterTrouble afterTrouble,
              QObject *parent);

    void add(const ReadJob &job);
    void addFirst(const ReadJob &job);
    void setAtOnce(int atOnce); ///< how many stretches are read side by side from now on
    void start(); ///< drained() follows later, also when nothing was added
    void stop(); ///< Reads and tells nothing from now on.
    bool contains(const TimeRange &range) const; ///< waiting or being read
    int jobsDone() const { return m_done; }
    int jobs() const { return m_done + int(m_running.size() + m_waiting.size()); }

signals:
    void pageRead(int meetings);
    /// A stretch is read; jobs added now still belong to the same queue.
    void jobDone(const ReadJob &job, const ReadReach &reach);
    /// Everything is done; `problem` is that of a stretch that was left out.
    void drained(const std::optional<Error> &problem);
    /// It stopped for good.
    void failed(const Error &error);

private:
    void goOn();
    void launch(const ReadJob &job);
    void ended(RangeReader *reader, const Result<ReadReach> &reach);

    MeetingsApi &m_api;
    MeetingService &m_meetings;
    SyncStateTable &m_state;
    int m_atOnce;
    AfterTrouble m_afterTrouble;
    TurnByTurn m_turns;
    QList<ReadJob> m_waiting;
    QList<RangeReader *> m_running;
    int m_done = 0;
    bool m_over = false;
    std::optional<Error> m_problem;
};
