// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreader.h"
#include "resourcejson.h"
#include "trackingjson.h"

namespace {

QString nameFrom(const JsonReader &read)
{
    const QString name = read.text(QLatin1String("name"));
    if (!name.isEmpty())
        return name;
    return (read.text(QLatin1String("first_name")) + QLatin1Char(' ') + read.text(QLatin1String("last_name")))
        .trimmed();
}

QList<QuestionAnswer> answersFrom(const QList<QJsonObject> &list)
{
    QList<QuestionAnswer> answers;
    for (const QJsonObject &json : list) {
        const JsonReader read(json);
        answers.append(QuestionAnswer{
            .question = read.text(QLatin1String("question")),
            .answer = read.text(QLatin1String("answer")),
            .position = read.whole(QLatin1String("position")),
        });
    }
    return answers;
}

std::optional<Payment> paymentFrom(const QJsonObject &json)
{
    if (json.isEmpty())
        return std::nullopt;
    const JsonReader read(json);
    return Payment{
        .externalId = read.text(QLatin1String("external_id")),
        .provider = read.text(QLatin1String("provider")),
        .amount = read.text(QLatin1String("amount")),
        .currency = read.text(QLatin1String("currency")),
        .terms = read.text(QLatin1String("terms")),
        .successful = read.flag(QLatin1String("successful")),
    };
}

std::optional<Reconfirmation> reconfirmationFrom(const QJsonObject &json)
{
    if (json.isEmpty())
        return std::nullopt;
    const JsonReader read(json);
    return Reconfirmation{
        .createdAt = read.instant(QLatin1String("created_at")),
        .confirmedAt = read.instant(QLatin1String("confirmed_at")),
    };
}

std::optional<Cancellation> cancellationFrom(const QJsonObject &json)
{
    if (json.isEmpty())
        return std::nullopt;
    return cancellationFromJson(json).value();
}

} // namespace

Tracking trackingFrom(const JsonReader &read)
{
    return Tracking{
        .utmSource = read.text(QLatin1String("utm_source")),
        .utmMedium = read.text(QLatin1String("utm_medium")),
        .utmCampaign = read.text(QLatin1String("utm_campaign")),
        .utmContent = read.text(QLatin1String("utm_content")),
        .utmTerm = read.text(QLatin1String("utm_term")),
        .salesforceUuid = read.text(QLatin1String("salesforce_uuid")),
    };
}

Result<Invitee> inviteeFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    return read.finish(Invitee{
        .uri = read.neededUri(QLatin1String("uri")),
        .meeting = read.uri(QLatin1String("event")),
        .name = nameFrom(read),
        .email = read.text(QLatin1String("email")),
        .canceled = read.text(QLatin1String("status")) == QLatin1String("canceled"),
        .timezone = read.text(QLatin1String("timezone")),
        .answers = answersFrom(read.objects(QLatin1String("questions_and_answers"))),
        .tracking = trackingFrom(JsonReader(read.object(QLatin1String("tracking")))),
        .textReminderNumber = read.text(QLatin1String("text_reminder_number")),
        .rescheduled = read.flag(QLatin1String("rescheduled")),
        .oldInvitee = read.uri(QLatin1String("old_invitee")),
        .newInvitee = read.uri(QLatin1String("new_invitee")),
        .cancelUrl = read.uri(QLatin1String("cancel_url")),
        .rescheduleUrl = read.uri(QLatin1String("reschedule_url")),
        .routingFormSubmission = read.uri(QLatin1String("routing_form_submission")),
        .cancellation = cancellationFrom(read.object(QLatin1String("cancellation"))),
        .payment = paymentFrom(read.object(QLatin1String("payment"))),
        .reconfirmation = reconfirmationFrom(read.object(QLatin1String("reconfirmation"))),
        .noShow = JsonReader(read.object(QLatin1String("no_show"))).uri(QLatin1String("uri")),
        .schedulingMethod = read.text(QLatin1String("scheduling_method")),
        .createdAt = read.instant(QLatin1String("created_at")),
        .updatedAt = read.text(QLatin1String("updated_at")),
        .source = json,
    });
}
