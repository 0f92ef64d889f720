// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingrows.h"

#include "storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>

namespace {

/// Places of the columns in summariesFrom(): five of its own, then those of meetingColumns().
enum Column {
    Id,
    TypeUri,
    TypeColor,
    TypeKind,
    InviteesState,
    Uri,
    Start,
    End,
    Canceled,
    Name,
    PlaceKind,
    PlaceText,
    PlaceInfo,
    PlaceUrl,
    PlaceStatus,
    PlaceWord,
    InviteesActive,
    InviteesTotal,
    InviteesLimit,
    Hosts,
    Guests,
    CanceledBy,
    CanceledByHost,
    CanceledAt,
    CancelReason,
    CalendarKind,
    CalendarEvent,
    CreatedAt,
    UpdatedAt,
};

QString textOf(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray arrayOf(const QString &text)
{
    if (text == QLatin1String("[]"))
        return {}; // as most lists of guests are
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

QString hostsColumn(const QList<MeetingHost> &hosts)
{
    QJsonArray array;
    for (const MeetingHost &host : hosts)
        array.append(QJsonArray{toColumn(host.user), host.name, host.email});
    return textOf(array);
}

QList<MeetingHost> hostsIn(const QString &column)
{
    QList<MeetingHost> hosts;
    const QJsonArray array = arrayOf(column);
    for (const QJsonValue &value : array) {
        const QJsonArray host = value.toArray();
        hosts.append(
            {.user = QUrl(host.at(0).toString()), .name = host.at(1).toString(), .email = host.at(2).toString()});
    }
    return hosts;
}

std::optional<Cancellation> cancellationOf(const QSqlQuery &query)
{
    if (query.value(CanceledByHost).isNull())
        return std::nullopt;
    return Cancellation{.canceledBy = query.value(CanceledBy).toString(),
                        .reason = query.value(CancelReason).toString(),
                        .byHost = query.value(CanceledByHost).toBool(),
                        .createdAt = instantOf(query.value(CanceledAt))};
}

Place placeOf(const QSqlQuery &query)
{
    return Place{.kind = placeKindOf(query.value(PlaceKind).toString()),
                 .location = query.value(PlaceText).toString(),
                 .additionalInfo = query.value(PlaceInfo).toString(),
                 .joinUrl = urlOf(query.value(PlaceUrl)),
                 .status = query.value(PlaceStatus).toString(),
                 .rawType = query.value(PlaceWord).toString()};
}

} // namespace

QStringList meetingColumns()
{
    static const QStringList columns
        = QStringLiteral(
              "uri start_ms end_ms canceled name place_kind place_text place_info place_url place_status "
              "place_word invitees_active invitees_total invitees_limit hosts guests canceled_by "
              "canceled_by_host canceled_ms cancel_reason calendar_kind calendar_event created_ms updated_at")
              .split(QLatin1Char(' '));
    return columns;
}

QVariantList valuesOf(const Meeting &meeting)
{
    const Cancellation ended = meeting.cancellation.value_or(Cancellation{});
    return {toColumn(meeting.uri),
            toColumn(meeting.start),
            toColumn(meeting.end),
            meeting.canceled,
            toColumn(meeting.name),
            wordFor(meeting.place.kind),
            toColumn(meeting.place.location),
            toColumn(meeting.place.additionalInfo),
            toColumn(meeting.place.joinUrl),
            toColumn(meeting.place.status),
            toColumn(meeting.place.rawType),
            meeting.inviteesActive,
            meeting.inviteesTotal,
            meeting.inviteesLimit,
            hostsColumn(meeting.hosts),
            guestsColumn(meeting.guests),
            toColumn(ended.canceledBy),
            meeting.cancellation ? QVariant(ended.byHost) : QVariant(),
            toColumn(ended.createdAt),
            toColumn(ended.reason),
            toColumn(meeting.calendarKind),
            toColumn(meeting.calendarEventId),
            toColumn(meeting.createdAt),
            toColumn(meeting.updatedAt)};
}

QString summariesFrom(const QString &wanted)
{
    static const QString columns = QStringLiteral("m.") + meetingColumns().join(QStringLiteral(", m."));
    return QStringLiteral("SELECT m.id, t.uri, t.color, t.kind, m.invitees_state, %1 FROM (%2) AS wanted"
                          " CROSS JOIN meetings AS m ON m.id = wanted.id"
                          " LEFT JOIN event_types AS t ON t.id = m.event_type_id")
        .arg(columns, wanted);
}

void sortByTime(QList<SummaryRow> &rows, bool newestFirst)
{
    const auto isBefore = [newestFirst](const SummaryRow &one, const SummaryRow &other) {
        const SummaryRow &first = newestFirst ? other : one;
        const SummaryRow &second = newestFirst ? one : other;
        return std::tie(first.summary.meeting.start, first.summary.meeting.end, first.id)
            < std::tie(second.summary.meeting.start, second.summary.meeting.end, second.id);
    };
    if (!std::is_sorted(rows.begin(), rows.end(), isBefore))
        std::sort(rows.begin(), rows.end(), isBefore);
}

SummaryRow SummaryReader::read(const QSqlQuery &query)
{
    return {.id = query.value(Id).toLongLong(),
            .summary = {.meeting = meetingOf(query),
                        .invitees = {},
                        .inviteesKnown = query.value(InviteesState).toInt() > 0,
                        .color = query.value(TypeColor).toString(),
                        .kind = eventTypeKindOf(query.value(TypeKind).toString())}};
}

Meeting SummaryReader::meetingOf(const QSqlQuery &query)
{
    return {.uri = urlOf(query.value(Uri)),
            .name = query.value(Name).toString(),
            .start = instantOf(query.value(Start)),
            .end = instantOf(query.value(End)),
            .canceled = query.value(Canceled).toBool(),
            .eventType = typeIn(query.value(TypeUri).toString()),
            .place = placeOf(query),
            .inviteesActive = query.value(InviteesActive).toInt(),
            .inviteesTotal = query.value(InviteesTotal).toInt(),
            .inviteesLimit = query.value(InviteesLimit).toInt(),
            .hosts = hostsOf(query.value(Hosts).toString()),
            .guests = guestsOf(query.value(Guests).toString()),
            .cancellation = cancellationOf(query),
            .notesPlain = {},
            .calendarKind = query.value(CalendarKind).toString(),
            .calendarEventId = query.value(CalendarEvent).toString(),
            .createdAt = instantOf(query.value(CreatedAt)),
            .updatedAt = query.value(UpdatedAt).toString(),
            .source = {}};
}

QUrl SummaryReader::typeIn(const QString &column)
{
    const auto known = m_types.constFind(column);
    return known != m_types.cend() ? *known : *m_types.insert(column, QUrl(column));
}

QList<MeetingHost> SummaryReader::hostsOf(const QString &column)
{
    const auto known = m_hosts.constFind(column);
    return known != m_hosts.cend() ? *known : *m_hosts.insert(column, hostsIn(column));
}

QString hostInColumn(const QUrl &user)
{
    const QString array = textOf(QJsonArray{toColumn(user)});
    return array.mid(1, array.size() - 2);
}

QString guestsColumn(const QStringList &guests)
{
    return textOf(QJsonArray::fromStringList(guests));
}

QStringList guestsOf(const QString &column)
{
    QStringList guests;
    const QJsonArray array = arrayOf(column);
    for (const QJsonValue &guest : array)
        guests.append(guest.toString());
    return guests;
}
