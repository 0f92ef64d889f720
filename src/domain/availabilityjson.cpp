// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreader.h"
#include "availabilityrulejson.h"
#include "resourcejson.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace {

const QTime endOfDay(23, 59, 59, 999);

constexpr std::array weekdays{
    QLatin1String("monday"), QLatin1String("tuesday"),  QLatin1String("wednesday"), QLatin1String("thursday"),
    QLatin1String("friday"), QLatin1String("saturday"), QLatin1String("sunday"),
};

/// 1 for Monday … 7; 0 for a word that is no weekday.
int weekdayFrom(const QString &name)
{
    const auto found = std::find(weekdays.begin(), weekdays.end(), name.toLower());
    return found == weekdays.end() ? 0 : static_cast<int>(found - weekdays.begin()) + 1;
}

/// "HH:MM"; "24:00" is the end of the day.
QTime clockTimeFrom(const QString &text)
{
    if (text == QLatin1String("24:00"))
        return endOfDay;
    return QTime::fromString(text, QStringLiteral("HH:mm"));
}

QString clockTimeToText(QTime time)
{
    return time == endOfDay ? QStringLiteral("24:00") : time.toString(QStringLiteral("HH:mm"));
}

/// The schema lets months and days of one digit pass.
QDate dateFrom(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("\\A([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\\z"));
    const QRegularExpressionMatch match = shape.match(text);
    return match.hasMatch() ? QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt())
                            : QDate();
}

QList<DayInterval> intervalsFrom(const QList<QJsonObject> &list)
{
    QList<DayInterval> intervals;
    for (const QJsonObject &json : list) {
        const JsonReader read(json);
        const QTime from = clockTimeFrom(read.text(QLatin1String("from")));
        QTime to = clockTimeFrom(read.text(QLatin1String("to")));
        if (to == QTime(0, 0))
            to = endOfDay;
        if (from.isValid() && to.isValid() && from < to)
            intervals.append(DayInterval{from, to});
    }
    return intervals;
}

QJsonObject ruleToJson(const AvailabilityRule &rule)
{
    QJsonArray intervals;
    for (const DayInterval &interval : rule.intervals) {
        intervals.append(QJsonObject{{QStringLiteral("from"), clockTimeToText(interval.from)},
                                     {QStringLiteral("to"), clockTimeToText(interval.to)}});
    }
    QJsonObject json{{QStringLiteral("intervals"), intervals}};
    if (rule.date.isValid()) {
        json.insert(QStringLiteral("type"), QStringLiteral("date"));
        json.insert(QStringLiteral("date"), rule.date.toString(Qt::ISODate));
    } else {
        json.insert(QStringLiteral("type"), QStringLiteral("wday"));
        if (rule.weekday >= 1 && rule.weekday <= 7)
            json.insert(QStringLiteral("wday"), QString(weekdays.at(static_cast<size_t>(rule.weekday - 1))));
    }
    return json;
}

BusyTime::Kind busyKindFrom(const QString &name)
{
    if (name == QLatin1String("calendly"))
        return BusyTime::Kind::Calendly;
    return name == QLatin1String("reserved") ? BusyTime::Kind::Reserved : BusyTime::Kind::External;
}

} // namespace

QList<AvailabilityRule> availabilityRulesFrom(const QList<QJsonObject> &list)
{
    QList<AvailabilityRule> rules;
    for (const QJsonObject &json : list) {
        const JsonReader read(json);
        AvailabilityRule rule;
        if (read.text(QLatin1String("type")) == QLatin1String("date"))
            rule.date = dateFrom(read.text(QLatin1String("date")));
        else
            rule.weekday = weekdayFrom(read.text(QLatin1String("wday")));
        rule.intervals = intervalsFrom(read.objects(QLatin1String("intervals")));
        if (rule.date.isValid() || rule.weekday != 0)
            rules.append(rule);
    }
    return rules;
}

QJsonArray toJson(const QList<AvailabilityRule> &rules)
{
    QJsonArray list;
    for (const AvailabilityRule &rule : rules)
        list.append(ruleToJson(rule));
    return list;
}

Result<AvailabilitySchedule> availabilityScheduleFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    return read.finish(AvailabilitySchedule{
        .uri = read.neededUri(QLatin1String("uri")),
        .name = read.text(QLatin1String("name")),
        .isDefault = read.flag(QLatin1String("default")),
        .user = read.uri(QLatin1String("user")),
        .timezone = read.text(QLatin1String("timezone")),
        .rules = availabilityRulesFrom(read.objects(QLatin1String("rules"))),
    });
}

QJsonObject toJson(const AvailabilitySchedule &schedule)
{
    return QJsonObject{
        {QStringLiteral("uri"), schedule.uri.toString(QUrl::FullyEncoded)},
        {QStringLiteral("name"), schedule.name},
        {QStringLiteral("default"), schedule.isDefault},
        {QStringLiteral("user"), schedule.user.toString(QUrl::FullyEncoded)},
        {QStringLiteral("timezone"), schedule.timezone},
        {QStringLiteral("rules"), toJson(schedule.rules)},
    };
}

Result<BusyTime> busyTimeFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    const JsonReader event(read.object(QLatin1String("event")));
    return read.finish(BusyTime{
        .kind = busyKindFrom(read.text(QLatin1String("type"))),
        .range = {read.neededInstant(QLatin1String("start_time")), read.neededInstant(QLatin1String("end_time"))},
        .meeting = event.uri(QLatin1String("uri")),
    });
}

Result<OpenTime> openTimeFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    const QString status = read.text(QLatin1String("status"));
    if (!status.isEmpty() && status != QLatin1String("available"))
        return Unexpected(fieldError(QStringLiteral("status")));
    return read.finish(OpenTime{
        .start = read.neededInstant(QLatin1String("start_time")),
        .inviteesRemaining = read.whole(QLatin1String("invitees_remaining"), 1),
        .schedulingUrl = read.uri(QLatin1String("scheduling_url")),
    });
}
