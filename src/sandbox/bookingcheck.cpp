// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingcheck.h"

#include "zones.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Kind = BookingRefusal::Kind;

constexpr int guestsLimit = 10;

std::optional<BookingRefusal> invalid(const QString &parameter, const QString &message,
                                      const QString &code = u"invalid"_s)
{
    return BookingRefusal{Kind::Invalid, parameter, message, code};
}

std::optional<BookingRefusal> typeRefusal(const World &world, const BookingRequest &request)
{
    if (request.eventType < 0 || static_cast<size_t>(request.eventType) >= world.eventTypes().size())
        return BookingRefusal{Kind::NotFound, u"event_type"_s, u"does not exist"_s, u"not_found"_s};
    const WorldEventType &type = world.eventTypes()[static_cast<size_t>(request.eventType)];
    if (!type.active || type.deletedAt || type.poll)
        return BookingRefusal{Kind::NotBookable, u"event_type"_s, u"cannot be booked"_s, u"not_bookable"_s};
    if (request.link == noId)
        return std::nullopt;
    const WorldLink &link = world.links()[static_cast<size_t>(request.link)];
    if (link.usedBy != noId)
        return BookingRefusal{Kind::LinkUsed, u"event_type"_s, u"this link was used already"_s, u"used"_s};
    if (link.takenBack || link.expiresAt <= world.now())
        return BookingRefusal{Kind::LinkExpired, u"event_type"_s, u"this link has expired"_s, u"expired"_s};
    return std::nullopt;
}

std::optional<BookingRefusal> personRefusal(const BookingRequest &request)
{
    if (request.name.trimmed().isEmpty() && request.firstName.trimmed().isEmpty())
        return invalid(u"invitee.name"_s, u"is missing"_s, u"missing"_s);
    if (!isEmail(request.email))
        return invalid(u"invitee.email"_s, u"is not a valid e-mail address"_s);
    if (!zoneNamed(request.timezone))
        return invalid(u"invitee.timezone"_s, u"is not a valid time zone"_s);
    if (!request.textReminderNumber.isEmpty() && !isPhoneNumber(request.textReminderNumber))
        return invalid(u"invitee.text_reminder_number"_s, u"is not a phone number in international form"_s);
    if (request.guests.size() > guestsLimit)
        return invalid(u"event_guests"_s, u"must have at most 10 items"_s, u"too_many"_s);
    if (!std::all_of(request.guests.begin(), request.guests.end(), isEmail))
        return invalid(u"event_guests"_s, u"is not a valid e-mail address"_s);
    return std::nullopt;
}

std::optional<BookingRefusal> placeRefusal(const World &world, const BookingRequest &request)
{
    const WorldEventType &type = world.eventTypes()[static_cast<size_t>(request.eventType)];
    const QList<WorldPlace> places = placesOf(type, shareOf(world, request));
    const bool free = places.isEmpty() || type.pooling == WorldPooling::RoundRobin;
    if (request.locationKind.isEmpty() && free)
        return std::nullopt;
    const bool known = std::any_of(places.begin(), places.end(), [&request](const WorldPlace &place) {
        return place.kind == request.locationKind;
    });
    if (!known)
        return invalid(u"location.kind"_s, u"is not one of the event type's locations"_s, u"invalid_location_choice"_s);
    const QString &kind = request.locationKind;
    const bool needsText = isAskedPlace(kind) || kind == "physical"_L1 || kind == "custom"_L1;
    if (needsText && request.location.trimmed().isEmpty())
        return invalid(u"location.location"_s, u"is missing"_s, u"invalid_location_choice"_s);
    return std::nullopt;
}

std::optional<BookingRefusal> answersRefusal(const World &world, const BookingRequest &request)
{
    const QList<WorldQuestion> &questions = world.eventTypes()[static_cast<size_t>(request.eventType)].questions;
    for (int position = 0; position < questions.size(); ++position) {
        const WorldQuestion &question = questions.at(position);
        const auto given = std::find_if(request.answers.begin(), request.answers.end(), [&](const WorldAnswer &answer) {
            return answer.question == question.name && answer.position == position;
        });
        const bool answered = given != request.answers.end() && !given->answer.trimmed().isEmpty();
        if (question.enabled && question.required && !answered)
            return invalid(u"questions_and_answers.%1.answer"_s.arg(position), u"is missing"_s, u"missing"_s);
    }
    return std::nullopt;
}

} // namespace

std::optional<BookingRefusal> refusalOf(const World &world, const BookingRequest &request)
{
    if (auto refusal = typeRefusal(world, request))
        return refusal;
    if (auto refusal = personRefusal(request))
        return refusal;
    if (auto refusal = placeRefusal(world, request))
        return refusal;
    if (auto refusal = answersRefusal(world, request))
        return refusal;
    const WorldEventType &type = world.eventTypes()[static_cast<size_t>(request.eventType)];
    const WorldShareOverride *share = shareOf(world, request);
    const int minutes = durationOf(world, request);
    const int plain = share && share->durationMinutes ? *share->durationMinutes : type.durationMinutes;
    const QList<int> options = share && share->durationOptions ? *share->durationOptions : type.durationOptions;
    if (minutes != plain && !options.contains(minutes))
        return invalid(u"duration"_s, u"is not one of the event type's durations"_s);
    return std::nullopt;
}

const WorldShareOverride *shareOf(const World &world, const BookingRequest &request)
{
    if (request.link == noId)
        return nullptr;
    const WorldLink &link = world.links()[static_cast<size_t>(request.link)];
    return link.share ? &*link.share : nullptr;
}

int durationOf(const World &world, const BookingRequest &request)
{
    if (request.durationMinutes > 0)
        return request.durationMinutes;
    const WorldShareOverride *share = shareOf(world, request);
    return share && share->durationMinutes ? *share->durationMinutes
                                           : world.eventTypes()[static_cast<size_t>(request.eventType)].durationMinutes;
}

QList<WorldPlace> placesOf(const WorldEventType &type, const WorldShareOverride *share)
{
    return share && share->places ? *share->places : type.places;
}

WorldPlace bookedPlace(const World &world, const BookingRequest &request)
{
    const WorldEventType &type = world.eventTypes()[static_cast<size_t>(request.eventType)];
    const QList<WorldPlace> places = placesOf(type, shareOf(world, request));
    if (places.isEmpty())
        return {};
    const auto chosen = std::find_if(places.begin(), places.end(), [&request](const WorldPlace &place) {
        const bool sameText = place.location.isEmpty() || place.location == request.location;
        return place.kind == request.locationKind && sameText;
    });
    const auto anyOfKind = std::find_if(places.begin(), places.end(), [&request](const WorldPlace &place) {
        return place.kind == request.locationKind;
    });
    WorldPlace place = chosen != places.end() ? *chosen : anyOfKind != places.end() ? *anyOfKind : places.first();
    if (!request.location.isEmpty() && !place.kind.endsWith("_conference"_L1))
        place.location = request.location;
    return place;
}

bool isEmail(const QString &text)
{
    static const QRegularExpression shape(u"\\A[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+\\z"_s);
    return text.size() <= 254 && shape.match(text).hasMatch();
}

bool isPhoneNumber(const QString &text)
{
    static const QRegularExpression shape(u"\\A\\+[1-9][0-9]{6,14}\\z"_s);
    return shape.match(text).hasMatch();
}

bool isAskedPlace(const QString &kind)
{
    return kind == "ask_invitee"_L1 || kind == "outbound_call"_L1;
}
