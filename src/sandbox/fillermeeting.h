// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"
#include "worldnames.h"

#include <functional>

/// One made-up meeting: who booked it, what they wrote, and what became of it.
class FillerMeeting
{
public:
    FillerMeeting(World &world, const WorldEventType &type, int host, WorldTime start, int people, WorldDice dice);

    /// Adds the meeting, and with `mayMove` sometimes the one that it was moved from, unless `keptFree` says that
    /// nothing may be there. Returns how many rows were added, 1 or 2.
    int add(bool mayMove, const std::function<bool(WorldTime)> &keptFree);

private:
    WorldMeeting draft(WorldTime start);
    WorldPlace place(const WorldPerson &person);
    WorldInvitee invitee(int meeting, const WorldPerson &person);
    void decorate(WorldInvitee &invitee, const WorldPerson &person);
    QList<WorldAnswer> answers(const WorldPerson &person);
    WorldTracking tracking();
    void addGuests(WorldMeeting &meeting);
    void decideFate(int meeting);
    void addMovedFrom(int meeting, WorldTime start);
    WorldPerson person();

    World &m_world;
    const WorldEventType &m_type;
    int m_host;
    WorldTime m_start;
    WorldTime m_booked = 0;
    int m_people;
    WorldDice m_dice;
};
