// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

/// Days and wall-clock times of the written part of a world, told from today in the zone of the studio.
class WorldCalendar
{
public:
    WorldCalendar(const QDateTime &nowUtc, const QTimeZone &zone);

    QDate today() const { return m_today; }
    QDate day(int days) const { return m_today.addDays(days); }
    /// The `count`th working day after today, or before it where `count` is negative.
    QDate workday(int count) const;
    WorldTime at(QDate date, int hour, int minute = 0) const;

private:
    QTimeZone m_zone;
    QDate m_today;
};

/// Who plays, and what can be booked with them: ids of the written part of a world.
struct WorldCast
{
    int northlight = noId; ///< organization on the plan "teams"
    int coaching = noId; ///< Mara's second account, on the free plan
    int atlas = noId; ///< enterprise

    int mara = noId; ///< owner of northlight
    int theo = noId; ///< admin
    int june = noId; ///< admin of a group only
    int nils = noId;
    int leila = noId;
    int aiko = noId;
    int dev = noId;
    int maraCoaching = noId; ///< owner of coaching
    int ottilie = noId; ///< owner of atlas
    int rasmus = noId; ///< user of atlas

    int intro = noId;
    int checkIn = noId;
    int demo = noId;
    int onboarding = noId;
    int portfolio = noId;
    int callBack = noId;
    int officeHours = noId;
    int interview = noId;
    int quarterly = noId;
    int workshop = noId;
    int coachingSession = noId;
    int contract = noId;
    int coachingGroup = noId; ///< of maraCoaching
};

/// Adds organizations, people, hours and event types.
WorldCast addCast(World &world, const WorldCalendar &calendar);
/// Adds webhooks of Mara and of her organization: one that works, one that fails and one that was disabled.
void addWebhooks(World &world, const WorldCast &cast);
/// Adds routing forms of the studio and what was sent with them.
void addRoutingForms(World &world, const WorldCast &cast);
/// Adds what happened in the organization on the enterprise plan.
void addActivity(World &world, const WorldCast &cast);
