// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonparts.h"
#include "worldjson.h"

using namespace Qt::StringLiterals;
using Thing = World::Thing;

namespace {

QJsonArray questionsJson(const QList<WorldQuestion> &questions)
{
    QJsonArray array;
    for (const WorldQuestion &question : questions) {
        array.append(QJsonObject{
            {u"name"_s, question.name},
            {u"type"_s, question.type},
            {u"position"_s, array.size()},
            {u"enabled"_s, question.enabled},
            {u"required"_s, question.required},
            {u"answer_choices"_s, QJsonArray::fromStringList(question.choices)},
            {u"include_other"_s, question.includeOther},
        });
    }
    return array;
}

QJsonValue durationsJson(const QList<int> &options)
{
    if (options.isEmpty())
        return {};
    QJsonArray array;
    for (const int minutes : options)
        array.append(minutes);
    return array;
}

QJsonValue poolingJson(WorldPooling pooling)
{
    switch (pooling) {
    case WorldPooling::RoundRobin: return u"round_robin"_s;
    case WorldPooling::Collective: return u"collective"_s;
    case WorldPooling::MultiPool: return u"multi_pool"_s;
    case WorldPooling::None: break;
    }
    return {};
}

QJsonValue profileJson(const WorldEventType &type, const World &world)
{
    if (!type.profileKnown)
        return {};
    const bool team = !type.team.isEmpty();
    return QJsonObject{
        {u"type"_s, team ? u"Team"_s : u"User"_s},
        {u"name"_s, team ? type.team : world.users()[static_cast<size_t>(type.owner)].name},
        {u"owner"_s, world.uri(Thing::User, type.owner)},
    };
}

QJsonObject describedJson(const WorldEventType &type)
{
    return {
        {u"description_plain"_s, textOrNull(type.description)},
        {u"description_html"_s,
         type.description.isNull() ? QJsonValue() : QJsonValue(u"<p>%1</p>"_s.arg(type.description.toHtmlEscaped()))},
    };
}

QJsonObject overrideJson(const WorldShareOverride &share, const WorldEventType &type, const World &world)
{
    const WorldSchedule *schedule = type.schedule == noId ? world.defaultScheduleOf(type.owner)
                                                          : &world.schedules()[static_cast<size_t>(type.schedule)];
    const QList<WorldRule> rules = share.rules ? *share.rules : schedule ? schedule->rules : QList<WorldRule>();
    const QString zone = share.timezone ? *share.timezone : schedule ? schedule->timezone : u"UTC"_s;
    const auto date = [](const std::optional<QDate> &day) {
        return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue();
    };
    return {
        {u"name"_s, share.name.value_or(type.name)},
        {u"duration"_s, share.durationMinutes.value_or(type.durationMinutes)},
        {u"duration_options"_s, durationsJson(share.durationOptions.value_or(type.durationOptions))},
        {u"period_type"_s, share.periodType.value_or(u"moving"_s)},
        {u"start_date"_s, date(share.startDate)},
        {u"end_date"_s, date(share.endDate)},
        {u"max_booking_time"_s, share.maxBookingMinutes.value_or(type.daysAhead * 24 * 60)},
        {u"hide_location"_s, share.hideLocation.value_or(false)},
        {u"location_configurations"_s, placesJson(share.places.value_or(type.places))},
        {u"availability_rule"_s, QJsonObject{{u"rules"_s, rulesJson(rules)}, {u"timezone"_s, zone}}},
    };
}

} // namespace

QJsonArray placesJson(const QList<WorldPlace> &places)
{
    QJsonArray array;
    for (const WorldPlace &place : places) {
        QJsonObject object{{u"kind"_s, place.kind}};
        if (!place.location.isEmpty())
            object.insert(u"location"_s, place.location);
        if (!place.additionalInfo.isEmpty())
            object.insert(u"additional_info"_s, place.additionalInfo);
        if (!place.phoneNumber.isEmpty())
            object.insert(u"phone_number"_s, place.phoneNumber);
        array.append(object);
    }
    return array;
}

QJsonObject toJson(const WorldEventType &type, const World &world)
{
    const QJsonObject described = describedJson(type);
    return {
        {u"uri"_s, world.uri(Thing::EventType, type.id)},
        {u"name"_s, textOrNull(type.name)},
        {u"active"_s, type.active},
        {u"slug"_s, textOrNull(type.slug)},
        {u"scheduling_url"_s, world.schedulingUrl(type)},
        {u"duration"_s, type.durationMinutes},
        {u"duration_options"_s, type.adhoc ? QJsonValue() : durationsJson(type.durationOptions)},
        {u"kind"_s, type.group ? u"group"_s : u"solo"_s},
        {u"pooling_type"_s, poolingJson(type.pooling)},
        {u"type"_s, type.adhoc ? u"AdhocEventType"_s : u"StandardEventType"_s},
        {u"color"_s, type.color},
        {u"created_at"_s, timeText(type.createdAt)},
        {u"updated_at"_s, timeText(type.updatedAt)},
        {u"deleted_at"_s, timeOrNull(type.deletedAt)},
        {u"internal_note"_s, textOrNull(type.internalNote)},
        {u"description_plain"_s, described.value(u"description_plain"_s)},
        {u"description_html"_s, described.value(u"description_html"_s)},
        {u"is_paid"_s, type.paid},
        {u"profile"_s, profileJson(type, world)},
        {u"secret"_s, type.secret},
        {u"booking_method"_s, type.poll ? u"poll"_s : u"instant"_s},
        {u"custom_questions"_s, questionsJson(type.questions)},
        {u"admin_managed"_s, type.adminManaged},
        {u"locations"_s, type.places.isEmpty() ? QJsonValue() : QJsonValue(placesJson(type.places))},
        {u"position"_s, type.position},
        {u"locale"_s, type.locale},
    };
}

QJsonObject toJson(const WorldLink &link, const World &world)
{
    const QJsonObject plain{
        {u"booking_url"_s, world.bookingUrl(link)},
        {u"owner"_s, world.uri(Thing::EventType, link.eventType)},
        {u"owner_type"_s, u"EventType"_s},
    };
    if (!link.share)
        return plain;
    const WorldEventType &type = world.eventTypes()[static_cast<size_t>(link.eventType)];
    return {{u"uri"_s, world.uri(Thing::Share, link.id)},
            {u"scheduling_links"_s, QJsonArray{plain}},
            {u"share_override"_s, overrideJson(*link.share, type, world)}};
}
