// SPDX-License-Identifier: GPL-3.0-or-later
#include "colleaguetypes.h"

#include "colleaguewish.h"
#include "errortext.h"
#include "eventtypemodel.h"
#include "plaintext.h"
#include "teamservice.h"
#include "teamtext.h"

#include <algorithm>

namespace {

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
    , m_wish(new ColleagueWish(std::move(clock), this))
{
    connect(m_wish, &ColleagueWish::due, this, &ColleagueTypes::read);
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
        if (known == m_known.cend() || !*known)
            continue;
        const QString name = memberName(member.user);
        const Result<QList<EventType>> &types = **known;
        if (!types) {
            hits.append({.type = {}, .owner = name, .whyNot = whyUnread(types.error())});
            continue;
        }
        for (const EventType &type : *types) {
            if (paletteScore(eventTypeTitle(type), rest(name, words)) > 0)
                hits.append({.type = type, .owner = name, .whyNot = {}});
        }
    }
    return hits;
}

void ColleagueTypes::want(const QString &typed, const QUrl &self)
{
    QList<QUrl> users;
    for (const OrganizationMembership &member : named(paletteWish(typed).words, self))
        users.append(member.user.uri);
    m_wish->want(users);
}

/// Where the first word names too many, those are meant of whose names most words are.
QList<OrganizationMembership> ColleagueTypes::named(const QStringList &words, const QUrl &self) const
{
    QList<OrganizationMembership> people;
    if (words.isEmpty() || words.first().size() < fewestLetters)
        return people;
    for (const OrganizationMembership &member : m_team.members()) {
        if (member.user.uri != self && begins(memberName(member.user), words.first()))
            people.append(member);
    }
    if (people.size() > mostPeople) {
        const auto wordsLeft = [&words](const OrganizationMembership &member) { return rest(memberName(member.user), words).size(); };
        qsizetype fewest = words.size();
        for (const OrganizationMembership &member : std::as_const(people))
            fewest = std::min(fewest, wordsLeft(member));
        people.removeIf([&](const OrganizationMembership &member) { return wordsLeft(member) > fewest; });
    }
    return people.size() > mostPeople ? QList<OrganizationMembership>() : people;
}

void ColleagueTypes::read(const QUrl &user)
{
    m_known[user].reset();
    m_team.eventTypesOf(user, this, [this, user](const Result<QList<EventType>> &types) {
        m_known[user] = types;
        emit changed();
    });
}
