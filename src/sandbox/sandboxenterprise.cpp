// SPDX-License-Identifier: GPL-3.0-or-later
// The activity log and the deletion of data, which only the plan "enterprise" has (BEHAVIOUR 17.2, 18.3).
#include "bodyreader.h"
#include "queryreader.h"
#include "router.h"
#include "sandboxerrors.h"
#include "worldjson.h"

#include <QJsonDocument>

#include <algorithm>

namespace sandbox {

namespace {

constexpr WorldTime longestRange = WorldTime(731) * 86400 * 1000; // 24 months, with a leap day

std::optional<HttpResponse> refusalFor(const ApiCall &call, int organization)
{
    if (!administers(call, organization))
        return permissionDenied();
    if (call.world.organizations().at(size_t(organization)).plan != QLatin1String("enterprise"))
        return permissionDenied(QStringLiteral("Please upgrade your Calendly account to Enterprise."));
    return std::nullopt;
}

bool holds(const WorldActivity &activity, const QStringList &words, const World &world)
{
    QString searched = activity.space + QLatin1Char('.') + activity.action + QLatin1Char(' ') + activity.subject;
    if (activity.actor != noId) {
        const WorldUser &actor = world.users().at(size_t(activity.actor));
        searched += QLatin1Char(' ') + actor.name + QLatin1Char(' ') + actor.email;
    }
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return searched.contains(word, Qt::CaseInsensitive); });
}

HttpResponse listActivity(const ApiCall &call)
{
    QueryReader query(call);
    const int organization = query.requiredReference(World::Thing::Organization, QStringLiteral("organization"));
    const QStringList words = query.text(QStringLiteral("search_term")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto from = query.instant(QStringLiteral("min_occurred_at"));
    const auto until = query.instant(QStringLiteral("max_occurred_at"));
    const QList<SortField> sort = query.sort({QStringLiteral("occurred_at")}, QStringLiteral("occurred_at:desc"));
    const PageSpec page = query.page();
    if (const auto refusal = query.refusal())
        return *refusal;
    if (const auto refusal = refusalFor(call, organization))
        return *refusal;
    QList<PageRow> rows;
    WorldTime last = 0;
    for (const WorldActivity &activity : call.world.activities()) {
        if (activity.organization != organization || (from && activity.occurredAt < *from) || (until && activity.occurredAt > *until)
            || !holds(activity, words, call.world))
            continue;
        rows.append({.key = {sortable(activity.occurredAt)}, .id = activity.id});
        last = std::max(last, activity.occurredAt);
    }
    HttpResponse answer = pageAnswer(call, page, slicePage(rows, sort, page),
                                     [&](int id) { return toJson(call.world.activities().at(size_t(id)), call.world); });
    QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    json.insert(QStringLiteral("total_count"), rows.size());
    json.insert(QStringLiteral("exceeds_max_total_count"), false);
    json.insert(QStringLiteral("last_event_time"), rows.isEmpty() ? QJsonValue() : QJsonValue(timeText(last)));
    answer.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return answer;
}

HttpResponse deleteInvitees(const ApiCall &call)
{
    const QString field = QStringLiteral("emails");
    BodyReader body(call);
    body.require(field);
    const QStringList emails = body.texts(field).value_or(QStringList());
    if (body.has(field) && (emails.isEmpty() || !std::all_of(emails.begin(), emails.end(), isEmail)))
        body.refuse(field, QStringLiteral("must be e-mail addresses"));
    if (const auto refusal = body.refusal())
        return *refusal;
    if (const auto refusal = refusalFor(call, call.user().organization))
        return *refusal;
    return HttpResponse::json(202, {});
}

WorldTime readInstant(BodyReader &body, const QString &field)
{
    body.require(field);
    const auto time = timeFromText(body.text(field).value_or(QString()));
    if (body.has(field) && !time)
        body.refuse(field, QStringLiteral("is not an instant"));
    return time.value_or(0);
}

HttpResponse deleteEvents(const ApiCall &call)
{
    BodyReader body(call);
    const WorldTime start = readInstant(body, QStringLiteral("start_time"));
    const WorldTime end = readInstant(body, QStringLiteral("end_time"));
    if (start >= end || end - start > longestRange)
        body.refuse(QStringLiteral("end_time"), QStringLiteral("must be after start_time, by 24 months at most"));
    if (end > call.world.now())
        body.refuse(QStringLiteral("end_time"), QStringLiteral("must be in the past"));
    if (const auto refusal = body.refusal())
        return *refusal;
    if (const auto refusal = refusalFor(call, call.user().organization))
        return *refusal;
    return HttpResponse::json(202, {});
}

} // namespace

void addEnterpriseRoutes(Router &router)
{
    const QStringList erase{QStringLiteral("data_compliance:write")};
    router.add(QStringLiteral("GET /activity_log_entries"), {QStringLiteral("activity_log:read")}, listActivity);
    router.add(QStringLiteral("POST /data_compliance/deletion/invitees"), erase, deleteInvitees);
    router.add(QStringLiteral("POST /data_compliance/deletion/events"), erase, deleteEvents);
}

} // namespace sandbox
