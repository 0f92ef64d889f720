// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingupsert.h"

#include "changerows.h"
#include "meetingchanges.h"
#include "meetingrows.h"
#include "statement.h"
#include "storedvalues.h"

#include <algorithm>
#include <utility>

namespace {

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

/// Keeps what `meeting` says otherwise than its row. Asked only of rows that differ, so that a first reading costs nothing.
Result<Done> keepChanges(Database &database, qint64 id, const Meeting &meeting, const QDateTime &now)
{
    std::optional<Meeting> before;
    Statement read(database, summariesFrom(QStringLiteral("SELECT id FROM meetings WHERE id = ?")));
    const Result<Done> done
        = read.forEach({id}, [&](const QSqlQuery &query) { before = summaryRowOf(query).summary.meeting; });
    if (!done || !before)
        return done;
    return addChanges(database, meeting.uri, changesBetween(*before, meeting, now));
}

} // namespace

Result<bool> storeMeeting(Database &database, const Meeting &meeting, const QDateTime &now)
{
    const auto stored = storedMeeting(database, meeting.uri);
    if (!stored)
        return Unexpected(stored.error());
    QVariantList values = valuesOf(meeting);
    const QByteArray fingerprint = fingerprintOf(
        values + QVariantList{toColumn(meeting.eventType), toColumn(meeting.notesPlain)}, meeting.source);
    if (*stored && (*stored)->fingerprint == fingerprint)
        return false;

    const Result<Done> kept
        = *stored ? keepChanges(database, (*stored)->id, meeting, now) : Result<Done>(Done{});
    if (!kept)
        return Unexpected(kept.error());
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
