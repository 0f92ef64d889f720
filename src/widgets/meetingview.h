// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QUrl>

/// One of the ways in which the schedule shows its meetings: the agenda, the time grid of days, the month. Every view
/// also has these signals, which a class that is no QObject cannot declare:
///
/// - currentMeetingChanged(): another meeting, or none, is the one that the card is about;
/// - selectedMeetingsChanged(): others are selected together with it;
/// - visibleChanged(): a while after scrolling, resizing or news;
/// - joinPressed(): Enter or a double click on the current meeting;
/// - cardPressed(): Space, or a click on the meeting that was current before.
class MeetingView
{
public:
    virtual ~MeetingView() = default;

    virtual QUrl currentMeeting() const = 0; ///< empty where there is none
    virtual void setCurrentMeeting(const QUrl &meeting) = 0;
    virtual bool shows(const QUrl &meeting) const = 0;
    virtual QList<QUrl> selectedMeetings() const = 0; ///< in order of time; the current one is among them
    virtual QList<QUrl> visibleMeetings() const = 0;
    virtual bool dropSelection() = 0; ///< leaves just the current meeting; false where nothing else was selected
};
