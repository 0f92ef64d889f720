// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "timerange.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <limits>

class MeetingsApi;
class MeetingService;
class SyncStateTable;
class TurnByTurn;
enum class Urgency;
struct Meeting;
struct PreparedMeetings;
template <typename T> struct Page;

/// A stretch of time to be read, by start of meetings.
struct ReadJob
{
    QUrl user;
    TimeRange range;
    int pages = std::numeric_limits<int>::max(); ///< at most, unless more are needed to get on at all
    int pageSize = 100;
    Urgency urgency{};
};

/// How far a job came.
struct ReadReach
{
    TimeRange range; ///< read whole; shorter than asked for when the pages were used up
    bool toEnd = true;
};

/// Reads the meetings of a stretch, page by page from its beginning, into the store. After each page everything up to
/// its last start is known, so what was read counts even when the next page fails; where pages turn out not to come by
/// start, nothing is known before the last one. The next page is asked for before the
/// present one is stored, but no more than a few wait for that; pages are made ready by another thread and stored one a
/// turn of the event loop. A list without an end is an error.
class RangeReader : public QObject
{
    Q_OBJECT

public:
    RangeReader(MeetingsApi &api, MeetingService &meetings, SyncStateTable &state, TurnByTurn &turns, ReadJob job,
                QObject *parent);

    void start();
    void stop() { m_stopped = true; } ///< What comes from now on is not stored and not told.
    const ReadJob &job() const { return m_job; }

signals:
    void pageRead(int meetings);
    /// Once, and nothing afterwards.
    void finished(const Result<ReadReach> &reach);

private:
    void ask(const QString &pageToken);
    void askNext();
    void receive(const Page<Meeting> &page);
    bool bringsNew(const QList<Meeting> &meetings);
    std::optional<Error> flawOf(const Page<Meeting> &page);
    void store(const Page<Meeting> &page, const PreparedMeetings &prepared, const std::optional<Error> &flaw, bool isUsedUp);
    Result<Done> settle(const QDateTime &until);

    MeetingsApi &m_api;
    MeetingService &m_meetings;
    SyncStateTable &m_state;
    TurnByTurn &m_turns;
    ReadJob m_job;
    QDateTime m_from; ///< everything before is settled
    struct Listed
    {
        QUrl uri;
        QDateTime start;
    };
    QList<Listed> m_listed; ///< those that start at m_from or later, so far
    QDateTime m_lastStart;
    bool m_inOrder = true; ///< they came by start, so far
    bool m_mayHide = false; ///< one that could not be read may be any of those that start at m_from or later, so far
    QSet<QString> m_tokens; ///< of pages that were asked for
    QString m_next; ///< of the page to be asked for once fewer wait to be stored
    QSet<size_t> m_seen; ///< what meetings that came are told by, which is far less than their addresses
    int m_pages = 0;
    int m_barren = 0; ///< pages in a row that brought nothing new
    int m_unstored = 0; ///< pages that came and wait for their turn
    bool m_stopped = false;
};
