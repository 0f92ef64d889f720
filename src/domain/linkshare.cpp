// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkshare.h"

#include "availabilityrulejson.h"
#include "jsonreader.h"

#include <QJsonArray>

#include <algorithm>

namespace {

QString key(const char *name)
{
    return QLatin1String(name);
}

LinkShare::Status statusFrom(const QString &word)
{
    if (word == QLatin1String("used"))
        return LinkShare::Status::Used;
    return word == QLatin1String("expired") ? LinkShare::Status::Expired : LinkShare::Status::Active;
}

QJsonObject placeToJson(const QJsonObject &place)
{
    QJsonObject said;
    for (const char *name : {"kind", "location", "additional_info", "phone_number"}) {
        if (const QJsonValue value = place.value(QLatin1String(name)); value.isString() && !value.toString().isEmpty())
            said.insert(key(name), value);
    }
    return said;
}

} // namespace

QJsonObject toJson(const ShareOverride &share)
{
    QJsonObject json;
    if (share.duration) {
        const int minutes = static_cast<int>(share.duration->count());
        json.insert(key("duration"), minutes);
        json.insert(key("duration_options"), QJsonArray{minutes});
    }
    if (share.from.isValid() && share.until.isValid()) {
        json.insert(key("period_type"), QStringLiteral("fixed"));
        json.insert(key("start_date"), share.from.toString(Qt::ISODate));
        json.insert(key("end_date"), share.until.toString(Qt::ISODate));
    }
    if (!share.hours.isEmpty()) {
        json.insert(key("availability_rule"), QJsonObject{{key("rules"), toJson(share.hours)}, {key("timezone"), share.timezone}});
    }
    if (!share.place.isEmpty())
        json.insert(key("location_configurations"), QJsonArray{placeToJson(share.place)});
    return json;
}

ShareOverride shareOverrideFromJson(const QJsonObject &json)
{
    ShareOverride share;
    if (const int minutes = json.value(key("duration")).toInt(); minutes > 0)
        share.duration = std::chrono::minutes(minutes);
    share.from = QDate::fromString(json.value(key("start_date")).toString(), Qt::ISODate);
    share.until = QDate::fromString(json.value(key("end_date")).toString(), Qt::ISODate);
    const JsonReader rule(json.value(key("availability_rule")).toObject());
    share.timezone = rule.text(QLatin1String("timezone"));
    share.hours = availabilityRulesFrom(rule.objects(QLatin1String("rules")));
    share.place = json.value(key("location_configurations")).toArray().first().toObject();
    return share;
}

bool saysTheSame(const QJsonObject &wanted, const QJsonObject &stored)
{
    for (auto each = wanted.begin(); each != wanted.end(); ++each) {
        // Places and hours come back with more in them than was sent.
        if (each->isArray() || each->isObject())
            continue;
        if (stored.value(each.key()) != each.value())
            return false;
    }
    const ShareOverride one = shareOverrideFromJson(wanted);
    const ShareOverride other = shareOverrideFromJson(stored);
    const auto same = [](const AvailabilityRule &rule, const QList<AvailabilityRule> &rules) { return rule.intervals.isEmpty() || rules.contains(rule); };
    return std::all_of(one.hours.begin(), one.hours.end(), [&](const AvailabilityRule &rule) { return same(rule, other.hours); })
        && (one.place.isEmpty() || placeToJson(one.place) == placeToJson(other.place));
}

Result<LinkShare> linkShareFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    const QList<QJsonObject> links = read.objects(QLatin1String("scheduling_links"));
    const JsonReader link(links.isEmpty() ? QJsonObject() : links.first());
    const LinkShare share = {
        .uri = read.uri(QLatin1String("uri")),
        .bookingUrl = link.uri(QLatin1String("booking_url")),
        .eventType = link.uri(QLatin1String("owner")),
        .status = statusFrom(read.text(QLatin1String("status"))),
        .createdAt = read.instant(QLatin1String("created_at")),
        .shareOverride = read.object(QLatin1String("share_override")),
    };
    if (share.bookingUrl.isEmpty())
        return Unexpected(fieldError(QStringLiteral("scheduling_links")));
    return read.finish(share);
}
