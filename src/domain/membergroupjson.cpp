// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreader.h"
#include "membergroup.h"

Result<MemberGroup> memberGroupFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    return read.finish(MemberGroup{
        .uri = read.neededUri(QLatin1String("uri")),
        .name = read.text(QLatin1String("name")),
    });
}
