// SPDX-License-Identifier: GPL-3.0-or-later
#include "activityentry.h"
#include "jsonreader.h"

Result<ActivityEntry> activityEntryFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    const JsonReader actor(read.object(QLatin1String("actor")));
    return read.finish(ActivityEntry{
        .uri = read.text(QLatin1String("uri")),
        .occurredAt = read.neededInstant(QLatin1String("occurred_at")),
        .actor = actor.text(QLatin1String("display_name")),
        .actorMail = actor.text(QLatin1String("alternative_identifier")),
        .actorType = actor.text(QLatin1String("type")),
        .space = read.text(QLatin1String("namespace")),
        .action = read.text(QLatin1String("action")),
        .details = read.object(QLatin1String("details")),
    });
}
