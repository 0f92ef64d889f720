// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cancelitem.h"
#include "latewrites.h"
#include "meeting.h"
#include "meetingservice.h"
#include "schedulinglink.h"

#include <QObject>
#include <QSet>

class CancelJournal;
class LinkService;

/// Takes one meeting of the journal to its end: makes its link, writes down that the request leaves, sends it, and writes
/// down what came of it. What cannot be written down is not sent. Lives as long as the store belongs to the same account.
class CancelStep : public QObject
{
    Q_OBJECT

public:
    CancelStep(CancelJournal &journal, MeetingService &meetings, LinkService &links, const LookTimes &times);

    void cancel(const QUrl &meeting);
    /// Looks at a meeting whose outcome is unknown; one that still stands is then among the failed, unless Calendly may still
    /// be at work on it: then it is looked at again in a while, by itself.
    void look(const QUrl &meeting);
    bool looksAgain(const QUrl &meeting) const { return m_late.mayCome(meeting) && m_looking.contains(meeting); }
    bool looksAgain() const;
    /// The journal was read: what left just before the program ended may still be done, so that a look may come too early.
    void resume(const QDateTime &now);

signals:
    void changed();
    /// Later, once for each call of cancel(). An error says why the meeting is not canceled, or may not be.
    void ended(const QUrl &meeting, const std::optional<Error> &error);
    /// `wasUnknown` says that nobody had found it out before.
    void looked(const QUrl &meeting, bool wasUnknown);

private:
    void makeLink(const QUrl &meeting);
    void send(const QUrl &meeting);
    void answered(const QUrl &meeting, const Result<MeetingService::CancelOutcome> &outcome);
    void fail(const QUrl &meeting, const Error &error);
    void end(const QUrl &meeting, const std::optional<Error> &error = std::nullopt);
    void judge(const CancelItem &item, const Result<Meeting> &found);

    CancelJournal &m_journal;
    MeetingService &m_meetings;
    LinkService &m_links;
    LateWrites<QUrl> m_late;
    QSet<QUrl> m_looking; ///< of those, the ones that are looked at by themselves
};
