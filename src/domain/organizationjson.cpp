// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreader.h"
#include "resourcejson.h"

namespace {

Role roleFrom(const QString &name)
{
    if (name == QLatin1String("owner"))
        return Role::Owner;
    return name == QLatin1String("admin") ? Role::Admin : Role::User;
}

} // namespace

Result<User> userFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    return read.finish(User{
        .uri = read.neededUri(QLatin1String("uri")),
        .name = read.text(QLatin1String("name")),
        .email = read.text(QLatin1String("email")),
        .slug = read.text(QLatin1String("slug")),
        .timezone = read.text(QLatin1String("timezone")),
        .schedulingUrl = read.uri(QLatin1String("scheduling_url")),
        .organization = read.uri(QLatin1String("current_organization")),
        .avatarUrl = read.uri(QLatin1String("avatar_url")),
        .locale = read.text(QLatin1String("locale")),
        .twentyFourHours = read.text(QLatin1String("time_notation")) == QLatin1String("24h"),
    });
}

Result<Organization> organizationFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    return read.finish(Organization{
        .uri = read.neededUri(QLatin1String("uri")),
        .name = read.text(QLatin1String("name")),
        .plan = read.text(QLatin1String("plan")),
        .stage = read.text(QLatin1String("stage")),
    });
}

Result<OrganizationMembership> membershipFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    const Result<User> user = userFromJson(read.object(QLatin1String("user")));
    if (!user)
        return Unexpected(fieldError(QStringLiteral("user")));
    return read.finish(OrganizationMembership{
        .uri = read.neededUri(QLatin1String("uri")),
        .role = roleFrom(read.text(QLatin1String("role"))),
        .user = user.value(),
        .organization = read.uri(QLatin1String("organization")),
    });
}

Result<OrganizationInvitation> invitationFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    return read.finish(OrganizationInvitation{
        .uri = read.neededUri(QLatin1String("uri")),
        .organization = read.uri(QLatin1String("organization")),
        .email = read.text(QLatin1String("email")),
        .status = read.text(QLatin1String("status")),
        .createdAt = read.instant(QLatin1String("created_at")),
        .lastSentAt = read.instant(QLatin1String("last_sent_at")),
        .user = read.uri(QLatin1String("user")),
    });
}
