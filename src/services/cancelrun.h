// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canceljournal.h"
#include "cancelqueue.h"
#include "cancelstep.h"

#include <QSet>
#include <QTimer>

/// What a CancelQueue knows and how a run goes on from one meeting to the next.
class CancelQueue::Private
{
public:
    Private(CancelQueue *queue, CancelTable &table, MeetingService &meetingService, LinkService &linkService, Clock presentTime,
            LookTimes lookTimes)
        : q(queue)
        , journal(table, presentTime)
        , meetings(meetingService)
        , links(linkService)
        , clock(std::move(presentTime))
        , times(std::move(lookTimes))
    {
    }

    void renew();
    void send(const QList<QUrl> &wanted);
    void dropSettled();
    void drop(const QList<QUrl> &gone);
    void strike();
    void next();
    void stand(Cause why);
    void stepEnded(const QUrl &meeting, const std::optional<Error> &error);
    void singleEnded(const QUrl &meeting);
    void looked(const QUrl &meeting, bool wasUnknown);
    QList<QUrl> inState(CancelItem::State wanted) const;
    QList<QUrl> waitingToGo() const;

    CancelQueue *q;
    CancelJournal journal;
    MeetingService &meetings;
    LinkService &links;
    Clock clock;
    LookTimes times;
    std::unique_ptr<CancelStep> step;
    PacedRun run;
    QTimer strikeAgain;
    QSet<QUrl> going; ///< what the run is to send
    QSet<QUrl> singles; ///< on their own way
    QSet<QUrl> checking;
    QSet<QUrl> retrying; ///< sent again when a look finds that they still stand
    int doneInRun = 0;
    QDateTime runBegan;
};
