// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldcast.h"

using namespace Qt::StringLiterals;

namespace {

constexpr WorldTime hour = WorldTime(60) * 60 * 1000;
constexpr WorldTime day = 24 * hour;

WorldWebhook webhook(const World &world, const QString &url, const QStringList &events, int organization, int creator, int daysAgo)
{
    WorldWebhook made;
    made.callbackUrl = url;
    made.events = events;
    made.scope = u"organization"_s;
    made.organization = organization;
    made.creator = creator;
    made.createdAt = made.updatedAt = world.now() - daysAgo * day;
    return made;
}

} // namespace

void addWebhooks(World &world, const WorldCast &cast)
{
    const QStringList bookings{u"invitee.created"_s, u"invitee.canceled"_s};
    WorldWebhook own = webhook(world, u"https://hooks.northlight.example/mara"_s, bookings, cast.northlight, cast.mara, 12);
    own.scope = u"user"_s;
    own.user = cast.mara;
    world.add(own);

    WorldWebhook failing = webhook(world, u"https://crm.northlight.example/calendly/in"_s, bookings + QStringList{u"invitee_no_show.created"_s},
                                   cast.northlight, cast.theo, 90);
    failing.retryStartedAt = world.now() - 3 * hour;
    world.add(failing);

    WorldWebhook disabled = webhook(world, u"https://old.northlight.example/hook"_s, {u"event_type.updated"_s}, cast.northlight, cast.mara, 300);
    disabled.active = false;
    disabled.retryStartedAt = world.now() - 20 * day;
    disabled.updatedAt = world.now() - 19 * day;
    world.add(disabled);
}
