// SPDX-License-Identifier: GPL-3.0-or-later
#include "booking.h"
#include "queryreader.h"
#include "router.h"
#include "sandboxerrors.h"
#include "worldjson.h"

namespace sandbox {

namespace {

const WorldInvitee &inviteeAt(const World &world, int id)
{
    return world.invitees().at(size_t(id));
}

const WorldMeeting &meetingOf(const World &world, const WorldInvitee &invitee)
{
    return world.meetings().at(size_t(invitee.meeting));
}

HttpResponse foreignMeeting()
{
    return permissionDenied(QStringLiteral("You are not allowed to view this event"));
}

/// The invitee as somebody saw it who began to page at `view`.
bool wasThere(const WorldInvitee &invitee, qint64 view)
{
    return invitee.madeAt <= view;
}

QString statusAt(const WorldInvitee &invitee, qint64 view)
{
    const bool canceled = invitee.cancellation && invitee.canceledAt <= view;
    return canceled ? QStringLiteral("canceled") : QStringLiteral("active");
}

HttpResponse listInvitees(const ApiCall &call)
{
    const WorldMeeting *meeting = call.world.meeting(call.captured.first());
    if (!meeting)
        return resourceNotFound();
    QueryReader query(call);
    const QString status
        = query.oneOf(QStringLiteral("status"), {QStringLiteral("active"), QStringLiteral("canceled")});
    const QString email = query.email(QStringLiteral("email"));
    const QList<SortField> sort = query.sort({QStringLiteral("created_at")}, QStringLiteral("created_at:asc"));
    const PageSpec page = query.page();
    if (const auto refusal = query.refusal())
        return *refusal;
    if (!maySee(call, *meeting))
        return foreignMeeting();

    QList<PageRow> rows;
    for (const int id : meeting->invitees) {
        const WorldInvitee &invitee = inviteeAt(call.world, id);
        if (wasThere(invitee, page.view) && (status.isEmpty() || statusAt(invitee, page.view) == status)
            && (email.isEmpty() || invitee.email.compare(email, Qt::CaseInsensitive) == 0))
            rows.append({.key = {sortable(invitee.createdAt)}, .id = id});
    }
    return pageAnswer(call, page, slicePage(rows, sort, page),
                      [&](int id) { return toJson(inviteeAt(call.world, id), call.world); });
}

HttpResponse oneInvitee(const ApiCall &call)
{
    const WorldMeeting *meeting = call.world.meeting(call.captured.at(0));
    const WorldInvitee *invitee = call.world.invitee(call.captured.at(1));
    if (!meeting || !invitee || invitee->meeting != meeting->id)
        return resourceNotFound();
    if (!maySee(call, *meeting))
        return foreignMeeting();
    return resourceAnswer(200, toJson(*invitee, call.world));
}

HttpResponse refusedBooking(const BookingRefusal &refusal)
{
    if (refusal.kind == BookingRefusal::Kind::NotFound)
        return resourceNotFound();
    return invalidArgument(refusal.parameter, refusal.message, refusal.code);
}

HttpResponse createInvitee(const ApiCall &call)
{
    const auto body = bodyObject(call.request);
    if (!body)
        return invalidArgument(QStringLiteral("body"), QStringLiteral("must be a JSON object"));
    auto read = bookingFromJson(call.world, *body);
    if (const auto *refusal = std::get_if<BookingRefusal>(&read))
        return refusedBooking(*refusal);
    auto &request = std::get<BookingRequest>(read);
    const WorldEventType &type = call.world.eventTypes().at(size_t(request.eventType));
    if (!isMember(call, type.organization))
        return permissionDenied(QStringLiteral("You do not have permission to access this resource."));
    request.method = QStringLiteral("api");
    const BookingAnswer answer = book(call.world, request);
    if (const auto *refusal = std::get_if<BookingRefusal>(&answer))
        return refusedBooking(*refusal);
    return resourceAnswer(201, toJson(inviteeAt(call.world, std::get<int>(answer)), call.world));
}

HttpResponse createNoShow(const ApiCall &call)
{
    const QString parameter = QStringLiteral("invitee");
    const auto body = bodyObject(call.request);
    if (!body || !body->value(parameter).isString())
        return invalidArgument(parameter, QStringLiteral("is missing"));
    const Reference found = referenceTo(call.world, World::Thing::Invitee, body->value(parameter).toString());
    if (!found.wellFormed)
        return invalidArgument(parameter, QStringLiteral("must be a URI of this kind"));
    if (found.id == noId)
        return resourceNotFound();
    if (!mayChange(call, meetingOf(call.world, inviteeAt(call.world, found.id))))
        return permissionDenied();

    const NoShowResult marked = markNoShow(call.world, found.id);
    switch (marked.answer) {
    case NoShowAnswer::Ok: break;
    case NoShowAnswer::AlreadyMarked: return invalidArgument(parameter, QStringLiteral("is already marked as no-show"));
    case NoShowAnswer::NotFound: return resourceNotFound();
    case NoShowAnswer::NotStarted:
        return invalidArgument(parameter, QStringLiteral("has a meeting that has not begun"));
    case NoShowAnswer::Canceled: return invalidArgument(parameter, QStringLiteral("is canceled"));
    }
    return resourceAnswer(201, toJson(call.world.noShows().at(size_t(marked.mark)), call.world));
}

HttpResponse oneNoShow(const ApiCall &call)
{
    const WorldNoShow *mark = call.world.noShow(call.captured.first());
    if (!mark)
        return resourceNotFound();
    if (!maySee(call, meetingOf(call.world, inviteeAt(call.world, mark->invitee))))
        return permissionDenied();
    return resourceAnswer(200, toJson(*mark, call.world));
}

HttpResponse deleteNoShow(const ApiCall &call)
{
    const WorldNoShow *mark = call.world.noShow(call.captured.first());
    if (!mark)
        return resourceNotFound();
    if (!mayChange(call, meetingOf(call.world, inviteeAt(call.world, mark->invitee))))
        return permissionDenied();
    call.world.removeNoShow(mark->id);
    return {.status = 204, .headers = {}, .body = {}};
}

} // namespace

void addInviteeRoutes(Router &router)
{
    const QStringList read{QStringLiteral("scheduled_events:read")};
    const QStringList write{QStringLiteral("scheduled_events:write")};
    router.add(QStringLiteral("GET /scheduled_events/{uuid}/invitees"), read, listInvitees);
    router.add(QStringLiteral("GET /scheduled_events/{event_uuid}/invitees/{invitee_uuid}"), read, oneInvitee);
    router.add(QStringLiteral("POST /invitees"), write, createInvitee);
    router.add(QStringLiteral("POST /invitee_no_shows"), write, createNoShow);
    router.add(QStringLiteral("GET /invitee_no_shows/{uuid}"), read, oneNoShow);
    router.add(QStringLiteral("DELETE /invitee_no_shows/{uuid}"), write, deleteNoShow);
}

} // namespace sandbox
