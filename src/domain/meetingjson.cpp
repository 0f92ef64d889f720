// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreader.h"
#include "placejson.h"
#include "resourcejson.h"

namespace {

QList<MeetingHost> hostsFrom(const QList<QJsonObject> &list)
{
    QList<MeetingHost> hosts;
    for (const QJsonObject &json : list) {
        const JsonReader read(json);
        hosts.append(MeetingHost{
            .user = read.uri(QLatin1String("user")),
            .name = read.text(QLatin1String("user_name")),
            .email = read.text(QLatin1String("user_email")),
        });
    }
    return hosts;
}

QStringList guestsFrom(const QList<QJsonObject> &list)
{
    QStringList guests;
    for (const QJsonObject &json : list) {
        const QString email = JsonReader(json).text(QLatin1String("email"));
        if (!email.isEmpty())
            guests.append(email);
    }
    return guests;
}

} // namespace

Result<Cancellation> cancellationFromJson(const QJsonObject &json)
{
    const JsonReader read(json);
    return read.finish(Cancellation{
        .canceledBy = read.text(QLatin1String("canceled_by")),
        .reason = read.text(QLatin1String("reason")),
        .byHost = read.text(QLatin1String("canceler_type")) == QLatin1String("host"),
        .createdAt = read.instant(QLatin1String("created_at")),
    });
}

Result<Meeting> meetingFromJson(const QJsonObject &json)
{
    JsonReader read(json);
    const JsonReader counter(read.object(QLatin1String("invitees_counter")));
    const JsonReader calendar(read.object(QLatin1String("calendar_event")));
    const QJsonObject cancellation = read.object(QLatin1String("cancellation"));
    const QDateTime start = read.neededInstant(QLatin1String("start_time"));
    const QDateTime end = read.instant(QLatin1String("end_time"));
    return read.finish(Meeting{
        .uri = read.neededUri(QLatin1String("uri")),
        .name = read.text(QLatin1String("name")),
        .start = start,
        .end = end.isValid() ? qMax(start, end) : start,
        .canceled = read.text(QLatin1String("status")) == QLatin1String("canceled"),
        .eventType = read.uri(QLatin1String("event_type")),
        .place = placeFromJson(json.value(QLatin1String("location"))),
        .inviteesActive = counter.whole(QLatin1String("active")),
        .inviteesTotal = counter.whole(QLatin1String("total")),
        .inviteesLimit = counter.whole(QLatin1String("limit"), 1),
        .hosts = hostsFrom(read.objects(QLatin1String("event_memberships"))),
        .guests = guestsFrom(read.objects(QLatin1String("event_guests"))),
        .cancellation
        = cancellation.isEmpty() ? std::nullopt : std::optional(cancellationFromJson(cancellation).value()),
        .notesPlain = read.text(QLatin1String("meeting_notes_plain")),
        .calendarKind = calendar.text(QLatin1String("kind")),
        .calendarEventId = calendar.text(QLatin1String("external_id")),
        .createdAt = read.instant(QLatin1String("created_at")),
        .updatedAt = read.text(QLatin1String("updated_at")),
        .source = json,
    });
}
