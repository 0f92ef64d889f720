// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldcast.h"
#include "worldfiller.h"
#include "worldscript.h"

World World::fromSeed(const WorldSeed &seed)
{
    World world(seed);
    world.reserve(seed.meetings);
    const WorldCalendar calendar(seed.nowUtc, world.zone(QStringLiteral("Europe/Berlin")));
    const WorldCast cast = addCast(world, calendar);
    addScript(world, calendar, cast);
    const int left = seed.meetings - static_cast<int>(world.meetings().size());
    if (left > 0)
        WorldFiller(world, calendar, cast).fill(left);
    addWebhooks(world, cast);
    addRoutingForms(world, cast);
    addActivity(world, cast);
    return world;
}
