// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicall.h"

#include <algorithm>

namespace sandbox {

std::optional<WorldRole> roleIn(const ApiCall &call, int organization)
{
    const WorldMembership *membership = call.world.membershipOf(call.caller.user, organization);
    return membership ? std::optional(membership->role) : std::nullopt;
}

bool isMember(const ApiCall &call, int organization)
{
    return roleIn(call, organization).has_value();
}

bool administers(const ApiCall &call, int organization)
{
    const auto role = roleIn(call, organization);
    return role == WorldRole::Admin || role == WorldRole::Owner;
}

bool isColleague(const ApiCall &call, int user)
{
    if (user == call.caller.user)
        return true;
    const auto &memberships = call.world.memberships();
    return std::any_of(memberships.begin(), memberships.end(), [&](const WorldMembership &membership) {
        return !membership.removed && membership.user == user && isMember(call, membership.organization);
    });
}

bool administersGroup(const ApiCall &call, const WorldGroup &group)
{
    return group.admins.contains(call.caller.user);
}

bool maySee(const ApiCall &call, const WorldMeeting &meeting)
{
    if (mayChange(call, meeting))
        return true;
    const auto &groups = call.world.groups();
    return std::any_of(groups.begin(), groups.end(), [&](const WorldGroup &group) {
        return administersGroup(call, group) && std::any_of(meeting.hosts.begin(), meeting.hosts.end(), [&](int host) {
                   return group.members.contains(host);
               });
    });
}

bool mayChange(const ApiCall &call, const WorldMeeting &meeting)
{
    return meeting.hosts.contains(call.caller.user) || administers(call, meeting.organization);
}

HttpResponse resourceAnswer(int status, const QJsonObject &json)
{
    return HttpResponse::json(status, {{QStringLiteral("resource"), json}});
}

std::optional<QJsonObject> bodyObject(const HttpRequest &request)
{
    if (request.body.trimmed().isEmpty())
        return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace sandbox
