// SPDX-License-Identifier: GPL-3.0-or-later
#include "noshowmark.h"

#include "jsonreader.h"
#include "resourcejson.h"

Result<NoShowMark> noShowFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    return read.finish(NoShowMark{
        .uri = read.neededUri(QLatin1String("uri")),
        .invitee = read.uri(QLatin1String("invitee")),
        .createdAt = read.instant(QLatin1String("created_at")),
    });
}

QJsonObject toJson(const NoShowMark &mark)
{
    return {{QStringLiteral("uri"), mark.uri.toString(QUrl::FullyEncoded)},
            {QStringLiteral("created_at"), instantToText(mark.createdAt)}};
}

QDateTime noShowSince(const QJsonObject &inviteeSource)
{
    const JsonReader mark(JsonReader(inviteeSource).object(QLatin1String("no_show")));
    return mark.instant(QLatin1String("created_at"));
}
