// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldcast.h"

using namespace Qt::StringLiterals;

namespace {

constexpr WorldTime hour = WorldTime(60) * 60 * 1000;
constexpr int entries = 140;

struct Act
{
    QString space;
    QString action;
    QString subject;
};

} // namespace

void addActivity(World &world, const WorldCast &cast)
{
    const QList<Act> acts{{u"User"_s, u"LoggedIn"_s, u"Password"_s},
                          {u"EventType"_s, u"Updated"_s, u"Contract review"_s},
                          {u"OrganizationMembership"_s, u"RoleChanged"_s, u"rasmus@meridian-atlas.example"_s},
                          {u"Webhook"_s, u"Created"_s, u"https://hooks.meridian-atlas.example/in"_s},
                          {u"User"_s, u"LoggedOut"_s, QString()}};
    for (int number = 0; number < entries; ++number) {
        const Act &act = acts.at(number % acts.size());
        WorldActivity activity;
        activity.organization = cast.atlas;
        activity.actor = number % 7 == 6 ? noId : number % 2 == 0 ? cast.ottilie : cast.rasmus;
        activity.space = act.space;
        activity.action = act.action;
        activity.subject = act.subject;
        activity.occurredAt = world.now() - number * 5 * hour - hour;
        world.add(activity);
    }
}
