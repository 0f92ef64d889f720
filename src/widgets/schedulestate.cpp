// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulestate.h"

#include "errortext.h"
#include "retentiontext.h"
#include "untrusted.h"
#include "zones.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleState)
};

constexpr qint64 staleSeconds = 10 * 60;

bool signInEnded(const ScheduleFacts &facts)
{
    return facts.account == AccountService::State::SignInEnded || facts.sync == SyncService::State::SignedOut;
}

/// Of an error of the schedule, whose subject is known here.
QString titleOf(const Error &problem)
{
    return problem.kind == Error::Kind::Storage ? Words::tr("Meetings cannot be stored on this computer") : errorText(problem).title;
}

SchedulePanel problemPanel(const Error &problem)
{
    const ErrorText words = errorText(problem);
    const bool locked = problem.kind == Error::Kind::ScopeMissing || problem.kind == Error::Kind::NotAllowed;
    const bool waiting = problem.kind == Error::Kind::RateLimited;
    const bool signIn = problem.kind == Error::Kind::SignedOut;
    SchedulePanel panel;
    panel.icon = words.iconName;
    panel.tone = locked ? StatePanel::Tone::Info : waiting ? StatePanel::Tone::Warning : StatePanel::Tone::Danger;
    panel.title = locked ? Words::tr("The schedule is locked") : titleOf(problem);
    panel.sentence = words.sentence;
    if (locked)
        return panel;
    if (problem.kind == Error::Kind::Storage)
        panel.sentence = Words::tr("The disk may be full, or Sundial may not write in its folder. Your meetings in Calendly are not affected.");
    panel.button = signIn ? Words::tr("Sign in again") : Words::tr("Try again");
    panel.buttonIcon = signIn ? QStringLiteral("browser") : QStringLiteral("refresh");
    panel.does = signIn ? ScheduleButton::SignIn : ScheduleButton::TryAgain;
    return panel;
}

/// Without the permission to read whose sign-in it is, nothing can be shown.
SchedulePanel signInPanel(const Error &problem)
{
    SchedulePanel panel = problemPanel(Error{.kind = Error::Kind::SignedOut});
    if (problem.kind != Error::Kind::ScopeMissing)
        return panel;
    const ErrorText words = errorText(problem);
    panel.icon = words.iconName;
    panel.title = words.title;
    panel.sentence = words.sentence;
    return panel;
}

SchedulePanel unreadablePanel()
{
    SchedulePanel panel;
    panel.icon = QStringLiteral("warning");
    panel.tone = StatePanel::Tone::Danger;
    panel.title = Words::tr("The stored schedule could not be read");
    panel.sentence = Words::tr("It could not be read from the disk of this computer. Your meetings in Calendly are not affected.");
    panel.button = Words::tr("Try again");
    panel.buttonIcon = QStringLiteral("refresh");
    panel.does = ScheduleButton::TryAgain;
    return panel;
}

/// “Product demo” and “Canceled”.
QString quotedList(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names)
        quoted.append(Words::tr("“%1”").arg(name));
    if (quoted.size() < 2)
        return quoted.join(QString());
    return Words::tr("%1 and %2").arg(quoted.mid(0, quoted.size() - 1).join(QStringLiteral(", ")), quoted.last());
}

/// While not everything can be found, an empty list does not mean that there is nothing.
SchedulePanel searchPanel(MeetingService::SearchState search)
{
    const bool failed = search == MeetingService::SearchState::Failed;
    SchedulePanel panel;
    panel.icon = failed ? QStringLiteral("warning") : QStringLiteral("search");
    panel.tone = failed ? StatePanel::Tone::Warning : StatePanel::Tone::Neutral;
    panel.title = failed ? Words::tr("Searching does not work at the moment") : Words::tr("Nothing found yet");
    panel.sentence = failed ? Words::tr("The search index on this computer is damaged. Your schedule is not affected. Starting Sundial again may help.")
                            : Words::tr("Meetings are still being made ready for searching. What is found appears here.");
    panel.button = Words::tr("Clear search");
    panel.buttonIcon = QStringLiteral("close");
    panel.does = ScheduleButton::ClearFilters;
    return panel;
}

SchedulePanel filteredPanel(const ScheduleFacts &facts, const ScheduleFilter &filter)
{
    if (facts.search != MeetingService::SearchState::Whole)
        return searchPanel(facts.search);
    const QStringList names = narrowingNames(filter);
    SchedulePanel panel;
    panel.icon = QStringLiteral("filter");
    panel.title = names.size() == 1 ? Words::tr("No meeting matches this filter") : Words::tr("No meeting matches these filters");
    if (isSearch(filter) && facts.monthsKept > 0)
        panel.sentence = Words::tr("Nothing stored here fits %1. %2").arg(quotedList(names), keptText(facts.monthsKept));
    else if (isSearch(filter))
        panel.sentence = Words::tr("Nothing stored here fits %1.").arg(quotedList(names));
    else if (facts.hidden == 0)
        panel.sentence = Words::tr("There is no meeting in this period either way: %1.").arg(quotedList(names));
    else
        panel.sentence = facts.hidden == 1 ? Words::tr("1 meeting is hidden by %1.").arg(quotedList(names))
                                           : Words::tr("%n meetings are hidden by %1.", nullptr, facts.hidden).arg(quotedList(names));
    panel.button = names.size() == 1 ? Words::tr("Clear filter") : Words::tr("Clear %n filters", nullptr, static_cast<int>(names.size()));
    panel.buttonIcon = QStringLiteral("close");
    panel.does = ScheduleButton::ClearFilters;
    return panel;
}

SchedulePanel forgottenPanel(const ScheduleFacts &facts)
{
    SchedulePanel panel;
    panel.icon = QStringLiteral("clock");
    panel.title = Words::tr("Not kept on this computer");
    panel.sentence = keptElsewhereText(facts.monthsKept);
    panel.button = Words::tr("Open Calendly");
    panel.buttonIcon = QStringLiteral("browser");
    panel.does = ScheduleButton::OpenCalendly;
    return panel;
}

SchedulePanel emptyPanel(const ScheduleFacts &facts, const ScheduleFilter &filter, const AgendaSetting &setting)
{
    const QDate today = wallClock(setting.now, setting.zone).date();
    const DayRange days = daysOf(filter, today);
    SchedulePanel panel;
    panel.icon = QStringLiteral("clear-day");
    panel.tone = StatePanel::Tone::Accent;
    const bool first = filter.when == ScheduleFilter::When::Upcoming && filter.step == 0;
    panel.title = first ? Words::tr("No meetings in the next %n days", nullptr, static_cast<int>(days.first.daysTo(days.last)))
                        : Words::tr("No meetings in this period");
    panel.sentence = first ? Words::tr("Your schedule is clear until %1.").arg(dayOfMonthText(days.last, today, setting.locale))
                           : Words::tr("There is nothing from %1.").arg(dateRangeText(days.first, days.last, setting.locale));
    if (!first) {
        panel.button = Words::tr("Show what comes next");
        panel.buttonIcon = QStringLiteral("schedule");
        panel.does = ScheduleButton::ShowUpcoming;
    } else if (facts.hasEventTypes) {
        panel.button = Words::tr("Copy single-use link");
        panel.buttonIcon = QStringLiteral("link");
        panel.does = ScheduleButton::CopyLink;
    }
    return panel;
}

/// Where answers are slow, break off or come from somebody else, the network is there.
QString sinceText(const std::optional<Error> &problem)
{
    if (problem && isUntrusted(*problem))
        return Words::tr("No secure connection to Calendly since %1: check the date of this computer and the network.");
    if (problem && problem->kind == Error::Kind::Malformed)
        return Words::tr("The network has answered in place of Calendly since %1; it may ask for a sign-in.");
    if (problem && problem->kind == Error::Kind::TimedOut)
        return Words::tr("Calendly has not answered since %1.");
    if (problem && problem->kind == Error::Kind::Interrupted)
        return Words::tr("Calendly’s answers have broken off since %1.");
    return Words::tr("Offline since %1.");
}

} // namespace

bool isUnread(const ScheduleFacts &facts)
{
    return facts.firstFill && facts.kept != Kept::None && facts.shown == 0 && facts.hidden == 0;
}

bool isUnreadable(const ScheduleFacts &facts)
{
    return facts.unreadable && facts.shown == 0;
}

bool isForgotten(const ScheduleFacts &facts)
{
    return facts.kept == Kept::None && facts.shown == 0 && facts.hidden == 0;
}

bool isLoading(const ScheduleFacts &facts)
{
    return isUnread(facts) && !isUnreadable(facts) && !facts.problem && !signInEnded(facts) && facts.sync != SyncService::State::Offline;
}

std::optional<SchedulePanel> schedulePanel(const ScheduleFacts &facts, const ScheduleFilter &filter, const AgendaSetting &setting)
{
    if (isUnreadable(facts))
        return unreadablePanel();
    if (facts.shown > 0 || isLoading(facts))
        return std::nullopt;
    if (signInEnded(facts) && isUnread(facts))
        return signInPanel(facts.accountProblem);
    if (isUnread(facts) && facts.problem)
        return problemPanel(*facts.problem);
    if (isUnread(facts) && facts.sync == SyncService::State::Offline)
        return problemPanel(Error{.kind = Error::Kind::Offline});
    if (isForgotten(facts))
        return forgottenPanel(facts);
    return narrowingNames(filter).isEmpty() ? emptyPanel(facts, filter, setting) : filteredPanel(facts, filter);
}

std::optional<ScheduleBanner> scheduleBanner(const ScheduleFacts &facts, const AgendaSetting &setting)
{
    if (isUnreadable(facts) || isUnread(facts) || (isForgotten(facts) && !facts.drawsDays))
        return std::nullopt; // the panel says it
    const ScheduleBanner kept{QStringLiteral("clock"), keptElsewhereText(facts.monthsKept), Words::tr("Open Calendly"), ScheduleButton::OpenCalendly};
    if (facts.kept == Kept::None)
        return kept; // how fresh the rest is does not matter here
    const auto moment = [&setting](const QDateTime &utc) {
        const bool today = wallClock(utc, setting.zone).date() == wallClock(setting.now, setting.zone).date();
        return today ? timeText(utc, setting.zone, setting.locale) : momentText(utc, setting.zone, setting.now, setting.locale);
    };
    const QString asOf = facts.lastSync.isValid() ? Words::tr("Shown as of %1.").arg(moment(facts.lastSync)) : QString();
    if (signInEnded(facts))
        return ScheduleBanner{QStringLiteral("key"), Words::tr("Calendly no longer accepts this sign-in. %1").arg(asOf).trimmed(),
                              Words::tr("Sign in again"), ScheduleButton::SignIn};
    if (facts.sync == SyncService::State::Offline) {
        const QString since = facts.offlineSince.isValid() ? sinceText(facts.problem).arg(moment(facts.offlineSince)) : Words::tr("Offline.");
        return ScheduleBanner{QStringLiteral("offline"), Words::tr("%1 %2").arg(since, asOf).trimmed(), Words::tr("Try now"), ScheduleButton::TryAgain};
    }
    if (facts.sync == SyncService::State::Failed && facts.problem)
        return ScheduleBanner{QStringLiteral("warning"), Words::tr("%1. %2").arg(titleOf(*facts.problem), asOf).trimmed(),
                              Words::tr("Try again"), ScheduleButton::TryAgain};
    if (facts.lastSync.isValid() && facts.lastSync.secsTo(setting.now) >= staleSeconds)
        return ScheduleBanner{QStringLiteral("clock"), asOf, Words::tr("Check now"), ScheduleButton::TryAgain};
    if (facts.shown > 0 && facts.search == MeetingService::SearchState::Filling)
        return ScheduleBanner{QStringLiteral("search"), Words::tr("Meetings are still being made ready for searching. Some may be missing here."), {}, ScheduleButton::None};
    if (facts.kept == Kept::Partly)
        return kept;
    return std::nullopt;
}

QString loadingText(const ScheduleFacts &facts, const SyncService::Progress &progress)
{
    const QString what = facts.sync == SyncService::State::Paused
        ? Words::tr("Calendly takes no more calls of this account for a moment. Reading then goes on by itself.")
        : Words::tr("Reading meetings, what comes next first.");
    if (progress.meetingsRead == 0)
        return what;
    return Words::tr("%1 %2").arg(what, Words::tr("%n are here.", nullptr, progress.meetingsRead));
}
