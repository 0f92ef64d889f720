// SPDX-License-Identifier: GPL-3.0-or-later
#include "colleaguetypes.h"

#include "errortext.h"
#include "eventtypemodel.h"
#include "plaintext.h"
#include "teamservice.h"
#include "teamtext.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr auto moment = 250ms;
constexpr int secondsUntilOld = 300;
constexpr int fewestLetters = 2; ///< one letter names half the organization
constexpr int mostPeople = 3;

bool begins(const QString &text, const QString &word)
{
    const QStringList parts = foldedForSearch(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::any_of(parts.begin(), parts.end(), [&word](const QString &part) { return part.startsWith(word); });
}

/// The words that do not stand for the name.
QStringList rest(const QString &name, QStringList words)
{
    words.removeIf([&name](const QString &word) { return begins(name, word); });
    return words;
}

} // namespace

ColleagueTypes::ColleagueTypes(TeamService &team, Clock clock, QObject *parent)
    : QObject(parent)
    , m_team(team)
    , m_clock(std::move(clock))
{
    m_moment.setSingleShot(true);
    m_moment.setInterval(moment);
    connect(&m_moment, &QTimer::timeout, this, &ColleagueTypes::read);
}

void ColleagueTypes::readMembers(const User &self)
{
    const Reading reading = m_team.membersReading();
    if (m_team.members().isEmpty() && reading.seenAt.isNull() && !reading.underWay && !reading.problem)
        m_team.refreshMembers(self);
}

QList<QuickHit> ColleagueTypes::hits(const QString &typed, const QUrl &self) const
{
    const QStringList words = paletteWish(typed).words;
    QList<QuickHit> hits;
    for (const OrganizationMembership &member : named(words, self)) {
        const auto known = m_known.constFind(member.user.uri);
        if (known == m_known.cend() || !known->types)
            continue;
        const QString name = memberName(member.user);
        if (!*known->types) {
            hits.append({.type = {}, .owner = name, .whyNot = whyUnread(known->types->error())});
            continue;
        }
        for (const EventType &type : **known->types) {
            if (paletteScore(eventTypeTitle(type), rest(name, words)) > 0)
                hits.append({.type = type, .owner = name, .whyNot = {}});
        }
    }
    return hits;
}

void ColleagueTypes::want(const QString &typed, const QUrl &self)
{
    m_wanted.clear();
    for (const OrganizationMembership &member : named(paletteWish(typed).words, self)) {
        const QDateTime asked = m_known.value(member.user.uri).askedAt;
        if (!asked.isValid() || asked.secsTo(m_clock()) >= secondsUntilOld)
            m_wanted.append(member.user.uri);
    }
    if (m_wanted.isEmpty())
        m_moment.stop();
    else
        m_moment.start();
}

QList<OrganizationMembership> ColleagueTypes::named(const QStringList &words, const QUrl &self) const
{
    QList<OrganizationMembership> people;
    if (words.isEmpty() || words.first().size() < fewestLetters)
        return people;
    for (const OrganizationMembership &member : m_team.members()) {
        if (member.user.uri != self && begins(memberName(member.user), words.first()))
            people.append(member);
    }
    return people.size() > mostPeople ? QList<OrganizationMembership>() : people;
}

void ColleagueTypes::read()
{
    for (const QUrl &user : std::as_const(m_wanted)) {
        m_known.insert(user, {m_clock(), std::nullopt});
        m_team.eventTypesOf(user, this, [this, user](const Result<QList<EventType>> &types) {
            m_known[user].types = types;
            emit changed();
        });
    }
}
