// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>

class MergedMeetings;
class ToastHost;
struct MainWindowParts;
struct Meeting;

/// Follows a link from one meeting to another. One that is not stored here is asked for first; where it cannot be had, or has
/// no place in this schedule, a toast says why.
class LinkedMeeting : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    LinkedMeeting(const MainWindowParts &parts, const MergedMeetings &meetings, ToastHost &toasts, QObject *parent = nullptr);

    /// `from` tells the account that knows of `meeting`. A second call takes the place of the first.
    void open(const QUrl &meeting, const QUrl &from);
    void giveUp(); ///< Somebody turned to something else.

signals:
    void found(const QUrl &meeting); ///< it is stored

private:
    void fetch(const QUrl &meeting, const QUrl &from);
    void cannotBeKept(const Meeting &meeting, bool isOwn);

    const MainWindowParts &m_parts;
    const MergedMeetings &m_meetings;
    ToastHost &m_toasts;
    QUrl m_wanted; ///< asked for just now
};
