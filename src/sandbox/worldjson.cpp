// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldjson.h"

#include "jsonparts.h"
#include "slotfinder.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using Thing = World::Thing;

QString timeText(WorldTime time)
{
    QString text = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
    return text.insert(text.size() - 1, "000"_L1);
}

QString slotText(WorldTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODate);
}

std::optional<WorldTime> timeFromText(const QString &text)
{
    static const QRegularExpression shape(
        u"\\A(\\d{4}-\\d\\d-\\d\\d)T([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d)(\\.\\d{1,6})?Z\\z"_s);
    const QRegularExpressionMatch match = shape.match(text);
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    if (!match.hasMatch() || !date.isValid())
        return std::nullopt;
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    const double fraction = match.captured(5).isEmpty() ? 0 : ("0"_L1 + match.captured(5)).toDouble();
    return QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() + static_cast<WorldTime>(fraction * 1000);
}

QString roleText(WorldRole role)
{
    switch (role) {
    case WorldRole::Owner: return u"owner"_s;
    case WorldRole::Admin: return u"admin"_s;
    case WorldRole::User: break;
    }
    return u"user"_s;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

QJsonValue uriOrNull(const World &world, World::Thing thing, int id)
{
    return id == noId ? QJsonValue() : QJsonValue(world.uri(thing, id));
}

QJsonValue timeOrNull(const std::optional<WorldTime> &time)
{
    return time ? QJsonValue(timeText(*time)) : QJsonValue();
}

QJsonArray rulesJson(const QList<WorldRule> &rules)
{
    static const QStringList weekdays{u"monday"_s, u"tuesday"_s,  u"wednesday"_s, u"thursday"_s,
                                      u"friday"_s, u"saturday"_s, u"sunday"_s};
    const auto clock = [](int minute) {
        return u"%1:%2"_s.arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
    };
    QJsonArray array;
    for (const WorldRule &rule : rules) {
        QJsonArray intervals;
        for (const WorldInterval &interval : rule.intervals)
            intervals.append(QJsonObject{{u"from"_s, clock(interval.from)}, {u"to"_s, clock(interval.to)}});
        QJsonObject object{{u"type"_s, rule.date.isValid() ? u"date"_s : u"wday"_s}, {u"intervals"_s, intervals}};
        if (rule.date.isValid())
            object.insert(u"date"_s, rule.date.toString(Qt::ISODate));
        else
            object.insert(u"wday"_s, weekdays.value(rule.weekday - 1));
        array.append(object);
    }
    return array;
}

static QJsonObject membershipUser(const WorldUser &user, const World &world)
{
    return {
        {u"uri"_s, world.uri(Thing::User, user.id)},
        {u"name"_s, user.name},
        {u"slug"_s, user.slug},
        {u"email"_s, user.email},
        {u"scheduling_url"_s, world.schedulingUrl(user)},
        {u"timezone"_s, user.timezone},
        {u"time_notation"_s, user.twentyFourHours ? u"24h"_s : u"12h"_s},
        {u"avatar_url"_s,
         user.hasAvatar ? QJsonValue(u"https://avatars.example/%1.png"_s.arg(user.slug)) : QJsonValue()},
        {u"locale"_s, user.locale},
        {u"created_at"_s, timeText(user.createdAt)},
        {u"updated_at"_s, timeText(user.updatedAt)},
    };
}

QJsonObject toJson(const WorldUser &user, const World &world)
{
    QJsonObject object = membershipUser(user, world);
    object.insert(u"current_organization"_s, world.uri(Thing::Organization, user.organization));
    object.insert(u"resource_type"_s, u"User"_s);
    return object;
}

QJsonObject toJson(const WorldOrganization &organization, const World &world)
{
    return {
        {u"uri"_s, world.uri(Thing::Organization, organization.id)},
        {u"kind"_s, organization.single ? u"single"_s : u"multiple"_s},
        {u"name"_s, organization.name},
        {u"plan"_s, organization.plan},
        {u"stage"_s, organization.stage},
        {u"created_at"_s, timeText(organization.createdAt)},
        {u"updated_at"_s, timeText(organization.updatedAt)},
    };
}

QJsonObject toJson(const WorldMembership &membership, const World &world)
{
    return {
        {u"uri"_s, world.uri(Thing::Membership, membership.id)},
        {u"role"_s, roleText(membership.role)},
        {u"user"_s, membershipUser(world.users()[static_cast<size_t>(membership.user)], world)},
        {u"organization"_s, world.uri(Thing::Organization, membership.organization)},
        {u"created_at"_s, timeText(membership.createdAt)},
        {u"updated_at"_s, timeText(membership.updatedAt)},
    };
}

QJsonObject toJson(const WorldInvitation &invitation, const World &world)
{
    QJsonObject object{
        {u"uri"_s, world.uri(Thing::Invitation, invitation.id)},
        {u"organization"_s, world.uri(Thing::Organization, invitation.organization)},
        {u"email"_s, invitation.email},
        {u"status"_s, invitation.status},
        {u"created_at"_s, timeText(invitation.createdAt)},
        {u"updated_at"_s, timeText(invitation.updatedAt)},
        {u"last_sent_at"_s, timeOrNull(invitation.lastSentAt)},
    };
    if (invitation.user != noId)
        object.insert(u"user"_s, world.uri(Thing::User, invitation.user));
    return object;
}

QJsonObject toJson(const WorldGroup &group, const World &world)
{
    return {
        {u"uri"_s, world.uri(Thing::Group, group.id)},
        {u"name"_s, group.name},
        {u"organization"_s, world.uri(Thing::Organization, group.organization)},
        {u"created_at"_s, timeText(group.createdAt)},
        {u"updated_at"_s, timeText(group.createdAt)},
        {u"member_count"_s, group.members.size()},
    };
}

QJsonObject toJson(const WorldSchedule &schedule, const World &world)
{
    return {
        {u"uri"_s, world.uri(Thing::Schedule, schedule.id)},
        {u"default"_s, schedule.isDefault},
        {u"name"_s, schedule.name},
        {u"user"_s, world.uri(Thing::User, schedule.user)},
        {u"timezone"_s, schedule.timezone},
        {u"rules"_s, rulesJson(schedule.rules)},
    };
}

QJsonObject toJson(const WorldNoShow &mark, const World &world)
{
    return {
        {u"uri"_s, world.uri(Thing::NoShow, mark.id)},
        {u"invitee"_s, world.inviteeUri(mark.invitee)},
        {u"created_at"_s, timeText(mark.createdAt)},
    };
}

QJsonObject toJson(const WorldWebhook &webhook, const World &world)
{
    return {
        {u"uri"_s, world.uri(Thing::Webhook, webhook.id)},
        {u"callback_url"_s, webhook.callbackUrl},
        {u"created_at"_s, timeText(webhook.createdAt)},
        {u"updated_at"_s, timeText(webhook.updatedAt)},
        {u"retry_started_at"_s, timeOrNull(webhook.retryStartedAt)},
        {u"state"_s, webhook.active ? u"active"_s : u"disabled"_s},
        {u"events"_s, QJsonArray::fromStringList(webhook.events)},
        {u"scope"_s, webhook.scope},
        {u"organization"_s, world.uri(Thing::Organization, webhook.organization)},
        {u"user"_s, uriOrNull(world, Thing::User, webhook.user)},
        {u"group"_s, uriOrNull(world, Thing::Group, webhook.group)},
        {u"creator"_s, uriOrNull(world, Thing::User, webhook.creator)},
    };
}

QJsonObject toJson(const WorldSlot &slot, const WorldEventType &type, const World &world)
{
    const QString start = slotText(slot.start);
    return {
        {u"status"_s, u"available"_s},
        {u"invitees_remaining"_s, slot.inviteesRemaining},
        {u"start_time"_s, start},
        {u"scheduling_url"_s,
         u"%1/%2?month=%3&date=%4"_s.arg(world.schedulingUrl(type), start, start.left(7), start.left(10))},
    };
}

QJsonObject toJson(const WorldBusyTime &busy, const World &world)
{
    static const QStringList kinds{u"calendly"_s, u"reserved"_s, u"external"_s};
    QJsonObject object{
        {u"type"_s, kinds.value(static_cast<int>(busy.kind))},
        {u"start_time"_s, timeText(busy.start)},
        {u"end_time"_s, timeText(busy.end)},
    };
    if (busy.kind == WorldBusyTime::Kind::Calendly) {
        object.insert(u"buffered_start_time"_s, timeText(busy.bufferedStart));
        object.insert(u"buffered_end_time"_s, timeText(busy.bufferedEnd));
        object.insert(u"event"_s, QJsonObject{{u"uri"_s, world.uri(Thing::Meeting, busy.meeting)}});
    }
    return object;
}
