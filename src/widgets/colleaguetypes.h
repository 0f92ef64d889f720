// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "quickfind.h"
#include "result.h"

#include <QHash>
#include <QObject>
#include <QUrl>

#include <optional>

class ColleagueWish;
class TeamService;
struct OrganizationMembership;
struct User;

/// The event types of colleagues, found by the beginning of a name, and read when a ColleagueWish says so.
class ColleagueTypes : public QObject
{
    Q_OBJECT

public:
    /// `team` outlives it.
    ColleagueTypes(TeamService &team, Clock clock, QObject *parent);

    /// Has the members of the organization read where nobody has asked for them yet.
    void readMembers(const User &self);

    /// Types that answer `typed`: words that begin one of a colleague's names, and of the type's. Why there are none
    /// takes the place of a colleague's. `self` is nobody's colleague.
    QList<QuickHit> hits(const QString &typed, const QUrl &self) const;
    /// Has the types of those read who are named in `typed`; changed() follows.
    void want(const QString &typed, const QUrl &self);

signals:
    void changed();

private:
    using Types = std::optional<Result<QList<EventType>>>; ///< nothing while they are being read

    QList<OrganizationMembership> named(const QStringList &words, const QUrl &self) const;
    void read(const QUrl &user);

    TeamService &m_team;
    ColleagueWish *m_wish;
    QHash<QUrl, Types> m_known;
};
