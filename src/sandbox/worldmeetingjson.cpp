// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonparts.h"
#include "worldjson.h"

using namespace Qt::StringLiterals;
using Thing = World::Thing;

namespace {

constexpr WorldTime minuteLength = 60 * 1000;

QJsonObject cancellationJson(const WorldCancellation &cancellation)
{
    return {
        {u"canceled_by"_s, cancellation.by},
        {u"reason"_s, textOrNull(cancellation.reason)},
        {u"canceler_type"_s, cancellation.byHost ? u"host"_s : u"invitee"_s},
        {u"created_at"_s, timeText(cancellation.createdAt)},
    };
}

/// Conference data vanish half a year after the meeting (BEHAVIOUR 14.7).
bool conferenceExpired(const WorldMeeting &meeting, const World &world)
{
    return QDateTime::fromMSecsSinceEpoch(meeting.end, Qt::UTC).addMonths(6).toMSecsSinceEpoch() < world.now();
}

/// The number of the conference: the one written down, or one that follows from the meeting's UUID.
QString conferenceId(const WorldMeeting &meeting, const World &world)
{
    if (!meeting.place.location.isEmpty())
        return meeting.place.location;
    const QString uuid = world.uuid(Thing::Meeting, meeting.id);
    return QString::number(8000000000 + QStringView(uuid).left(8).toLongLong(nullptr, 16) % 1000000000);
}

QJsonObject conferenceData(const QString &kind, const QString &id)
{
    if (kind == "zoom_conference"_L1) {
        const QJsonObject dialIn{{u"number"_s, u"+49 30 5557 0100"_s}, {u"country"_s, u"DE"_s}, {u"type"_s, u"toll"_s},
                                 {u"city"_s, u"Berlin"_s}, {u"country_name"_s, u"Germany"_s}};
        return {
            {u"id"_s, id},
            {u"password"_s, id.right(6)},
            {u"settings"_s, QJsonObject{{u"global_dial_in_numbers"_s, QJsonArray{dialIn}}}},
            {u"extra"_s, QJsonObject{{u"intl_numbers_url"_s, u"https://zoom.example/numbers"_s}}},
        };
    }
    if (kind == "microsoft_teams_conference"_L1) {
        const QJsonObject audio{{u"conferenceId"_s, id.right(9)},
                                {u"dialinUrl"_s, u"https://teams.example/dial/"_s + id},
                                {u"tollNumber"_s, u"+49 69 5557 0100"_s}};
        return {{u"id"_s, id}, {u"audioConferencing"_s, audio}};
    }
    if (kind == "webex_conference"_L1) {
        const QJsonObject number{{u"label"_s, u"Germany toll"_s}, {u"callInNumber"_s, u"+49 69 5557 0111"_s},
                                 {u"tollType"_s, u"toll"_s}};
        return {
            {u"id"_s, id},
            {u"telephony"_s, QJsonObject{{u"callInNumbers"_s, QJsonArray{number}}}},
            {u"password"_s, id.right(8)},
        };
    }
    return {{u"uniqueMeetingId"_s, id.toDouble()}, {u"conferenceCallInfo"_s, u"Germany: +49 721 5557 0100"_s}};
}

struct Conference
{
    QString type; ///< as an event writes it
    QString address;
    bool hasData = true;
};

std::optional<Conference> conferenceOf(const QString &kind)
{
    if (kind == "zoom_conference"_L1)
        return Conference{u"zoom"_s, u"https://zoom.example/j/"_s, true};
    if (kind == "gotomeeting_conference"_L1)
        return Conference{u"gotomeeting"_s, u"https://gotomeeting.example/join/"_s, true};
    if (kind == "google_conference"_L1)
        return Conference{kind, u"https://meet.example/"_s, false};
    if (kind == "microsoft_teams_conference"_L1)
        return Conference{kind, u"https://teams.example/l/meetup-join/"_s, true};
    if (kind == "webex_conference"_L1)
        return Conference{kind, u"https://webex.example/meet/"_s, true};
    return std::nullopt;
}

QJsonObject conferenceJson(const Conference &conference, const WorldMeeting &meeting, const World &world)
{
    const bool expired = conferenceExpired(meeting, world);
    const bool there = !expired && !meeting.conferenceFailed;
    const QString id = conferenceId(meeting, world);
    QJsonObject object{
        {u"type"_s, conference.type},
        {u"status"_s, expired ? QJsonValue() : QJsonValue(there ? u"pushed"_s : u"failed"_s)},
        {u"join_url"_s, there ? QJsonValue(conference.address + id) : QJsonValue()},
    };
    if (conference.hasData)
        object.insert(u"data"_s, there ? QJsonValue(conferenceData(meeting.place.kind, id)) : QJsonValue());
    return object;
}

QJsonValue locationJson(const WorldMeeting &meeting, const World &world)
{
    const WorldPlace &place = meeting.place;
    if (place.kind.isEmpty())
        return {};
    if (const auto conference = conferenceOf(place.kind))
        return conferenceJson(*conference, meeting, world);
    const bool inbound = place.kind == "inbound_call"_L1;
    QJsonObject object{
        {u"type"_s, place.kind},
        {u"location"_s,
         inbound && place.location.isEmpty() ? QJsonValue(place.phoneNumber) : textOrNull(place.location)},
    };
    if (!place.additionalInfo.isEmpty())
        object.insert(u"additional_info"_s, place.additionalInfo);
    return object;
}

QJsonArray hostsJson(const WorldMeeting &meeting, const World &world)
{
    const WorldEventType &type = world.eventTypes()[static_cast<size_t>(meeting.eventType)];
    QJsonArray array;
    for (const int host : meeting.hosts) {
        const WorldUser &user = world.users()[static_cast<size_t>(host)];
        array.append(QJsonObject{
            {u"user"_s, world.uri(Thing::User, host)},
            {u"user_email"_s, user.email},
            {u"user_name"_s, user.name},
            {u"buffered_start_time"_s, timeText(meeting.start - type.bufferBeforeMinutes * minuteLength)},
            {u"buffered_end_time"_s, timeText(meeting.end + type.bufferAfterMinutes * minuteLength)},
        });
    }
    return array;
}

QJsonArray guestsJson(const WorldMeeting &meeting)
{
    QJsonArray array;
    for (const WorldGuest &guest : meeting.guests) {
        array.append(QJsonObject{
            {u"email"_s, guest.email},
            {u"created_at"_s, timeText(guest.createdAt)},
            {u"updated_at"_s, timeText(guest.createdAt)},
        });
    }
    return array;
}

QJsonValue paymentJson(const std::optional<WorldPayment> &payment)
{
    if (!payment)
        return {};
    return QJsonObject{
        {u"external_id"_s, payment->externalId},
        {u"provider"_s, payment->provider},
        {u"amount"_s, payment->amount},
        {u"currency"_s, payment->currency},
        {u"terms"_s, textOrNull(payment->terms)},
        {u"successful"_s, payment->successful},
    };
}

QJsonArray answersJson(const QList<WorldAnswer> &answers)
{
    QJsonArray array;
    for (const WorldAnswer &answer : answers)
        array.append(QJsonObject{
            {u"question"_s, answer.question}, {u"answer"_s, answer.answer}, {u"position"_s, answer.position}});
    return array;
}

QJsonValue noShowJson(int mark, const World &world)
{
    if (mark == noId)
        return {};
    return QJsonObject{{u"uri"_s, world.uri(Thing::NoShow, mark)},
                       {u"created_at"_s, timeText(world.noShows()[static_cast<size_t>(mark)].createdAt)}};
}

QJsonValue reconfirmationJson(const std::optional<WorldReconfirmation> &reconfirmation)
{
    if (!reconfirmation)
        return {};
    return QJsonObject{{u"created_at"_s, timeText(reconfirmation->createdAt)},
                       {u"confirmed_at"_s, timeOrNull(reconfirmation->confirmedAt)}};
}

} // namespace

QJsonObject trackingJson(const WorldTracking &tracking)
{
    return {
        {u"utm_campaign"_s, textOrNull(tracking.utmCampaign)},
        {u"utm_source"_s, textOrNull(tracking.utmSource)},
        {u"utm_medium"_s, textOrNull(tracking.utmMedium)},
        {u"utm_content"_s, textOrNull(tracking.utmContent)},
        {u"utm_term"_s, textOrNull(tracking.utmTerm)},
        {u"salesforce_uuid"_s, textOrNull(tracking.salesforceUuid)},
    };
}

QJsonObject toJson(const WorldMeeting &meeting, const World &world)
{
    QJsonObject object{
        {u"uri"_s, world.uri(Thing::Meeting, meeting.id)},
        {u"name"_s, textOrNull(meeting.name)},
        {u"meeting_notes_plain"_s, textOrNull(meeting.notes)},
        {u"status"_s, meeting.cancellation ? u"canceled"_s : u"active"_s},
        {u"start_time"_s, timeText(meeting.start)},
        {u"end_time"_s, timeText(meeting.end)},
        {u"event_type"_s, world.uri(Thing::EventType, meeting.eventType)},
        {u"location"_s, locationJson(meeting, world)},
        {u"invitees_counter"_s,
         QJsonObject{{u"total"_s, meeting.invitees.size()},
                     {u"active"_s, world.activeInvitees(meeting)},
                     {u"limit"_s, meeting.inviteesLimit}}},
        {u"created_at"_s, timeText(meeting.createdAt)},
        {u"updated_at"_s, timeText(meeting.updatedAt)},
        {u"event_memberships"_s, hostsJson(meeting, world)},
        {u"event_guests"_s, guestsJson(meeting)},
        {u"calendar_event"_s, QJsonValue()},
    };
    if (!meeting.notes.isNull())
        object.insert(u"meeting_notes_html"_s, u"<p>%1</p>"_s.arg(meeting.notes.toHtmlEscaped()));
    if (!meeting.calendarKind.isNull()) {
        const QString external = world.uuid(Thing::Meeting, meeting.id).remove(QLatin1Char('-')).left(26);
        object.insert(u"calendar_event"_s,
                      QJsonObject{{u"kind"_s, meeting.calendarKind}, {u"external_id"_s, external}});
    }
    if (meeting.cancellation)
        object.insert(u"cancellation"_s, cancellationJson(*meeting.cancellation));
    return object;
}

QJsonObject toJson(const WorldInvitee &invitee, const World &world)
{
    QJsonObject object{
        {u"uri"_s, world.inviteeUri(invitee.id)},
        {u"email"_s, invitee.email},
        {u"first_name"_s, textOrNull(invitee.firstName)},
        {u"last_name"_s, textOrNull(invitee.lastName)},
        {u"name"_s, invitee.name},
        {u"status"_s, invitee.cancellation ? u"canceled"_s : u"active"_s},
        {u"questions_and_answers"_s, answersJson(invitee.answers)},
        {u"timezone"_s, textOrNull(invitee.timezone)},
        {u"event"_s, world.uri(Thing::Meeting, invitee.meeting)},
        {u"created_at"_s, timeText(invitee.createdAt)},
        {u"updated_at"_s, timeText(invitee.updatedAt)},
        {u"tracking"_s, trackingJson(invitee.tracking)},
        {u"text_reminder_number"_s, textOrNull(invitee.textReminderNumber)},
        {u"rescheduled"_s, invitee.rescheduled},
        {u"old_invitee"_s, uriOrNull(world, Thing::Invitee, invitee.oldInvitee)},
        {u"new_invitee"_s, uriOrNull(world, Thing::Invitee, invitee.newInvitee)},
        {u"cancel_url"_s, world.cancelUrl(invitee)},
        {u"reschedule_url"_s, world.rescheduleUrl(invitee)},
        {u"routing_form_submission"_s, QJsonValue()},
        {u"payment"_s, paymentJson(invitee.payment)},
        {u"no_show"_s, noShowJson(invitee.noShow, world)},
        {u"reconfirmation"_s, reconfirmationJson(invitee.reconfirmation)},
        {u"scheduling_method"_s, textOrNull(invitee.schedulingMethod)},
        {u"invitee_scheduled_by"_s, uriOrNull(world, Thing::User, invitee.scheduledBy)},
    };
    if (invitee.cancellation)
        object.insert(u"cancellation"_s, cancellationJson(*invitee.cancellation));
    return object;
}
