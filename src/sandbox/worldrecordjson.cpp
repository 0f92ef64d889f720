// SPDX-License-Identifier: GPL-3.0-or-later
// Routing forms, what was sent with them, and the activity log as the API writes them.
#include "jsonparts.h"
#include "worldjson.h"

#include <QUuid>

using namespace Qt::StringLiterals;

using Thing = World::Thing;

namespace {

/// The same for the same question, in all answers.
QString questionUuid(const WorldRoutingForm &form, qsizetype position)
{
    static const QUuid space(u"{6c1c1a0e-9a1e-4a54-9c1f-5b8f0d3c7e21}"_s);
    return QUuid::createUuidV5(space, u"%1/%2"_s.arg(form.id).arg(position)).toString(QUuid::WithoutBraces);
}

QJsonObject resultJson(const WorldSubmission &submission, const World &world)
{
    if (submission.eventType != noId)
        return {{u"type"_s, u"event_type"_s}, {u"value"_s, world.uri(Thing::EventType, submission.eventType)}};
    if (!submission.externalUrl.isEmpty())
        return {{u"type"_s, u"external_url"_s}, {u"value"_s, submission.externalUrl}};
    return {{u"type"_s, u"custom_message"_s},
            {u"value"_s, QJsonObject{{u"headline"_s, submission.headline}, {u"body"_s, submission.body}}}};
}

QJsonObject actorJson(const WorldActivity &activity, const World &world)
{
    if (activity.actor == noId)
        return {{u"type"_s, u"System"_s}, {u"display_name"_s, u"Calendly"_s}};
    const WorldUser &actor = world.users()[static_cast<size_t>(activity.actor)];
    return {
        {u"uri"_s, world.uri(Thing::User, actor.id)},
        {u"type"_s, u"User"_s},
        {u"organization"_s,
         QJsonObject{{u"uri"_s, world.uri(Thing::Organization, activity.organization)}, {u"role"_s, roleText(actor.role)}}},
        {u"display_name"_s, actor.name},
        {u"alternative_identifier"_s, actor.email},
    };
}

} // namespace

QJsonObject toJson(const WorldRoutingForm &form, const World &world)
{
    QJsonArray questions;
    for (qsizetype position = 0; position < form.questions.size(); ++position) {
        const WorldRoutingQuestion &question = form.questions.at(position);
        questions.append(QJsonObject{
            {u"uuid"_s, questionUuid(form, position)},
            {u"name"_s, question.name},
            {u"type"_s, question.type},
            {u"required"_s, question.required},
            {u"answer_choices"_s, question.choices.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray::fromStringList(question.choices))},
        });
    }
    return {
        {u"uri"_s, world.uri(Thing::RoutingForm, form.id)},
        {u"organization"_s, world.uri(Thing::Organization, form.organization)},
        {u"name"_s, form.name},
        {u"status"_s, form.published ? u"published"_s : u"draft"_s},
        {u"questions"_s, questions},
        {u"created_at"_s, timeText(form.createdAt)},
        {u"updated_at"_s, timeText(form.updatedAt)},
    };
}

QJsonObject toJson(const WorldSubmission &submission, const World &world)
{
    const WorldRoutingForm &form = world.routingForms()[static_cast<size_t>(submission.form)];
    QJsonArray answers;
    for (qsizetype position = 0; position < form.questions.size(); ++position) {
        const QString answer = submission.answers.value(position);
        answers.append(QJsonObject{
            {u"question_uuid"_s, questionUuid(form, position)},
            {u"question"_s, form.questions.at(position).name},
            {u"answer"_s, answer.isEmpty() ? QJsonValue() : QJsonValue(answer)},
        });
    }
    const bool met = submission.invitee != noId;
    return {
        {u"uri"_s, world.uri(Thing::Submission, submission.id)},
        {u"routing_form"_s, world.uri(Thing::RoutingForm, submission.form)},
        {u"questions_and_answers"_s, answers},
        {u"tracking"_s, trackingJson(submission.tracking)},
        {u"result"_s, resultJson(submission, world)},
        {u"submitter"_s, met ? QJsonValue(world.inviteeUri(submission.invitee)) : QJsonValue()},
        {u"submitter_type"_s, met ? QJsonValue(u"Invitee"_s) : QJsonValue()},
        {u"created_at"_s, timeText(submission.createdAt)},
        {u"updated_at"_s, timeText(submission.createdAt)},
    };
}

QJsonObject toJson(const WorldActivity &activity, const World &world)
{
    return {
        {u"uri"_s, world.uri(Thing::Activity, activity.id)},
        {u"occurred_at"_s, timeText(activity.occurredAt)},
        {u"actor"_s, actorJson(activity, world)},
        {u"details"_s, QJsonObject{{u"subject"_s, activity.subject}}},
        {u"fully_qualified_name"_s, activity.space + u'.' + activity.action},
        {u"namespace"_s, activity.space},
        {u"action"_s, activity.action},
        {u"organization"_s, world.uri(Thing::Organization, activity.organization)},
    };
}
