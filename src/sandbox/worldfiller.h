// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worldcast.h"
#include "worldnames.h"

/// Fills a world with two years of made-up meetings around today, until it has as many as asked for.
class WorldFiller
{
public:
    WorldFiller(World &world, const WorldCalendar &calendar, const WorldCast &cast);

    /// Adds `count` meetings, from the oldest to the newest.
    void fill(int count);

private:
    /// Somebody who hosts: with types of their own, and a share of all meetings.
    struct Host
    {
        int user = noId;
        QList<int> types;
        QTimeZone zone;
        double share = 0;
    };

    void prepareHosts(int count);
    double weightOf(const Host &host, QDate date) const;
    /// Adds meetings of one host's day at spread-out times; returns how many rows that made.
    int fillDay(const Host &host, QDate date, int count, int room);
    int addMeeting(const Host &host, WorldTime start, int minutesFree, int room);
    const WorldEventType &chooseType(const Host &host, WorldTime start, int minutesFree);
    void addBusyTimes();

    World &m_world;
    const WorldCalendar &m_calendar;
    const WorldCast &m_cast;
    WorldDice m_dice;
    QList<Host> m_hosts;
    double m_weekend = 0; ///< weight of a Saturday or Sunday against a working day
    int m_people = 1; ///< how many different people book
};
