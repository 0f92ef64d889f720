// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meeting.h"
#include "meetingservice.h"
#include "schedulinglink.h"

#include <QObject>

class CancelJournal;
class LinkService;

/// Takes one meeting of the journal to its end: makes its link, writes down that the request leaves, sends it, and writes
/// down what came of it. What cannot be written down is not sent. Lives as long as the store belongs to the same account.
class CancelStep : public QObject
{
    Q_OBJECT

public:
    CancelStep(CancelJournal &journal, MeetingService &meetings, LinkService &links);

    void cancel(const QUrl &meeting);
    /// Looks at a meeting whose outcome is unknown; one that still stands is then among the failed.
    void look(const QUrl &meeting);

signals:
    void changed();
    /// Later, once for each call of cancel(). An error says why the meeting is not canceled, or may not be.
    void ended(const QUrl &meeting, const std::optional<Error> &error);
    void looked(const QUrl &meeting);

private:
    void makeLink(const QUrl &meeting);
    void send(const QUrl &meeting);
    void answered(const QUrl &meeting, const Result<MeetingService::CancelOutcome> &outcome);
    void fail(const QUrl &meeting, const Error &error);
    void end(const QUrl &meeting, const std::optional<Error> &error = std::nullopt);
    void judge(const QUrl &meeting, const Result<Meeting> &found);

    CancelJournal &m_journal;
    MeetingService &m_meetings;
    LinkService &m_links;
};
