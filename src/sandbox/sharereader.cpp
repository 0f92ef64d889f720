// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharereader.h"

#include "zones.h"

#include <QJsonArray>

namespace sandbox {

namespace {

constexpr int longestMeetingMinutes = 720;

std::optional<QList<int>> readDurations(BodyReader &body)
{
    const QString name = QStringLiteral("duration_options");
    if (!body.has(name))
        return std::nullopt;
    QList<int> durations;
    const QJsonArray values = body.value(name).toArray();
    for (const QJsonValue &value : values) {
        const int minutes = value.toInt();
        if (minutes >= 1 && minutes <= longestMeetingMinutes && !durations.contains(minutes))
            durations += minutes;
    }
    if (!body.value(name).isArray() || values.size() > 4 || durations.size() != values.size())
        body.refuse(name, QStringLiteral("must be up to 4 different numbers from 1 to 720"));
    return durations;
}

void readPeriod(BodyReader &body, WorldShareOverride &share)
{
    const QString maximum = QStringLiteral("max_booking_time");
    share.periodType = body.oneOf(QStringLiteral("period_type"),
                                  {QStringLiteral("available_moving"), QStringLiteral("moving"),
                                   QStringLiteral("fixed"), QStringLiteral("unlimited")});
    share.startDate = body.date(QStringLiteral("start_date"));
    share.endDate = body.date(QStringLiteral("end_date"));
    share.maxBookingMinutes = body.number(maximum, 0, std::numeric_limits<int>::max());
    if (share.periodType == QLatin1String("fixed")) {
        body.require(QStringLiteral("start_date"));
        body.require(QStringLiteral("end_date"));
    }
    if (share.startDate && share.endDate && *share.endDate < *share.startDate)
        body.refuse(QStringLiteral("end_date"), QStringLiteral("must not be before start_date"));
    if (share.periodType && share.periodType->endsWith(QLatin1String("moving")))
        body.require(maximum);
}

std::optional<QList<WorldPlace>> readPlaces(BodyReader &body)
{
    const QString name = QStringLiteral("location_configurations");
    if (!body.has(name))
        return std::nullopt;
    if (!body.value(name).isArray())
        body.refuse(name, QStringLiteral("must be an array"));
    QList<WorldPlace> places;
    for (const QJsonValue &value : body.value(name).toArray()) {
        const QJsonObject json = value.toObject();
        const WorldPlace place{.kind = json.value(QStringLiteral("kind")).toString(),
                               .location = json.value(QStringLiteral("location")).toString(),
                               .additionalInfo = json.value(QStringLiteral("additional_info")).toString(),
                               .phoneNumber = json.value(QStringLiteral("phone_number")).toString()};
        if (place.kind.isEmpty())
            body.refuse(name + QLatin1String(".kind"), QStringLiteral("is missing"));
        if (place.kind == QLatin1String("inbound_call") && place.phoneNumber.isEmpty())
            body.refuse(name + QLatin1String(".phone_number"), QStringLiteral("is missing"));
        if (place.location.size() > 255 || place.additionalInfo.size() > 255)
            body.refuse(name, QStringLiteral("texts must be at most 255 characters"));
        places += place;
    }
    return places;
}

std::optional<int> minutesOf(const QString &clock)
{
    if (clock == QLatin1String("24:00"))
        return 24 * 60;
    const QTime time = QTime::fromString(clock, QStringLiteral("HH:mm"));
    return time.isValid() ? std::optional(time.hour() * 60 + time.minute()) : std::nullopt;
}

/// Nothing where a time is not HH:MM or an interval does not go forward.
std::optional<QList<WorldInterval>> readIntervals(const QJsonArray &values)
{
    QList<WorldInterval> intervals;
    for (const QJsonValue &value : values) {
        const auto from = minutesOf(value[QLatin1String("from")].toString());
        const auto to = minutesOf(value[QLatin1String("to")].toString());
        if (!from || !to || *to <= *from)
            return std::nullopt;
        intervals += WorldInterval{.from = *from, .to = *to};
    }
    return intervals;
}

/// Nothing where the rule is neither of a weekday nor of a date.
std::optional<WorldRule> readRule(const QJsonObject &json)
{
    static const QStringList weekdays{
        QStringLiteral("monday"), QStringLiteral("tuesday"),  QStringLiteral("wednesday"), QStringLiteral("thursday"),
        QStringLiteral("friday"), QStringLiteral("saturday"), QStringLiteral("sunday")};
    const auto intervals = readIntervals(json.value(QStringLiteral("intervals")).toArray());
    const bool isDate = json.value(QStringLiteral("type")) == QLatin1String("date");
    WorldRule rule;
    if (isDate)
        rule.date = QDate::fromString(json.value(QStringLiteral("date")).toString(), Qt::ISODate);
    else
        rule.weekday = int(weekdays.indexOf(json.value(QStringLiteral("wday")).toString())) + 1;
    if (!intervals || (isDate ? !rule.date.isValid() : rule.weekday == 0))
        return std::nullopt;
    rule.intervals = *intervals;
    return rule;
}

void readRules(BodyReader &body, WorldShareOverride &share)
{
    const QString name = QStringLiteral("availability_rule");
    if (!body.has(name))
        return;
    const QJsonObject json = body.value(name).toObject();
    const QString timezone = json.value(QStringLiteral("timezone")).toString();
    if (!zoneNamed(timezone))
        body.refuse(name + QLatin1String(".timezone"), QStringLiteral("must be the name of a time zone"));
    QList<WorldRule> rules;
    for (const QJsonValue &value : json.value(QStringLiteral("rules")).toArray()) {
        const auto rule = readRule(value.toObject());
        if (!rule)
            body.refuse(name + QLatin1String(".rules"), QStringLiteral("has a rule that cannot be read"));
        else
            rules += *rule;
    }
    share.timezone = timezone;
    share.rules = rules;
}

} // namespace

WorldShareOverride readShareOverride(BodyReader &body)
{
    WorldShareOverride share;
    share.name = body.text(QStringLiteral("name"), 55);
    share.durationMinutes = body.number(QStringLiteral("duration"), 1, longestMeetingMinutes);
    share.durationOptions = readDurations(body);
    if (share.durationOptions && share.durationMinutes && !share.durationOptions->contains(*share.durationMinutes))
        body.refuse(QStringLiteral("duration"), QStringLiteral("must be one of duration_options"));
    readPeriod(body, share);
    share.hideLocation = body.boolean(QStringLiteral("hide_location"));
    share.places = readPlaces(body);
    readRules(body, share);
    return share;
}

WorldShareOverride changedShare(WorldShareOverride share, const WorldShareOverride &wanted)
{
    const auto take = [](auto &present, const auto &other) {
        if (other)
            present = other;
    };
    take(share.name, wanted.name);
    take(share.durationMinutes, wanted.durationMinutes);
    take(share.durationOptions, wanted.durationOptions);
    take(share.periodType, wanted.periodType);
    take(share.startDate, wanted.startDate);
    take(share.endDate, wanted.endDate);
    take(share.maxBookingMinutes, wanted.maxBookingMinutes);
    take(share.hideLocation, wanted.hideLocation);
    take(share.places, wanted.places);
    take(share.timezone, wanted.timezone);
    take(share.rules, wanted.rules);
    return share;
}

} // namespace sandbox
