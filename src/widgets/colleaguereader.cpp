// SPDX-License-Identifier: GPL-3.0-or-later
#include "colleaguereader.h"

namespace {

constexpr int momentMilliseconds = 250;
constexpr int secondsUntilOld = 300;
constexpr int daysShown = 7;

}

ColleagueReader::ColleagueReader(TeamService &team, Clock clock, QObject *parent)
    : QObject(parent)
    , m_team(team)
    , m_clock(std::move(clock))
{
    m_moment.setSingleShot(true);
    m_moment.setInterval(momentMilliseconds);
    connect(&m_moment, &QTimer::timeout, this, &ColleagueReader::read);
}

void ColleagueReader::want(const OrganizationMembership &member, bool online)
{
    const QDateTime asked = m_known.value(member.user.uri).askedAt;
    const bool fresh = asked.isValid() && asked.secsTo(m_clock()) < secondsUntilOld;
    if (!online || fresh)
        return m_moment.stop();
    m_wanted = member;
    m_moment.start();
}

void ColleagueReader::read()
{
    const QUrl user = m_wanted.user.uri;
    const QDateTime now = m_clock();
    m_known.insert(user, {.askedAt = now});
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
    m_moment.stop();
    m_known.clear();
}
