// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonwriter.h"

#include "exporttext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

QJsonValue instant(const QDateTime &utc)
{
    return utc.isValid() ? QJsonValue(utc.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

/// Absent is null, so that every key is always there.
QJsonValue text(const QString &words)
{
    return words.isEmpty() ? QJsonValue() : QJsonValue(words);
}

QString kindWord(Place::Kind kind)
{
    switch (kind) {
    case Place::Kind::None:
        return QStringLiteral("none");
    case Place::Kind::Zoom:
        return QStringLiteral("zoom");
    case Place::Kind::GoogleMeet:
        return QStringLiteral("google_meet");
    case Place::Kind::Teams:
        return QStringLiteral("teams");
    case Place::Kind::Webex:
        return QStringLiteral("webex");
    case Place::Kind::GoToMeeting:
        return QStringLiteral("goto_meeting");
    case Place::Kind::OutboundCall:
        return QStringLiteral("outbound_call");
    case Place::Kind::InboundCall:
        return QStringLiteral("inbound_call");
    case Place::Kind::Physical:
        return QStringLiteral("physical");
    case Place::Kind::AskInvitee:
        return QStringLiteral("ask_invitee");
    case Place::Kind::Custom:
        return QStringLiteral("custom");
    case Place::Kind::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

QJsonObject placeObject(const Place &place)
{
    return {{QStringLiteral("kind"), kindWord(place.kind)},
            {QStringLiteral("location"), text(place.location)},
            {QStringLiteral("more"), text(place.additionalInfo)},
            {QStringLiteral("join_url"), text(joinLink(place))}};
}

QJsonValue cancellationObject(const std::optional<Cancellation> &cancellation, bool people)
{
    if (!cancellation)
        return {};
    return QJsonObject{{QStringLiteral("by"), text(exportedCanceler(*cancellation, people))},
                       {QStringLiteral("by_host"), cancellation->byHost},
                       {QStringLiteral("at"), instant(cancellation->createdAt)},
                       {QStringLiteral("reason"), text(cancellation->reason)}};
}

QJsonArray hostsArray(const QList<MeetingHost> &hosts)
{
    QJsonArray array;
    for (const MeetingHost &host : hosts)
        array.append(QJsonObject{{QStringLiteral("name"), text(host.name)}, {QStringLiteral("email"), text(host.email)}});
    return array;
}

QJsonArray answersArray(const QList<QuestionAnswer> &answers)
{
    QJsonArray array;
    for (const QuestionAnswer &answer : answers)
        array.append(QJsonObject{{QStringLiteral("question"), answer.question}, {QStringLiteral("answer"), answer.answer}});
    return array;
}

QJsonObject trackingObject(const Tracking &tracking)
{
    return {{QStringLiteral("utm_source"), text(tracking.utmSource)},     {QStringLiteral("utm_medium"), text(tracking.utmMedium)},
            {QStringLiteral("utm_campaign"), text(tracking.utmCampaign)}, {QStringLiteral("utm_content"), text(tracking.utmContent)},
            {QStringLiteral("utm_term"), text(tracking.utmTerm)},         {QStringLiteral("salesforce_uuid"), text(tracking.salesforceUuid)}};
}

QJsonObject inviteeObject(const Invitee &invitee, const ExportSetting &setting)
{
    QJsonObject object{{QStringLiteral("uri"), invitee.uri.toString()},
                       {QStringLiteral("status"), invitee.canceled ? QStringLiteral("canceled") : QStringLiteral("active")},
                       {QStringLiteral("time_zone"), text(invitee.timezone)},
                       {QStringLiteral("moved_away"), invitee.rescheduled},
                       {QStringLiteral("moved_here"), !invitee.oldInvitee.isEmpty()},
                       {QStringLiteral("no_show"), !invitee.noShow.isEmpty()},
                       {QStringLiteral("booked_at"), instant(invitee.createdAt)}};
    if (setting.people) {
        object.insert(QStringLiteral("name"), text(invitee.name));
        object.insert(QStringLiteral("email"), text(invitee.email));
    }
    if (setting.answers)
        object.insert(QStringLiteral("answers"), answersArray(invitee.answers));
    if (setting.origin)
        object.insert(QStringLiteral("tracking"), trackingObject(invitee.tracking));
    return object;
}

QJsonObject meetingObject(const MeetingDetails &details, const ExportSetting &setting)
{
    const Meeting &is = details.meeting;
    QJsonArray invitees;
    for (const Invitee &invitee : details.invitees)
        invitees.append(inviteeObject(invitee, setting));
    QJsonObject object{{QStringLiteral("uri"), is.uri.toString()},
                       {QStringLiteral("name"), text(is.name)},
                       {QStringLiteral("status"), is.canceled ? QStringLiteral("canceled") : QStringLiteral("active")},
                       {QStringLiteral("start"), instant(is.start)},
                       {QStringLiteral("end"), instant(is.end)},
                       {QStringLiteral("event_type"), text(is.eventType.toString())},
                       {QStringLiteral("place"), placeObject(is.place)},
                       {QStringLiteral("hosts"), hostsArray(is.hosts)},
                       {QStringLiteral("invitees_known"), details.inviteesKnown},
                       {QStringLiteral("invitees"), invitees},
                       {QStringLiteral("cancellation"), cancellationObject(is.cancellation, setting.people)},
                       {QStringLiteral("booked_at"), instant(is.createdAt)}};
    if (setting.people)
        object.insert(QStringLiteral("guests"), QJsonArray::fromStringList(is.guests));
    return object;
}

} // namespace

QByteArray JsonWriter::begin()
{
    const QJsonObject head{{QStringLiteral("format"), QStringLiteral("sundial-meetings")},
                           {QStringLiteral("version"), 1},
                           {QStringLiteral("exported_at"), instant(m_setting.now)},
                           {QStringLiteral("time_zone"), QString::fromLatin1(m_setting.zone.id())}};
    QByteArray written = QJsonDocument(head).toJson(QJsonDocument::Compact);
    written.chop(1); // the list goes on in the same object
    m_isFirst = true;
    return written + ",\"meetings\":[";
}

QByteArray JsonWriter::meeting(const MeetingDetails &details)
{
    const QByteArray separator = m_isFirst ? QByteArrayLiteral("\n") : QByteArrayLiteral(",\n");
    m_isFirst = false;
    return separator + QJsonDocument(meetingObject(details, m_setting)).toJson(QJsonDocument::Compact);
}

QByteArray JsonWriter::end()
{
    return QByteArrayLiteral("\n]}\n");
}
