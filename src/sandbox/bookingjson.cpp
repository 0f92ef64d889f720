// SPDX-License-Identifier: GPL-3.0-or-later
#include "booking.h"

#include "worldjson.h"

using namespace Qt::StringLiterals;

namespace {

using Refusal = std::optional<BookingRefusal>;

Refusal missing(const QString &parameter)
{
    return BookingRefusal{BookingRefusal::Kind::Invalid, parameter, u"is missing"_s, u"missing"_s};
}

Refusal invalid(const QString &parameter)
{
    return BookingRefusal{BookingRefusal::Kind::Invalid, parameter, u"is invalid"_s, u"invalid"_s};
}

/// Puts the text of `key` into `text`; refuses what is no text, and null unless `nullable`.
Refusal readText(const QJsonObject &from, const QString &key, const QString &parameter, QString &text,
                 bool nullable = true)
{
    const QJsonValue value = from.value(key);
    if (value.isUndefined() || (value.isNull() && nullable))
        return std::nullopt;
    if (!value.isString())
        return invalid(parameter);
    text = value.toString();
    return std::nullopt;
}

Refusal readInvitee(const QJsonObject &body, BookingRequest &request)
{
    if (!body.value(u"invitee"_s).isObject())
        return missing(u"invitee"_s);
    const QJsonObject invitee = body.value(u"invitee"_s).toObject();
    for (const auto &[key, target] : {std::pair{u"name"_s, &request.name}, {u"first_name"_s, &request.firstName},
                                      {u"last_name"_s, &request.lastName}, {u"email"_s, &request.email},
                                      {u"timezone"_s, &request.timezone},
                                      {u"text_reminder_number"_s, &request.textReminderNumber}}) {
        if (const Refusal refusal = readText(invitee, key, u"invitee."_s + key, *target))
            return refusal;
    }
    if (request.email.isEmpty())
        return missing(u"invitee.email"_s);
    if (request.timezone.isEmpty())
        return missing(u"invitee.timezone"_s);
    return std::nullopt;
}

Refusal readTracking(const QJsonObject &body, WorldTracking &tracking)
{
    const QJsonValue value = body.value(u"tracking"_s);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isObject())
        return invalid(u"tracking"_s);
    const QJsonObject object = value.toObject();
    for (const auto &[key, target] :
         {std::pair{u"utm_campaign"_s, &tracking.utmCampaign}, {u"utm_source"_s, &tracking.utmSource},
          {u"utm_medium"_s, &tracking.utmMedium}, {u"utm_content"_s, &tracking.utmContent},
          {u"utm_term"_s, &tracking.utmTerm}, {u"salesforce_uuid"_s, &tracking.salesforceUuid}}) {
        if (!object.contains(key))
            return missing(u"tracking."_s + key); // all six or none (BEHAVIOUR 13.5)
        if (const Refusal refusal = readText(object, key, u"tracking."_s + key, *target))
            return refusal;
    }
    return std::nullopt;
}

Refusal readAnswers(const QJsonObject &body, QList<WorldAnswer> &answers)
{
    const QJsonValue value = body.value(u"questions_and_answers"_s);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isArray())
        return invalid(u"questions_and_answers"_s);
    const QJsonArray array = value.toArray();
    for (int i = 0; i < array.size(); ++i) {
        const QJsonObject object = array.at(i).toObject();
        const QString parameter = u"questions_and_answers.%1."_s.arg(i);
        for (const QString &key : {u"question"_s, u"answer"_s}) {
            if (!object.value(key).isString())
                return missing(parameter + key);
        }
        if (!object.value(u"position"_s).isDouble())
            return missing(parameter + u"position"_s);
        answers.append({object.value(u"question"_s).toString(), object.value(u"answer"_s).toString(),
                        object.value(u"position"_s).toInt()});
    }
    return std::nullopt;
}

Refusal readGuests(const QJsonObject &body, QStringList &guests)
{
    const QJsonValue value = body.value(u"event_guests"_s);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isArray())
        return invalid(u"event_guests"_s);
    for (const QJsonValue &guest : value.toArray()) {
        if (!guest.isString())
            return invalid(u"event_guests"_s);
        guests.append(guest.toString());
    }
    return std::nullopt;
}

Refusal readLocation(const QJsonObject &body, BookingRequest &request)
{
    const QJsonValue value = body.value(u"location"_s);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const QJsonObject location = value.toObject();
    if (!location.value(u"kind"_s).isString())
        return missing(u"location.kind"_s);
    request.locationKind = location.value(u"kind"_s).toString();
    return readText(location, u"location"_s, u"location.location"_s, request.location);
}

Refusal readTypeAndTime(const World &world, const QJsonObject &body, BookingRequest &request)
{
    if (!body.contains(u"event_type"_s))
        return missing(u"event_type"_s);
    if (!body.contains(u"start_time"_s))
        return missing(u"start_time"_s);
    const auto start = timeFromText(body.value(u"start_time"_s).toString());
    if (!start)
        return invalid(u"start_time"_s);
    request.start = *start;
    request.eventType = world.idOfUri(World::Thing::EventType, body.value(u"event_type"_s).toString());
    if (request.eventType == noId)
        return BookingRefusal{BookingRefusal::Kind::NotFound, u"event_type"_s, u"does not exist"_s, u"not_found"_s};
    return std::nullopt;
}

} // namespace

std::variant<BookingRequest, BookingRefusal> bookingFromJson(const World &world, const QJsonObject &body)
{
    BookingRequest request;
    request.method = u"api"_s;
    if (const Refusal refusal = readTypeAndTime(world, body, request))
        return *refusal;
    if (const Refusal refusal = readInvitee(body, request))
        return *refusal;
    if (const Refusal refusal = readLocation(body, request))
        return *refusal;
    if (const Refusal refusal = readAnswers(body, request.answers))
        return *refusal;
    if (const Refusal refusal = readTracking(body, request.tracking))
        return *refusal;
    if (const Refusal refusal = readGuests(body, request.guests))
        return *refusal;
    return request;
}
