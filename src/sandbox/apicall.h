// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"
#include "world.h"

#include <QStringList>

namespace sandbox {

class PageTokens;

/// Who asks: the person behind an access token, and what the token may be used for.
struct Caller
{
    int user = noId;
    QStringList scopes;
};

/// A request that has passed the door, with everything that an operation needs to answer it.
struct ApiCall
{
    const HttpRequest &request;
    QStringList captured; ///< what stands in the path where the route has {…}
    const Caller &caller;
    World &world;
    const PageTokens &tokens;

    const WorldUser &user() const { return world.users().at(size_t(caller.user)); }
};

/// The caller's role in an organization, nothing for those outside it.
std::optional<WorldRole> roleIn(const ApiCall &call, int organization);
bool isMember(const ApiCall &call, int organization);
/// Admins and owners.
bool administers(const ApiCall &call, int organization);
/// True for oneself and for people of an organization that one is in, too.
bool isColleague(const ApiCall &call, int user);
/// True where the caller is an admin of the group.
bool administersGroup(const ApiCall &call, const WorldGroup &group);
/// Hosts, admins of the organization, and admins of a group that a host is in (BEHAVIOUR 5.4).
bool maySee(const ApiCall &call, const WorldMeeting &meeting);
/// Hosts and admins of the organization.
bool mayChange(const ApiCall &call, const WorldMeeting &meeting);

/// 200 or 201 with `json` as the resource.
HttpResponse resourceAnswer(int status, const QJsonObject &json);

/// The JSON object in the body; an empty body is an empty object, anything else is nothing.
std::optional<QJsonObject> bodyObject(const HttpRequest &request);

} // namespace sandbox
