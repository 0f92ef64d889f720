// SPDX-License-Identifier: GPL-3.0-or-later
#include "colleaguebusytimes.h"

#include "accountservice.h"
#include "errortext.h"
#include "mainwindowparts.h"
#include "organizationservices.h"
#include "plaintext.h"
#include "syncservice.h"
#include "teamservice.h"
#include "teamtext.h"
#include "timespans.h"

#include <algorithm>

namespace {

constexpr int secondsUntilOld = 300;
constexpr int secondsUntilTriedAgain = 30; // not at once: an answer has the view ask again

} // namespace

ColleagueBusyTimes::ColleagueBusyTimes(const MainWindowParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_team(parts.organization->team)
    , m_reader(std::make_unique<QObject>())
{
    connect(&m_team, &TeamService::changed, this, &ColleagueBusyTimes::colleaguesChanged);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &ColleagueBusyTimes::chooseNobody);
}

QList<OrganizationMembership> ColleagueBusyTimes::colleagues() const
{
    const std::optional<Account> account = m_parts.account.account();
    QList<OrganizationMembership> members = m_team.members();
    members.removeIf([&account](const OrganizationMembership &member) { return account && member.user.uri == account->user.uri; });
    return members;
}

void ColleagueBusyTimes::wantColleagues()
{
    if (const std::optional<Account> account = m_parts.account.account(); account && m_team.members().isEmpty() && !m_team.membersReading().underWay)
        m_team.refreshMembers(account->user);
}

QString ColleagueBusyTimes::colleaguesNote() const
{
    if (!colleagues().isEmpty())
        return {};
    const auto reading = m_team.membersReading();
    if (reading.underWay)
        return tr("Reading the members…");
    return reading.problem ? whyUnread(*reading.problem) : tr("Nobody else is in the organization.");
}

bool ColleagueBusyTimes::isAlone() const
{
    return colleagues().isEmpty() && !m_team.members().isEmpty();
}

void ColleagueBusyTimes::toggle(const User &colleague)
{
    const bool wasChosen = std::any_of(m_chosen.begin(), m_chosen.end(), [&colleague](const User &other) { return other.uri == colleague.uri; });
    if (wasChosen)
        m_chosen.removeIf([&colleague](const User &other) { return other.uri == colleague.uri; });
    else if (canChooseMore())
        m_chosen.append(colleague);
    else
        return;
    emit changed();
}

void ColleagueBusyTimes::chooseNobody()
{
    m_readings.clear();
    m_reader = std::make_unique<QObject>();
    if (m_chosen.isEmpty())
        return;
    m_chosen.clear();
    emit changed();
}

void ColleagueBusyTimes::read(const TimeRange &range)
{
    if (!m_parts.sync.isOnline())
        return;
    for (const User &colleague : std::as_const(m_chosen))
        read(colleague, range);
}

void ColleagueBusyTimes::read(const User &colleague, const TimeRange &range)
{
    const QDateTime now = m_parts.clock();
    const Asked asked{colleague.uri, range.begin, range.end};
    const auto known = m_readings.constFind(asked);
    const bool hasFailed = known != m_readings.cend() && known->answer && !*known->answer;
    if (known != m_readings.cend() && known->begun.secsTo(now) < (hasFailed ? secondsUntilTriedAgain : secondsUntilOld))
        return;
    // An older answer is shown until the new one is there.
    m_readings[asked].begun = now;
    if (maySeeMeetings())
        readMeetings(asked);
    if (range.end <= now)
        return;
    m_team.busyTimesOf(colleague.uri, range, m_reader.get(), [this, asked](const Result<QList<BusyTime>> &answer) {
        m_readings[asked].answer = answer;
        emit changed();
    });
}

void ColleagueBusyTimes::readMeetings(const Asked &asked)
{
    const QList<OrganizationMembership> members = colleagues();
    const auto member = std::find_if(members.begin(), members.end(), [&asked](const OrganizationMembership &each) { return each.user.uri == asked.user; });
    if (member == members.end())
        return;
    m_team.allMeetingsOf(*member, {asked.begin, asked.end}, m_reader.get(), [this, asked](const Result<QList<Meeting>> &answer) {
        if (!answer)
            return; // they are busy without a name then
        QList<ColleagueMeeting> &meetings = m_readings[asked].meetings;
        meetings.clear();
        for (const Meeting &meeting : *answer) {
            if (meeting.canceled)
                continue;
            meetings.append({{meeting.start, meeting.end}, meeting.name.isEmpty() ? tr("Meeting") : oneLine(meeting.name)});
        }
        emit changed();
    });
}

bool ColleagueBusyTimes::maySeeMeetings() const
{
    const std::optional<Account> account = m_parts.account.account();
    const Role role = account ? m_team.roleOf(account->user.uri).value_or(Role::User) : Role::User;
    return role == Role::Owner || role == Role::Admin;
}

QList<ColleagueTime> ColleagueBusyTimes::in(const TimeRange &range) const
{
    QList<ColleagueTime> times;
    for (const User &colleague : m_chosen)
        times.append(of(colleague, range));
    return times;
}

ColleagueTime ColleagueBusyTimes::of(const User &colleague, const TimeRange &range) const
{
    const QDateTime now = m_parts.clock();
    const TimeRange past{range.begin, std::clamp(now, range.begin, range.end)};
    const TimeRange ahead{past.end, range.end};
    const Reading reading = m_readings.value({colleague.uri, range.begin, range.end});
    ColleagueTime time{.name = memberName(colleague), .busy = {}, .meetings = reading.meetings, .unknown = {past}, .refused = false};
    if (reading.answer && *reading.answer) {
        for (const BusyTime &busy : **reading.answer)
            time.busy.append(busy.range);
        time.busy = intersected(time.busy, {ahead});
    } else {
        time.unknown.append(ahead);
        time.refused = reading.answer && reading.answer->error().kind == Error::Kind::NotAllowed;
    }
    for (const ColleagueMeeting &meeting : reading.meetings)
        time.busy.append(meeting.range);
    time.busy = intersected(time.busy, {range});
    time.unknown = without(time.unknown, time.busy);
    return time;
}
