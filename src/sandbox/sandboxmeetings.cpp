// SPDX-License-Identifier: GPL-3.0-or-later
#include "booking.h"
#include "meetingquery.h"
#include "queryreader.h"
#include "router.h"
#include "sandboxerrors.h"
#include "worldjson.h"

#include <algorithm>

namespace sandbox {

namespace {

const WorldMeeting &meetingAt(const World &world, int id)
{
    return world.meetings().at(size_t(id));
}

/// Why the caller may not ask for these meetings (BEHAVIOUR 5.4, 8.5); nothing when it is allowed.
std::optional<HttpResponse> refusalFor(const ApiCall &call, const WorldMeetingQuery &query)
{
    const bool isAdmin = query.organization != noId && administers(call, query.organization);
    if (query.group != noId) {
        const WorldGroup &group = call.world.groups().at(size_t(query.group));
        const bool allowed = administersGroup(call, group) || administers(call, group.organization);
        return allowed ? std::nullopt : std::optional(permissionDenied());
    }
    if (query.user == noId)
        return isAdmin ? std::nullopt : std::optional(permissionDenied());
    if (query.user == call.caller.user)
        return std::nullopt;
    if (!isColleague(call, query.user))
        return permissionDenied(QStringLiteral("This user is not in your organization"));
    if (query.organization == noId)
        return permissionDenied(QStringLiteral(
            "Please also specify organization when requesting events for a user within your organization."));
    if (!isAdmin)
        return permissionDenied();
    if (!call.world.membershipOf(query.user, query.organization))
        return permissionDenied(QStringLiteral("This user is not in your organization"));
    return std::nullopt;
}

WorldMeetingQuery::Status statusOf(const QString &text)
{
    if (text.isEmpty())
        return WorldMeetingQuery::Status::Any;
    return text == QLatin1String("active") ? WorldMeetingQuery::Status::Active : WorldMeetingQuery::Status::Canceled;
}

WorldMeetingQuery readQuery(QueryReader &query)
{
    const QString user = QStringLiteral("user");
    const QString organization = QStringLiteral("organization");
    const QString group = QStringLiteral("group");
    if (!query.has(user) && !query.has(organization) && !query.has(group))
        query.refuse(user, QStringLiteral("user, organization or group is required"));
    if (query.has(group) && query.has(user))
        query.refuse(group, QStringLiteral("cannot be combined with user"));
    WorldMeetingQuery wanted;
    wanted.user = query.reference(World::Thing::User, user);
    wanted.organization = query.reference(World::Thing::Organization, organization);
    wanted.group = query.reference(World::Thing::Group, group);
    wanted.minStart = query.instant(QStringLiteral("min_start_time"));
    wanted.maxStart = query.instant(QStringLiteral("max_start_time"));
    wanted.status
        = statusOf(query.oneOf(QStringLiteral("status"), {QStringLiteral("active"), QStringLiteral("canceled")}));
    wanted.inviteeEmail = query.email(QStringLiteral("invitee_email"));
    const auto sort = query.sort({QStringLiteral("start_time")}, QStringLiteral("start_time:asc"));
    wanted.descending = sort.constFirst().descending;
    return wanted;
}

/// The page of `query` that `spec` marks; going back is going forward in the other order.
PageSlice meetingSlice(const World &world, WorldMeetingQuery query, const PageSpec &spec)
{
    query.limit = spec.count;
    query.view = spec.view;
    if (spec.mark) {
        const QStringList &key = spec.mark->key;
        query.after = MeetingKey{.start = key.value(0).toLongLong(), .id = key.value(1).toInt()};
    }
    query.descending ^= spec.backwards();
    MeetingPage page = findMeetings(world, query);
    if (spec.backwards())
        std::reverse(page.meetings.begin(), page.meetings.end());

    PageSlice slice{.rows = {},
                    .before = spec.backwards() ? page.more : spec.mark.has_value(),
                    .after = spec.backwards() ? true : page.more};
    for (const int id : std::as_const(page.meetings))
        slice.rows.append({.key = {QString::number(keyOf(meetingAt(world, id)).start)}, .id = id});
    return slice;
}

HttpResponse listMeetings(const ApiCall &call)
{
    QueryReader query(call);
    WorldMeetingQuery wanted = readQuery(query);
    const PageSpec page = query.page();
    if (const auto refusal = query.refusal())
        return *refusal;
    if (const auto refusal = refusalFor(call, wanted))
        return *refusal;
    if (wanted.group != noId)
        wanted.organization = noId; // a group belongs to one organization only
    return pageAnswer(call, page, meetingSlice(call.world, wanted, page),
                      [&](int id) { return toJson(meetingAt(call.world, id), call.world); });
}

HttpResponse oneMeeting(const ApiCall &call)
{
    const WorldMeeting *meeting = call.world.meeting(call.captured.first());
    if (!meeting)
        return resourceNotFound();
    if (!maySee(call, *meeting))
        return permissionDenied(QStringLiteral("You are not allowed to view this event"));
    return resourceAnswer(200, toJson(*meeting, call.world));
}

HttpResponse cancelMeeting(const ApiCall &call)
{
    const WorldMeeting *meeting = call.world.meeting(call.captured.first());
    if (!meeting)
        return resourceNotFound();
    const auto body = bodyObject(call.request);
    const QJsonValue reason = body ? body->value(QStringLiteral("reason")) : QJsonValue();
    if (!body)
        return invalidArgument(QStringLiteral("body"), QStringLiteral("must be a JSON object"));
    if (!reason.isUndefined() && !reason.isNull() && !reason.isString())
        return invalidArgument(QStringLiteral("reason"), QStringLiteral("must be a string"));
    if (reason.toString().size() > 10000)
        return invalidArgument(QStringLiteral("reason"), QStringLiteral("must be at most 10000 characters"));
    if (!mayChange(call, *meeting))
        return permissionDenied(QStringLiteral("You are not allowed to cancel this event"));

    switch (cancelByHost(call.world, meeting->id, call.user().name, reason.toString())) {
    case CancelAnswer::Ok: break;
    case CancelAnswer::AlreadyCanceled: return permissionDenied(QStringLiteral("Event is already canceled"));
    case CancelAnswer::InPast: return permissionDenied(QStringLiteral("Event in the past"));
    case CancelAnswer::NotFound: return resourceNotFound();
    }
    return resourceAnswer(201, toJson(*meeting, call.world).value(QStringLiteral("cancellation")).toObject());
}

} // namespace

void addMeetingRoutes(Router &router)
{
    const QStringList read{QStringLiteral("scheduled_events:read")};
    router.add(QStringLiteral("GET /scheduled_events"), read, listMeetings);
    router.add(QStringLiteral("GET /scheduled_events/{uuid}"), read, oneMeeting);
    router.add(QStringLiteral("POST /scheduled_events/{uuid}/cancellation"), {QStringLiteral("scheduled_events:write")},
               cancelMeeting);
}

} // namespace sandbox
