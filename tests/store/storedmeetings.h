// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "invitee.h"
#include "meeting.h"
#include "meetingsummary.h"
#include "resourcejson.h"

#include <QJsonArray>
#include <QTemporaryDir>

/// A store in a folder of its own that goes with it.
class TemporaryStore
{
public:
    TemporaryStore() { m_opened = m_database.open(path()).has_value(); }

    Database &database() { return m_database; }
    bool isUsable() const { return m_opened; }
    QString path() const { return m_folder.filePath(QStringLiteral("account/store.sqlite")); }

private:
    QTemporaryDir m_folder;
    Database m_database;
    bool m_opened = false;
};

inline QDateTime utc(const char *text)
{
    return instantFromText(QLatin1String(text));
}

inline QUrl eventUri(int number)
{
    return QUrl(QStringLiteral("https://api.example.com/scheduled_events/%1").arg(number));
}

inline QUrl typeUri(int number)
{
    return QUrl(QStringLiteral("https://api.example.com/event_types/%1").arg(number));
}

inline QUrl inviteeUri(int meeting, int number)
{
    return QUrl(eventUri(meeting).toString() + QStringLiteral("/invitees/%1").arg(number));
}

/// A meeting as the server would send it.
inline Meeting meetingAt(int number, const QDateTime &start, int minutes = 30)
{
    const QJsonObject json{
        {QStringLiteral("uri"), eventUri(number).toString()},
        {QStringLiteral("name"), QStringLiteral("Intro call")},
        {QStringLiteral("status"), QStringLiteral("active")},
        {QStringLiteral("start_time"), instantToText(start)},
        {QStringLiteral("end_time"), instantToText(start.addSecs(minutes * 60))},
        {QStringLiteral("event_type"), typeUri(1).toString()},
        {QStringLiteral("location"),
         QJsonObject{{QStringLiteral("type"), QStringLiteral("physical")},
                     {QStringLiteral("location"), QStringLiteral("Hall 3")}}},
        {QStringLiteral("invitees_counter"),
         QJsonObject{{QStringLiteral("active"), 1}, {QStringLiteral("limit"), 1}, {QStringLiteral("total"), 1}}},
        {QStringLiteral("event_memberships"),
         QJsonArray{QJsonObject{{QStringLiteral("user"), QStringLiteral("https://api.example.com/users/A")},
                                {QStringLiteral("user_name"), QStringLiteral("Mara Lindqvist")},
                                {QStringLiteral("user_email"), QStringLiteral("mara@example.com")}}}},
        {QStringLiteral("event_guests"), QJsonArray{}},
        {QStringLiteral("meeting_notes_plain"), QStringLiteral("Bring the sketches")},
        {QStringLiteral("created_at"), QStringLiteral("2026-10-01T08:00:00.000000Z")},
        {QStringLiteral("updated_at"), QStringLiteral("2026-10-01T08:00:00.123456Z")},
    };
    return meetingFromJson(json).value();
}

/// An invitee as the server would send it.
inline Invitee inviteeOf(int meeting, int number, const QString &name, const QString &email)
{
    const QJsonObject json{
        {QStringLiteral("uri"), inviteeUri(meeting, number).toString()},
        {QStringLiteral("event"), eventUri(meeting).toString()},
        {QStringLiteral("name"), name},
        {QStringLiteral("email"), email},
        {QStringLiteral("status"), QStringLiteral("active")},
        {QStringLiteral("timezone"), QStringLiteral("Europe/Stockholm")},
        {QStringLiteral("questions_and_answers"),
         QJsonArray{QJsonObject{{QStringLiteral("question"), QStringLiteral("Topic?")},
                                {QStringLiteral("answer"), QStringLiteral("Roofs")},
                                {QStringLiteral("position"), 0}}}},
        {QStringLiteral("cancel_url"), QStringLiteral("https://example.com/cancellations/s3cret")},
        {QStringLiteral("reschedule_url"), QStringLiteral("https://example.com/reschedulings/s3cret")},
        {QStringLiteral("created_at"), QStringLiteral("2026-10-01T08:00:0%1.000000Z").arg(number)},
        {QStringLiteral("updated_at"), QStringLiteral("2026-10-01T08:00:00.000000Z")},
    };
    return inviteeFromJson(json).value();
}

inline MeetingQuery between(const char *begin, const char *end)
{
    MeetingQuery query;
    query.range = {.begin = utc(begin), .end = utc(end)};
    return query;
}

/// The numbers of the meetings in an answer, as given to meetingAt().
inline QList<int> numbersOf(const Result<QList<MeetingSummary>> &answer)
{
    QList<int> numbers;
    for (const MeetingSummary &summary : answer.value())
        numbers.append(summary.meeting.uri.fileName().toInt());
    return numbers;
}

inline QList<int> numbersOf(const QList<QUrl> &uris)
{
    QList<int> numbers;
    for (const QUrl &uri : uris)
        numbers.append(uri.fileName().toInt());
    return numbers;
}
