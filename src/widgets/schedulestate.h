// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountservice.h"
#include "agendarows.h"
#include "meetingservice.h"
#include "schedulefilter.h"
#include "statepanel.h"
#include "syncservice.h"

#include <optional>

/// How much of a period is kept on this computer.
enum class Kept { All, Partly, None };

/// What the schedule knows when it chooses what to show.
struct ScheduleFacts
{
    int shown = 0; ///< meetings in the list
    int hidden = 0; ///< meetings of the period that filters hide
    bool unreadable = false; ///< what is stored of the period could not be read
    bool firstFill = false;
    SyncService::State sync = SyncService::State::UpToDate;
    AccountService::State account = AccountService::State::Ready;
    Error accountProblem; ///< why the sign-in ended
    std::optional<Error> problem;
    QDateTime lastSync;
    QDateTime offlineSince;
    bool hasEventTypes = false;
    MeetingService::SearchState search = MeetingService::SearchState::Whole; ///< while something is searched for
    int monthsKept = 0; ///< 0: everything
    Kept kept = Kept::All; ///< of the period
    bool drawsDays = false; ///< a calendar shows its days even where they are empty
};

enum class ScheduleButton { None, TryAgain, SignIn, ClearFilters, CopyLink, ShowUpcoming, OpenCalendly };

/// In place of the list: why there is nothing, and one way on.
struct SchedulePanel
{
    QString icon;
    StatePanel::Tone tone = StatePanel::Tone::Neutral;
    QString title;
    QString sentence;
    QString button;
    QString buttonIcon;
    ScheduleButton does = ScheduleButton::None;
    bool operator==(const SchedulePanel &) const = default;
};

/// Above the list: what is wrong with what is shown.
struct ScheduleBanner
{
    QString icon;
    QString text;
    QString button;
    ScheduleButton does = ScheduleButton::None;
    bool operator==(const ScheduleBanner &) const = default;
};

/// The period was never read and nothing of it is here: an empty list means nothing then.
bool isUnread(const ScheduleFacts &facts);
/// The period lies before what is kept, and nothing of it is here: an empty list means nothing then, either.
bool isForgotten(const ScheduleFacts &facts);
/// What is stored could not be read: an empty list means nothing, whatever the view.
bool isUnreadable(const ScheduleFacts &facts);
/// True while bars stand in for rows that have never been read.
bool isLoading(const ScheduleFacts &facts);
/// Nothing when the list is shown.
std::optional<SchedulePanel> schedulePanel(const ScheduleFacts &facts, const ScheduleFilter &filter, const AgendaSetting &setting);
std::optional<ScheduleBanner> scheduleBanner(const ScheduleFacts &facts, const AgendaSetting &setting);
/// "Reading meetings, what comes next first. 100 are here."
QString loadingText(const ScheduleFacts &facts, const SyncService::Progress &progress);
