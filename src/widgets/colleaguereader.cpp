// SPDX-License-Identifier: GPL-3.0-or-later
#include "colleaguereader.h"

#include "colleaguewish.h"

namespace {

constexpr int daysShown = 7;

}

ColleagueReader::ColleagueReader(TeamService &team, Clock clock, QObject *parent)
    : QObject(parent)
    , m_team(team)
    , m_clock(clock)
    , m_wish(new ColleagueWish(std::move(clock), this))
{
    connect(m_wish, &ColleagueWish::due, this, &ColleagueReader::read);
}

void ColleagueReader::want(const OrganizationMembership &member, bool online)
{
    m_wanted = member;
    m_wish->want(online ? QList<QUrl>{member.user.uri} : QList<QUrl>());
}

void ColleagueReader::read()
{
    const QUrl user = m_wanted.user.uri;
    const QDateTime now = m_clock();
    m_known.insert(user, {});
    m_team.eventTypesOf(user, this, [this, user](const Result<QList<EventType>> &answer) {
        m_known[user].eventTypes = answer;
        emit changed(user);
    });
    m_team.schedulesOf(user, this, [this, user](const Result<QList<AvailabilitySchedule>> &answer) {
        m_known[user].schedules = answer;
        emit changed(user);
    });
    m_team.meetingsOf(m_wanted, {.begin = now, .end = now.addDays(daysShown)}, this, [this, user](const Result<QList<Meeting>> &answer) {
        m_known[user].meetings = answer;
        emit changed(user);
    });
    emit changed(user);
}

void ColleagueReader::forget()
{
    m_wish->forget();
    m_known.clear();
}
