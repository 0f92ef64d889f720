// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readqueue.h"
#include "serviceparts.h"
#include "synctimes.h"
#include "timerange.h"

/// What SyncService reads and in which order: looks at what can have changed, and the fill of what was never read.
/// Knows nothing of failures but to report them; when to look is SyncService's.
class SyncWorker : public QObject
{
    Q_OBJECT

public:
    SyncWorker(SyncParts parts, Clock clock, SyncTimes times, QObject *parent);

    void setUser(const QUrl &user);
    void showing(const TimeRange &range); ///< null ends are open
    void readShown(); ///< now, where it was never read
    TimeRange shown() const; ///< as far as it is kept

    /// A look now; a long one reads all that lies ahead, event types and hours, and what is shown first where it was
    /// never read. Ends with lookDone() or failed(), which stops the fill too.
    void look(bool longOne, Urgency urgency);
    /// The next short looks read event types and hours, too, one list each.
    void listsAreDue();
    void stop();
    void forget(); ///< stops, and begins anew with another account's store

    bool isLooking() const { return m_look; }
    bool isFilling() const { return m_fill; }
    int partsDone() const { return m_fill ? m_fill->jobsDone() : 0; }
    int partsTotal() const { return m_fill ? m_fill->jobs() : 0; }
    int meetingsRead() const { return m_meetingsRead; }

signals:
    void progressed();
    void lookDone(bool longOne);
    /// The past is read, but for what `problem` kept out.
    void fillDone(const std::optional<Error> &problem);
    void failed(const Error &error);

private:
    ReadQueue *newQueue(int atOnce, ReadQueue::AfterTrouble afterTrouble);
    ReadJob jobFor(const TimeRange &range, Urgency urgency) const;
    void drop(ReadQueue *&queue);
    bool readShownFirst(Urgency urgency);
    void readAhead(const QDateTime &begin, Urgency urgency);
    void readNear(Urgency urgency);
    void readFar(const ReadReach &near, Urgency urgency);
    void readLists();
    bool readNextList();
    void startLook(bool longOne);
    void fill(int atOnce);
    QList<TimeRange> past(const QList<TimeRange> &covered) const; ///< what is still to be read of it
    bool forgetStaleCover();
    QDateTime lookBegin() const;
    QDateTime horizon() const;
    void fail(const Error &error);

    SyncParts m_parts;
    Clock m_clock;
    SyncTimes m_times;
    QUrl m_user;
    TimeRange m_shown;
    ReadQueue *m_look = nullptr;
    ReadQueue *m_fill = nullptr;
    QDateTime m_far; ///< where the next short look goes on reading what lies far ahead; null: after the near page
    enum class List { EventTypes, UnknownTypes, Hours };
    QList<List> m_listsDue;
    int m_meetingsRead = 0;
    bool m_coverChecked = false; ///< what was read before this start was found to be worth keeping, or was dropped
};
