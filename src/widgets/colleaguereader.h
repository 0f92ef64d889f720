// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "teamservice.h"

#include <QHash>

/// What Calendly shows of a colleague; each part is absent while it is being read.
struct Colleague
{
    std::optional<Result<QList<EventType>>> eventTypes;
    std::optional<Result<QList<AvailabilitySchedule>>> schedules;
    std::optional<Result<QList<Meeting>>> meetings;
};

class ColleagueWish;

/// Reads what is shown of one colleague after the other, when a ColleagueWish says so.
class ColleagueReader : public QObject
{
    Q_OBJECT

public:
    ColleagueReader(TeamService &team, Clock clock, QObject *parent);

    /// Wants `member` to be known; changed() follows. Offline nothing is asked for.
    void want(const OrganizationMembership &member, bool online);
    Colleague known(const QUrl &user) const { return m_known.value(user); }
    void forget();

signals:
    void changed(const QUrl &user);

private:
    void read();

    TeamService &m_team;
    Clock m_clock;
    ColleagueWish *m_wish;
    OrganizationMembership m_wanted;
    QHash<QUrl, Colleague> m_known;
};
