// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreader.h"
#include "routingform.h"
#include "trackingjson.h"

namespace {

RoutingQuestion questionFrom(const QJsonObject &json)
{
    const JsonReader read(json);
    return {.name = read.text(QLatin1String("name")),
            .type = read.text(QLatin1String("type")),
            .required = read.flag(QLatin1String("required")),
            .choices = read.texts(QLatin1String("answer_choices"))};
}

void readResult(RoutingSubmission &submission, const JsonReader &result)
{
    const QString type = result.text(QLatin1String("type"));
    if (type == QLatin1String("event_type") || type == QLatin1String("external_url")) {
        submission.led = type == QLatin1String("event_type") ? RoutingSubmission::Led::EventType : RoutingSubmission::Led::Address;
        submission.target = result.uri(QLatin1String("value"));
    } else if (type == QLatin1String("custom_message")) {
        const JsonReader message(result.object(QLatin1String("value")));
        submission.led = RoutingSubmission::Led::Message;
        submission.message = QStringList{message.text(QLatin1String("headline")), message.text(QLatin1String("body"))}.join(QLatin1Char('\n')).trimmed();
    }
}

} // namespace

Result<RoutingForm> routingFormFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    QList<RoutingQuestion> questions;
    for (const QJsonObject &question : read.objects(QLatin1String("questions")))
        questions.append(questionFrom(question));
    return read.finish(RoutingForm{
        .uri = read.neededUri(QLatin1String("uri")),
        .name = read.text(QLatin1String("name")),
        .published = read.text(QLatin1String("status")) == QLatin1String("published"),
        .questions = questions,
        .createdAt = read.instant(QLatin1String("created_at")),
        .updatedAt = read.instant(QLatin1String("updated_at")),
    });
}

Result<RoutingSubmission> routingSubmissionFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    RoutingSubmission submission;
    submission.uri = read.neededUri(QLatin1String("uri"));
    for (const QJsonObject &answer : read.objects(QLatin1String("questions_and_answers"))) {
        const JsonReader each(answer);
        submission.answers.append({each.text(QLatin1String("question")), each.text(QLatin1String("answer"))});
    }
    readResult(submission, JsonReader(read.object(QLatin1String("result"))));
    submission.invitee = read.uri(QLatin1String("submitter"));
    submission.tracking = trackingFrom(JsonReader(read.object(QLatin1String("tracking"))));
    submission.createdAt = read.instant(QLatin1String("created_at"));
    return read.finish(submission);
}
