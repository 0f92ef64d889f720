// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreader.h"
#include "placejson.h"
#include "resourcejson.h"

#include <QRegularExpression>

namespace {

/// Four fields of the API together say what kind a type is; the more special ones are looked at first.
EventType::Kind kindFrom(const JsonReader &read)
{
    if (read.text(QLatin1String("booking_method")) == QLatin1String("poll"))
        return EventType::Kind::Poll;
    if (read.text(QLatin1String("type")) == QLatin1String("AdhocEventType"))
        return EventType::Kind::OneOff;
    const QString pooling = read.text(QLatin1String("pooling_type"));
    if (pooling == QLatin1String("round_robin"))
        return EventType::Kind::RoundRobin;
    if (pooling == QLatin1String("collective"))
        return EventType::Kind::Collective;
    if (pooling == QLatin1String("multi_pool"))
        return EventType::Kind::MultiPool;
    return read.text(QLatin1String("kind")) == QLatin1String("group") ? EventType::Kind::Group
                                                                      : EventType::Kind::OneOnOne;
}

/// Only a plain "#rrggbb" gets through to where colours are parsed.
QString colorFrom(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("\\A#[0-9A-Fa-f]{6}\\z"));
    return shape.match(text).hasMatch() ? text : QString();
}

QList<std::chrono::minutes> durationsFrom(const QJsonArray &list)
{
    QList<std::chrono::minutes> durations;
    for (const QJsonValue value : list) {
        const int minutes = wholeFrom(value, 0);
        if (minutes > 0)
            durations.append(std::chrono::minutes(minutes));
    }
    return durations;
}

QList<CustomQuestion> questionsFrom(const QList<QJsonObject> &list)
{
    QList<CustomQuestion> questions;
    for (const QJsonObject &json : list) {
        const JsonReader read(json);
        questions.append(CustomQuestion{
            .name = read.text(QLatin1String("name")),
            .type = read.text(QLatin1String("type")),
            .position = read.whole(QLatin1String("position")),
            .enabled = read.flag(QLatin1String("enabled"), true),
            .required = read.flag(QLatin1String("required")),
            .answerChoices = read.texts(QLatin1String("answer_choices")),
            .includeOther = read.flag(QLatin1String("include_other")),
        });
    }
    return questions;
}

QList<Place> placesFrom(const QJsonArray &list)
{
    QList<Place> places;
    for (const QJsonValue value : list) {
        const Place place = placeFromJson(value);
        if (place.kind != Place::Kind::None)
            places.append(place);
    }
    return places;
}

} // namespace

Result<EventType> eventTypeFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    const JsonReader profile(read.object(QLatin1String("profile")));
    return read.finish(EventType{
        .uri = read.neededUri(QLatin1String("uri")),
        .name = read.text(QLatin1String("name")),
        .slug = read.text(QLatin1String("slug")),
        .active = read.flag(QLatin1String("active")),
        .secret = read.flag(QLatin1String("secret")),
        .adminManaged = read.flag(QLatin1String("admin_managed")),
        .paid = read.flag(QLatin1String("is_paid")),
        .kind = kindFrom(read),
        .schedulingUrl = read.uri(QLatin1String("scheduling_url")),
        .duration = read.minutes(QLatin1String("duration")),
        .durationOptions = durationsFrom(read.array(QLatin1String("duration_options"))),
        .color = colorFrom(read.text(QLatin1String("color"))),
        .position = read.whole(QLatin1String("position")),
        .descriptionPlain = read.text(QLatin1String("description_plain")),
        .internalNote = read.text(QLatin1String("internal_note")),
        .profileName = profile.text(QLatin1String("name")),
        .profileOwner = profile.uri(QLatin1String("owner")),
        .customQuestions = questionsFrom(read.objects(QLatin1String("custom_questions"))),
        .places = placesFrom(read.array(QLatin1String("locations"))),
        .locale = read.text(QLatin1String("locale")),
        .createdAt = read.instant(QLatin1String("created_at")),
        .updatedAt = read.instant(QLatin1String("updated_at")),
        .deletedAt = read.instant(QLatin1String("deleted_at")),
        .source = json,
    });
}
