// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingtable.h"

#include "inviteerows.h"
#include "linktable.h"
#include "meetingrows.h"
#include "meetingselection.h"
#include "statement.h"
#include "storedvalues.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <utility>

namespace {

enum InviteesState { NeverRead = 0, OutOfDate = 1, UpToDate = 2 };

/// What is stored of a meeting, as far as a new answer is compared with it.
struct StoredMeeting
{
    qint64 id = 0;
    QByteArray fingerprint;
    bool canceled = false;
    int active = 0;
    int total = 0;
    QString updatedAt;
    int inviteesState = NeverRead;
};

Result<std::optional<StoredMeeting>> storedMeeting(Database &database, const QUrl &uri)
{
    Statement find(database,
                   QStringLiteral("SELECT id, fingerprint, canceled, invitees_active, invitees_total, updated_at,"
                                  " invitees_state FROM meetings WHERE uri = ?"));
    std::optional<StoredMeeting> stored;
    const Result<Done> read = find.forEach({toColumn(uri)}, [&](const QSqlQuery &row) {
        stored = StoredMeeting{.id = row.value(0).toLongLong(),
                               .fingerprint = row.value(1).toByteArray(),
                               .canceled = row.value(2).toBool(),
                               .active = row.value(3).toInt(),
                               .total = row.value(4).toInt(),
                               .updatedAt = row.value(5).toString(),
                               .inviteesState = row.value(6).toInt()};
    });
    if (!read)
        return Unexpected(read.error());
    return stored;
}

int inviteesStateAfter(const std::optional<StoredMeeting> &stored, const Meeting &meeting)
{
    if (!stored)
        return NeverRead;
    const bool same = stored->canceled == meeting.canceled && stored->active == meeting.inviteesActive
        && stored->total == meeting.inviteesTotal && stored->updatedAt == meeting.updatedAt;
    return same ? stored->inviteesState : std::min<int>(stored->inviteesState, OutOfDate);
}

/// The row that stands for an event type, made where the type was never read.
Result<QVariant> eventTypeRow(Database &database, const QUrl &uri)
{
    if (uri.isEmpty())
        return QVariant();
    QVariant id;
    const auto take = [&](const QSqlQuery &row) { id = row.value(0); };
    Statement find(database, QStringLiteral("SELECT id FROM event_types WHERE uri = ?"));
    const Result<Done> found = find.forEach({toColumn(uri)}, take);
    if (!found)
        return Unexpected(found.error());
    if (!id.isNull())
        return id;
    Statement add(database, QStringLiteral("INSERT INTO event_types (uri) VALUES (?)"));
    const Result<Done> added = add.run({toColumn(uri)});
    if (!added)
        return Unexpected(added.error());
    return QVariant(add.newId());
}

QString upsertSql()
{
    static const QString sql = [] {
        QStringList columns = meetingColumns();
        columns += {QStringLiteral("event_type_id"), QStringLiteral("fingerprint"), QStringLiteral("search_text"),
                    QStringLiteral("invitees_state")};
        QStringList updates;
        for (const QString &column : std::as_const(columns))
            updates.append(column + QStringLiteral(" = excluded.") + column);
        const QStringList marks(columns.size() + 1, QStringLiteral("?"));
        return QStringLiteral("INSERT INTO meetings (id, %1) VALUES (%2) ON CONFLICT(id) DO UPDATE SET %3")
            .arg(columns.join(QStringLiteral(", ")), marks.join(QLatin1Char(',')), updates.join(QStringLiteral(", ")));
    }();
    return sql;
}

Result<QStringList> peopleOf(Database &database, qint64 meeting)
{
    Statement read(database, QStringLiteral("SELECT name, email FROM invitees WHERE meeting_id = ? ORDER BY id"));
    QStringList people;
    const Result<Done> done = read.forEach(
        {meeting}, [&](const QSqlQuery &row) { people << row.value(0).toString() << row.value(1).toString(); });
    if (!done)
        return Unexpected(done.error());
    return people;
}

/// Stores one meeting; true when it is new or differs.
Result<bool> storeMeeting(Database &database, const Meeting &meeting)
{
    const auto stored = storedMeeting(database, meeting.uri);
    if (!stored)
        return Unexpected(stored.error());
    QVariantList values = valuesOf(meeting);
    const QByteArray fingerprint = fingerprintOf(
        values + QVariantList{toColumn(meeting.eventType), toColumn(meeting.notesPlain)}, meeting.source);
    if (*stored && (*stored)->fingerprint == fingerprint)
        return false;

    const Result<QVariant> type = eventTypeRow(database, meeting.eventType);
    if (!type)
        return Unexpected(type.error());
    const Result<QStringList> people = *stored ? peopleOf(database, (*stored)->id) : Result<QStringList>(QStringList());
    if (!people)
        return Unexpected(people.error());
    values.prepend(*stored ? QVariant((*stored)->id) : QVariant());
    values += {*type, fingerprint, searchTextOf(meeting.name, meeting.guests, *people),
               inviteesStateAfter(*stored, meeting)};
    Statement write(database, upsertSql());
    Result<Done> written = write.run(values);
    if (written) {
        Statement keep(
            database,
            QStringLiteral("INSERT OR REPLACE INTO meeting_sources (meeting_id, notes, source) VALUES (?,?,?)"));
        written
            = keep.run({*stored ? (*stored)->id : write.newId(), toColumn(meeting.notesPlain), packed(meeting.source)});
    }
    if (!written)
        return Unexpected(written.error());
    return true;
}

QString jsonOf(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// Rows with their invitees: two statements, however many rows there are.
Result<QList<MeetingSummary>> summariesOf(Database &database, const QString &sql, const QVariantList &values)
{
    QList<MeetingSummary> summaries;
    QHash<qint64, qsizetype> places;
    QJsonArray ids;
    Statement read(database, sql);
    Result<Done> done = read.forEach(values, [&](const QSqlQuery &query) {
        SummaryRow row = summaryRowOf(query);
        places.insert(row.id, summaries.size());
        ids.append(row.id);
        summaries.append(std::move(row.summary));
    });
    if (done && !summaries.isEmpty()) {
        Statement people(database,
                         QStringLiteral("SELECT i.meeting_id, %1 FROM json_each(?) AS wanted"
                                        " CROSS JOIN invitees AS i ON i.meeting_id = wanted.value"
                                        " ORDER BY i.meeting_id, i.canceled, i.created_ms, i.id")
                             .arg(briefColumns()));
        done = people.forEach({jsonOf(ids)}, [&](const QSqlQuery &query) {
            summaries[places.value(query.value(0).toLongLong())].invitees.append(briefOf(query, 1));
        });
    }
    if (!done)
        return Unexpected(done.error());
    return summaries;
}

/// What was had with the first invitee before, by e-mail address.
void fillHistory(Database &database, MeetingDetails &details)
{
    const QString email = details.invitees.isEmpty() ? QString() : foldedEmail(details.invitees.constFirst().email);
    if (email.isEmpty())
        return;
    Statement read(
        database,
        QStringLiteral("SELECT count(DISTINCT m.id), max(m.start_ms), count(DISTINCT iif(i.no_show <> '', m.id, NULL))"
                       " FROM invitees AS i INDEXED BY invitees_by_email"
                       " CROSS JOIN meetings AS m ON m.id = i.meeting_id"
                       " WHERE i.email_folded = ? AND i.email_folded <> '' AND i.canceled = 0"
                       " AND m.canceled = 0 AND m.start_ms < ? AND m.uri <> ?"));
    read.forEach({email, toColumn(details.meeting.start), toColumn(details.meeting.uri)}, [&](const QSqlQuery &row) {
        details.earlierMeetings = row.value(0).toInt();
        details.lastMet = instantOf(row.value(1));
        details.earlierNoShows = row.value(2).toInt();
    });
}

int numberFrom(Database &database, const QString &sql, const QVariantList &values)
{
    int number = 0;
    Statement(database, sql).forEach(values, [&](const QSqlQuery &row) { number = row.value(0).toInt(); });
    return number;
}

QList<QUrl> urlsFrom(Database &database, const QString &sql, const QVariantList &values)
{
    QList<QUrl> urls;
    Statement(database, sql).forEach(values, [&](const QSqlQuery &row) { urls.append(urlOf(row.value(0))); });
    return urls;
}

} // namespace

MeetingTable::MeetingTable(Database &database)
    : m_database(database)
{
}

Result<QList<QUrl>> MeetingTable::upsert(const QList<Meeting> &meetings)
{
    QList<QUrl> changed;
    const Result<Done> done = m_database.transaction([&]() -> Result<Done> {
        for (const Meeting &meeting : meetings) {
            const Result<bool> differs = storeMeeting(m_database, meeting);
            if (!differs)
                return Unexpected(differs.error());
            if (*differs)
                changed.append(meeting.uri);
        }
        return Done{};
    });
    if (!done)
        return Unexpected(done.error());
    return changed;
}

Result<Done> MeetingTable::setInvitees(const QUrl &meeting, const QList<Invitee> &invitees)
{
    return m_database.transaction([&]() -> Result<Done> {
        qint64 id = 0;
        QString name;
        QStringList guests;
        Statement find(m_database, QStringLiteral("SELECT id, name, guests FROM meetings WHERE uri = ?"));
        Result<Done> done = find.forEach({toColumn(meeting)}, [&](const QSqlQuery &row) {
            id = row.value(0).toLongLong();
            name = row.value(1).toString();
            guests = guestsOf(row.value(2).toString());
        });
        if (!done || id == 0)
            return done;
        QJsonArray kept;
        QStringList people;
        LinkTable links(m_database);
        for (const Invitee &invitee : invitees) {
            kept.append(toColumn(invitee.uri));
            people << invitee.name << invitee.email;
            done = storeInvitee(m_database, id, invitee);
            if (done)
                done = links.markBooked(invitee.tracking.utmContent, invitee.uri);
            if (!done)
                return done;
        }
        Statement remove(m_database,
                         QStringLiteral("DELETE FROM invitees WHERE meeting_id = ?"
                                        " AND uri NOT IN (SELECT value FROM json_each(?))"));
        done = remove.run({id, jsonOf(kept)});
        if (!done)
            return done;
        Statement mark(m_database,
                       QStringLiteral("UPDATE meetings SET search_text = ?, invitees_state = ? WHERE id = ?"));
        return mark.run({searchTextOf(name, guests, people), int(UpToDate), id});
    });
}

Result<int> MeetingTable::removeMissing(const TimeRange &range, const QList<QUrl> &listed)
{
    const QSet<QUrl> known(listed.begin(), listed.end());
    QList<qint64> missing;
    const Result<Done> done = m_database.transaction([&]() -> Result<Done> {
        Statement read(m_database, QStringLiteral("SELECT id, uri FROM meetings WHERE start_ms >= ? AND start_ms < ?"));
        Result<Done> step = read.forEach({toColumn(range.begin), toColumn(range.end)}, [&](const QSqlQuery &row) {
            if (!known.contains(urlOf(row.value(1))))
                missing.append(row.value(0).toLongLong());
        });
        Statement remove(m_database, QStringLiteral("DELETE FROM meetings WHERE id = ?"));
        for (auto id = missing.cbegin(); step && id != missing.cend(); ++id)
            step = remove.run({*id});
        return step;
    });
    if (!done)
        return Unexpected(done.error());
    return static_cast<int>(missing.size());
}

Result<QList<MeetingSummary>> MeetingTable::summaries(const MeetingQuery &query) const
{
    const MeetingSelection wanted = selectionOf(query, query.limit);
    return summariesOf(m_database, summariesFrom(wanted.sql, query.newestFirst), wanted.values);
}

std::optional<MeetingSummary> MeetingTable::summary(const QUrl &meeting) const
{
    const auto found = summariesOf(m_database, summariesFrom(QStringLiteral("SELECT id FROM meetings WHERE uri = ?")),
                                   {toColumn(meeting)});
    if (!found || found->isEmpty())
        return std::nullopt;
    return found->constFirst();
}

std::optional<MeetingDetails> MeetingTable::details(const QUrl &meeting) const
{
    std::optional<MeetingDetails> details;
    Statement read(m_database, summariesFrom(QStringLiteral("SELECT id FROM meetings WHERE uri = ?")));
    read.forEach({toColumn(meeting)}, [&](const QSqlQuery &query) {
        const MeetingSummary found = summaryRowOf(query).summary;
        details = MeetingDetails{.meeting = found.meeting, .inviteesKnown = found.inviteesKnown};
    });
    if (!details)
        return std::nullopt;
    Statement rest(m_database,
                   QStringLiteral("SELECT s.notes, s.source FROM meetings AS m JOIN meeting_sources AS s"
                                  " ON s.meeting_id = m.id WHERE m.uri = ?"));
    rest.forEach({toColumn(meeting)}, [&](const QSqlQuery &row) {
        details->meeting.notesPlain = row.value(0).toString();
        details->meeting.source = unpacked(row.value(1).toByteArray());
    });
    Statement people(m_database, inviteesWhere(QStringLiteral("m.uri = ?")));
    people.forEach({toColumn(meeting)}, [&](const QSqlQuery &row) { details->invitees.append(inviteeOf(row)); });
    fillHistory(m_database, *details);
    return details;
}

Result<QList<MeetingDetails>> MeetingTable::details(const QList<QUrl> &meetings) const
{
    QJsonArray uris;
    for (const QUrl &meeting : meetings)
        uris.append(toColumn(meeting));
    QList<MeetingDetails> details;
    QHash<QUrl, qsizetype> places;
    const QVariantList wanted{jsonOf(uris)};
    Statement read(m_database, summariesFrom(QStringLiteral("SELECT m.id FROM json_each(?) AS wanted"
                                                            " CROSS JOIN meetings AS m ON m.uri = wanted.value")));
    Result<Done> done = read.forEach(wanted, [&](const QSqlQuery &query) {
        const MeetingSummary found = summaryRowOf(query).summary;
        places.insert(found.meeting.uri, details.size());
        details.append({.meeting = found.meeting, .inviteesKnown = found.inviteesKnown});
    });
    if (done) {
        Statement people(m_database, inviteesOf(QStringLiteral("json_each(?) AS wanted CROSS JOIN meetings AS m ON m.uri = wanted.value"
                                                               " CROSS JOIN invitees AS i ON i.meeting_id = m.id")));
        done = people.forEach(wanted, [&](const QSqlQuery &row) {
            Invitee invitee = inviteeOf(row);
            details[places.value(invitee.meeting)].invitees.append(std::move(invitee));
        });
    }
    if (!done)
        return Unexpected(done.error());
    return details;
}

Result<QList<QUrl>> MeetingTable::uris(const MeetingQuery &query) const
{
    const MeetingSelection wanted = selectionOf(query, query.limit);
    const QString order = query.newestFirst ? QStringLiteral(" DESC") : QString();
    QList<QUrl> uris;
    Statement read(m_database, QStringLiteral("SELECT m.uri FROM (%1) AS wanted CROSS JOIN meetings AS m ON m.id = wanted.id"
                                              " ORDER BY m.start_ms%2, m.end_ms%2, m.id%2")
                                   .arg(wanted.sql, order));
    const Result<Done> done = read.forEach(wanted.values, [&](const QSqlQuery &row) { uris.append(urlOf(row.value(0))); });
    if (!done)
        return Unexpected(done.error());
    return uris;
}

int MeetingTable::count(const MeetingQuery &query) const
{
    const MeetingSelection wanted = selectionOf(query, -1);
    return numberFrom(m_database, QStringLiteral("SELECT count(*) FROM (%1)").arg(wanted.sql), wanted.values);
}

QList<QUrl> MeetingTable::withoutInvitees(const QDateTime &around, int limit) const
{
    // From `around` to both sides along the index, so that the number of those still to be read does not matter.
    static const QString sql = QStringLiteral(
        "SELECT uri FROM (SELECT * FROM (SELECT uri, start_ms FROM meetings INDEXED BY meetings_without_invitees"
        " WHERE invitees_state < 2 AND start_ms >= ? ORDER BY start_ms LIMIT ?)"
        " UNION ALL SELECT * FROM (SELECT uri, start_ms FROM meetings INDEXED BY meetings_without_invitees"
        " WHERE invitees_state < 2 AND start_ms < ? ORDER BY start_ms DESC LIMIT ?))"
        " ORDER BY abs(start_ms - ?), uri LIMIT ?");
    const QVariant middle = toColumn(around);
    const int most = std::max(limit, 0);
    return urlsFrom(m_database, sql, {middle, most, middle, most, middle, most});
}

int MeetingTable::countWithoutInvitees() const
{
    return numberFrom(m_database, QStringLiteral("SELECT count(*) FROM meetings WHERE invitees_state < 2"), {});
}

QList<QUrl> MeetingTable::withoutInvitees(const QList<QUrl> &meetings) const
{
    QJsonArray uris;
    for (const QUrl &meeting : meetings)
        uris.append(toColumn(meeting));
    return urlsFrom(m_database,
                    QStringLiteral("SELECT m.uri FROM json_each(?) AS wanted CROSS JOIN meetings AS m"
                                   " ON m.uri = wanted.value WHERE m.invitees_state < 2 ORDER BY wanted.key"),
                    {jsonOf(uris)});
}

std::optional<MeetingSummary> MeetingTable::next(const QDateTime &now) const
{
    MeetingQuery query;
    query.range.begin = now;
    query.status = MeetingQuery::Status::Active;
    query.limit = 1;
    const auto found = summaries(query);
    if (!found || found->isEmpty())
        return std::nullopt;
    return found->constFirst();
}

std::optional<Invitee> MeetingTable::invitee(const QUrl &invitee) const
{
    std::optional<Invitee> found;
    Statement read(m_database, inviteesWhere(QStringLiteral("i.uri = ?")));
    read.forEach({toColumn(invitee)}, [&](const QSqlQuery &row) { found = inviteeOf(row); });
    return found;
}
