// SPDX-License-Identifier: GPL-3.0-or-later
#include "insighttable.h"

#include "inviteerows.h"
#include "resourcejson.h"
#include "statement.h"
#include "storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>
#include <utility>

namespace {

using Ended = CountedMeeting::Ended;

enum MeetingColumn { Id, StartMs, EndMs, CreatedMs, Canceled, CanceledByHost, InviteesLimit, EventType, InviteesState };

QString sliceSql(bool ofType)
{
    const QString type = ofType ? QStringLiteral("m.event_type_id = (SELECT id FROM event_types WHERE uri = ?) AND ") : QString();
    return QStringLiteral("SELECT m.id, m.start_ms, m.end_ms, m.created_ms, m.canceled, m.canceled_by_host, m.invitees_limit,"
                          " m.event_type_id, m.invitees_state FROM meetings AS m INDEXED BY %1"
                          " WHERE %2m.start_ms >= ? AND m.start_ms < ? AND (m.start_ms, m.end_ms, m.id) > (?, ?, ?)"
                          " ORDER BY m.start_ms, m.end_ms, m.id LIMIT ?")
        .arg(ofType ? QStringLiteral("meetings_by_type") : QStringLiteral("meetings_by_start"), type);
}

Ended endedOf(const QSqlQuery &row)
{
    if (!row.value(Canceled).toBool())
        return Ended::No;
    if (row.value(CanceledByHost).isNull())
        return Ended::ByUnknown;
    return row.value(CanceledByHost).toBool() ? Ended::ByHost : Ended::ByInvitee;
}

CountedMeeting meetingOf(const QSqlQuery &row)
{
    return {.start = instantOf(row.value(StartMs)),
            .end = instantOf(row.value(EndMs)),
            .bookedAt = instantOf(row.value(CreatedMs)),
            .ended = endedOf(row),
            .peopleKnown = row.value(InviteesState).toInt() > 0,
            .sources = {},
            .campaigns = {},
            .eventType = row.value(EventType).toLongLong()};
}

Tracking trackingOf(const QByteArray &source)
{
    return inviteeFromJson(unpacked(source)).value_or(Invitee{}).tracking;
}

} // namespace

/// What is being read: meetings, and what is needed to add their people.
struct InsightTable::Rows
{
    QList<CountedMeeting> meetings;
    QList<bool> group;
    QHash<qint64, qsizetype> places; ///< by id
    QJsonArray ids;
};

InsightTable::InsightTable(Database &database) : m_database(database) { }

Result<InsightTable::Slice> InsightTable::slice(const TimeRange &range, const QUrl &eventType, const std::optional<Place> &behind,
                                                int most) const
{
    const qint64 begin = range.begin.toMSecsSinceEpoch();
    const Place from = behind.value_or(Place{begin, std::numeric_limits<qint64>::min(), 0});
    QVariantList values{from.startMs, range.end.toMSecsSinceEpoch(), from.startMs, from.endMs, from.id, most};
    if (!eventType.isEmpty())
        values.prepend(toColumn(eventType));
    Rows rows;
    Slice slice;
    Statement read(m_database, sliceSql(!eventType.isEmpty()));
    Result<Done> done = read.forEach(values, [&](const QSqlQuery &row) {
        slice.last = Place{row.value(StartMs).toLongLong(), row.value(EndMs).toLongLong(), row.value(Id).toLongLong()};
        rows.places.insert(slice.last->id, rows.meetings.size());
        rows.ids.append(slice.last->id);
        rows.meetings.append(meetingOf(row));
        rows.group.append(row.value(InviteesLimit).toInt() > 1);
    });
    if (done && !rows.meetings.isEmpty())
        done = readPeople(rows);
    if (!done)
        return Unexpected(done.error());
    for (qsizetype place = 0; place < rows.meetings.size(); ++place) {
        CountedMeeting &meeting = rows.meetings[place];
        // The only booking was moved, which ends the meeting; a group event goes on without it.
        if (meeting.ended != Ended::No && meeting.movedAway && !rows.group.at(place))
            meeting.ended = Ended::Moved;
    }
    if (rows.meetings.size() < most)
        slice.last.reset();
    slice.meetings = std::move(rows.meetings);
    return slice;
}

Result<Done> InsightTable::readPeople(Rows &rows) const
{
    enum Column { Meeting, PersonCanceled, Rescheduled, NoShow, Source, Campaign, WholeSource };
    Statement read(m_database,
                   QStringLiteral("SELECT i.meeting_id, i.canceled, i.rescheduled, i.no_show <> '', i.utm_source, i.utm_campaign,"
                                  " CASE WHEN i.utm_source IS NULL"
                                  " THEN (SELECT s.source FROM invitee_sources AS s WHERE s.invitee_id = i.id) END"
                                  " FROM json_each(?) AS wanted CROSS JOIN invitees AS i INDEXED BY invitees_by_meeting"
                                  " ON i.meeting_id = wanted.value"));
    const QString ids = QString::fromUtf8(QJsonDocument(rows.ids).toJson(QJsonDocument::Compact));
    return read.forEach({ids}, [&](const QSqlQuery &row) {
        CountedMeeting &meeting = rows.meetings[rows.places.value(row.value(Meeting).toLongLong())];
        const bool noShow = row.value(NoShow).toBool();
        meeting.movedAway = meeting.movedAway || row.value(Rescheduled).toBool();
        meeting.noShows += noShow ? 1 : 0;
        meeting.expected += noShow || !row.value(PersonCanceled).toBool() ? 1 : 0;
        QString source = row.value(Source).toString();
        QString campaign = row.value(Campaign).toString();
        if (const QByteArray whole = row.value(WholeSource).toByteArray(); !whole.isEmpty()) {
            const Tracking tracking = trackingOf(whole);
            source = bookingSource(tracking.utmSource);
            campaign = bookingSource(tracking.utmCampaign);
        }
        if (!source.isEmpty())
            meeting.sources.append(source);
        if (!campaign.isEmpty())
            meeting.campaigns.append(campaign);
    });
}

Result<QHash<qint64, InsightType>> InsightTable::types() const
{
    QHash<qint64, InsightType> types;
    // One that may not be read, or is not read yet, is known by the name of its meetings, the last one's.
    Statement read(m_database,
                   QStringLiteral("SELECT id, uri, CASE name WHEN '' THEN (SELECT m.name FROM meetings AS m INDEXED BY meetings_by_type"
                                  " WHERE m.event_type_id = event_types.id ORDER BY m.start_ms DESC LIMIT 1) ELSE name END, color"
                                  " FROM event_types"));
    const Result<Done> done = read.forEach({}, [&](const QSqlQuery &row) {
        types.insert(row.value(0).toLongLong(), {urlOf(row.value(1)), row.value(2).toString(), row.value(3).toString()});
    });
    if (!done)
        return Unexpected(done.error());
    return types;
}

Result<int> InsightTable::fillSources(int most)
{
    QList<std::pair<qint64, Tracking>> found;
    Statement read(m_database,
                   QStringLiteral("SELECT i.id, s.source FROM invitees AS i INDEXED BY invitees_without_utm"
                                  " LEFT JOIN invitee_sources AS s ON s.invitee_id = i.id WHERE i.utm_source IS NULL LIMIT ?"));
    Result<Done> done = read.forEach({most}, [&](const QSqlQuery &row) {
        found.append({row.value(0).toLongLong(), trackingOf(row.value(1).toByteArray())});
    });
    if (done && !found.isEmpty()) {
        done = m_database.transaction([&]() -> Result<Done> {
            Statement write(m_database, QStringLiteral("UPDATE invitees SET utm_source = ?, utm_campaign = ? WHERE id = ?"));
            Result<Done> step = Done{};
            for (auto each = found.cbegin(); step && each != found.cend(); ++each)
                step = write.run({toColumn(bookingSource(each->second.utmSource)), toColumn(bookingSource(each->second.utmCampaign)), each->first});
            return step;
        });
    }
    if (!done)
        return Unexpected(done.error());
    return static_cast<int>(found.size());
}
