// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhooksample.h"

#include "jsonparts.h"
#include "worldjson.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using Thing = World::Thing;

namespace sandbox {

namespace {

/// Of whose webhook it is, and when all of it happened.
struct Sample
{
    const World &world;
    int user;

    QString now() const { return timeText(world.now()); }
    QString userUri() const { return world.uri(Thing::User, user); }
    /// Of a resource that there is not.
    QString uri(const QString &kind) const { return userUri().section(u"/users/"_s, 0, 0) + u'/' + kind + u"/AAAAAAAAAAAAAAAA"_s; }
    QJsonObject deleted(const QString &kind) const { return {{u"uri"_s, uri(kind)}, {u"deleted_at"_s, now()}}; }
};

QJsonObject meetingJson(const Sample &sample, const WorldMeeting &meeting)
{
    QJsonObject object = toJson(meeting, sample.world);
    object.remove(u"calendar_event"_s);
    object.insert(u"uri"_s, sample.uri(u"scheduled_events"_s));
    return object;
}

QJsonObject inviteeJson(const Sample &sample, const QString &event)
{
    WorldInvitee invitee = sample.world.invitees().front();
    const WorldMeeting &meeting = sample.world.meetings().at(size_t(invitee.meeting));
    invitee.name = u"Sample Person"_s;
    invitee.firstName = u"Sample"_s;
    invitee.lastName = u"Person"_s;
    invitee.email = u"sample.person@example.com"_s;
    invitee.textReminderNumber = QString();
    invitee.answers.clear();
    invitee.noShow = invitee.oldInvitee = invitee.newInvitee = noId;
    invitee.cancellation.reset();
    if (event == u"invitee.canceled"_s)
        invitee.cancellation = WorldCancellation{invitee.name, u"Something came up"_s, false, sample.world.now()};
    QJsonObject object = toJson(invitee, sample.world);
    object.insert(u"uri"_s, sample.uri(u"scheduled_events/AAAAAAAAAAAAAAAA/invitees"_s));
    object.insert(u"event"_s, sample.uri(u"scheduled_events"_s));
    object.insert(u"cancel_url"_s, u"https://calendly.com/cancellations/AAAAAAAAAAAAAAAA"_s);
    object.insert(u"reschedule_url"_s, u"https://calendly.com/reschedulings/AAAAAAAAAAAAAAAA"_s);
    object.insert(u"scheduled_event"_s, meetingJson(sample, meeting));
    if (event == u"invitee_no_show.created"_s)
        object.insert(u"no_show"_s, QJsonObject{{u"uri"_s, sample.uri(u"invitee_no_shows"_s)}, {u"created_at"_s, sample.now()}});
    return object;
}

QJsonObject typeJson(const Sample &sample, bool isDeleted)
{
    QJsonObject object = toJson(sample.world.eventTypes().front(), sample.world);
    object.remove(u"description_html"_s);
    object.insert(u"uri"_s, sample.uri(u"event_types"_s));
    object.insert(u"deleted_at"_s, isDeleted ? QJsonValue(sample.now()) : QJsonValue());
    return object;
}

QJsonObject submissionJson(const Sample &sample)
{
    const QJsonObject answer{{u"question_uuid"_s, QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).toString(QUuid::WithoutBraces)},
                             {u"question"_s, u"How many people are you?"_s},
                             {u"answer"_s, u"12"_s}};
    QJsonObject tracking;
    for (const QString &key : {u"utm_campaign"_s, u"utm_source"_s, u"utm_medium"_s, u"utm_content"_s, u"utm_term"_s, u"salesforce_uuid"_s})
        tracking.insert(key, QJsonValue());
    return {
        {u"uri"_s, sample.uri(u"routing_form_submissions"_s)},
        {u"routing_form"_s, sample.uri(u"routing_forms"_s)},
        {u"questions_and_answers"_s, QJsonArray{answer}},
        {u"tracking"_s, tracking},
        {u"result"_s, QJsonObject{{u"type"_s, u"event_type"_s}, {u"value"_s, sample.uri(u"event_types"_s)}}},
        {u"submitter"_s, QJsonValue()},
        {u"submitter_type"_s, QJsonValue()},
        {u"created_at"_s, sample.now()},
        {u"updated_at"_s, sample.now()},
    };
}

QJsonObject recapJson(const Sample &sample, const QString &event)
{
    const QJsonObject meeting{{u"uri"_s, sample.uri(u"scheduled_events"_s)}, {u"name"_s, u"Sample meeting"_s}};
    if (event == u"meeting_recap.deleted"_s)
        return {{u"event"_s, meeting}, {u"recap"_s, sample.deleted(u"meeting_recaps"_s)}};
    const QJsonObject recap{{u"uri"_s, sample.uri(u"meeting_recaps"_s)},
                            {u"summary_md"_s, u"What was said, in short."_s},
                            {u"transcript"_s, sample.uri(u"meeting_recaps/AAAAAAAAAAAAAAAA/transcript"_s)},
                            {u"created_at"_s, sample.now()},
                            {u"updated_at"_s, sample.now()}};
    return {{u"event"_s, meeting}, {u"recap"_s, recap}};
}

QJsonObject contactJson(const Sample &sample, const QString &event)
{
    QJsonObject contact = sample.deleted(u"contacts"_s);
    if (event != u"contact.deleted"_s)
        contact = {{u"uri"_s, sample.uri(u"contacts"_s)},
                   {u"creation_source"_s, u"manual"_s},
                   {u"name"_s, u"Sample Person"_s},
                   {u"emails"_s, QJsonArray{QJsonObject{{u"email"_s, u"sample.person@example.com"_s}, {u"is_primary"_s, true}}}},
                   {u"created_at"_s, sample.now()},
                   {u"updated_at"_s, sample.now()},
                   {u"next_meeting_date"_s, QJsonValue()},
                   {u"last_meeting_date"_s, QJsonValue()},
                   {u"last_interaction_date"_s, QJsonValue()}};
    return {{u"user_uuid"_s, QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12).toString(QUuid::WithoutBraces)}, {u"contact"_s, contact}};
}

QJsonObject payloadOf(const Sample &sample, const QString &event)
{
    const QString family = event.section(u'.', 0, 0);
    if (family == u"event_type"_s)
        return typeJson(sample, event == u"event_type.deleted"_s);
    if (family == u"routing_form_submission"_s)
        return submissionJson(sample);
    if (family == u"meeting_recap"_s)
        return recapJson(sample, event);
    if (family == u"contact"_s)
        return contactJson(sample, event);
    return inviteeJson(sample, event);
}

} // namespace

QJsonObject webhookSample(const QString &event, const World &world, int user)
{
    const Sample sample{world, user};
    return {
        {u"event"_s, event},
        {u"created_at"_s, sample.now()},
        {u"created_by"_s, sample.userUri()},
        {u"payload"_s, payloadOf(sample, event)},
    };
}

} // namespace sandbox
