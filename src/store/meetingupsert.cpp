// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingupsert.h"

#include "changerows.h"
#include "meetingchanges.h"
#include "meetingrecord.h"
#include "meetingrows.h"
#include "searchindex.h"
#include "statement.h"
#include "storedvalues.h"

#include <algorithm>
#include <utility>

namespace {

/// What is stored of a meeting, as far as a new answer is compared with it.
struct StoredMeeting
{
    qint64 id = 0;
    qint64 startMs = 0;
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
                                  " invitees_state, start_ms FROM meetings WHERE uri = ?"));
    std::optional<StoredMeeting> stored;
    const Result<Done> read = find.forEach({toColumn(uri)}, [&](const QSqlQuery &row) {
        stored = StoredMeeting{.id = row.value(0).toLongLong(),
                               .startMs = row.value(7).toLongLong(),
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
        columns += {QStringLiteral("event_type_id"), QStringLiteral("fingerprint"),
                    QStringLiteral("invitees_state"), QStringLiteral("search_text")};
        QStringList updates;
        for (const QString &column : std::as_const(columns))
            updates.append(column + QStringLiteral(" = excluded.") + column);
        const QStringList marks(columns.size() + 1, QStringLiteral("?"));
        return QStringLiteral("INSERT INTO meetings (id, %1) VALUES (%2) ON CONFLICT(id) DO UPDATE SET %3")
            .arg(columns.join(QStringLiteral(", ")), marks.join(QLatin1Char(',')), updates.join(QStringLiteral(", ")));
    }();
    return sql;
}

/// Keeps what `meeting` says otherwise than its row. Asked only of rows that differ, so that a first reading costs nothing.
Result<Done> keepChanges(Database &database, qint64 id, const Meeting &meeting, const QDateTime &now)
{
    std::optional<Meeting> before;
    Statement read(database, summariesFrom(QStringLiteral("SELECT id FROM meetings WHERE id = ?")));
    const Result<Done> done
        = read.forEach({id}, [&](const QSqlQuery &query) { before = SummaryReader().read(query).summary.meeting; });
    if (!done || !before)
        return done;
    return addChanges(database, meeting.uri, changesBetween(*before, meeting, now));
}

} // namespace

Result<std::optional<WrittenMeeting>> storeMeeting(Database &database, SearchIndex &index, const MeetingRecord &record,
                                                   const QDateTime &now)
{
    const Meeting &meeting = record.meeting;
    const auto stored = storedMeeting(database, meeting.uri);
    if (!stored)
        return Unexpected(stored.error());
    if (*stored && (*stored)->fingerprint == record.fingerprint)
        return std::optional<WrittenMeeting>();

    const Result<Done> kept
        = *stored ? keepChanges(database, (*stored)->id, meeting, now) : Result<Done>(Done{});
    if (!kept)
        return Unexpected(kept.error());
    const Result<QVariant> type = eventTypeRow(database, meeting.eventType);
    if (!type)
        return Unexpected(type.error());
    if (*stored && (*stored)->startMs != meeting.start.toMSecsSinceEpoch()) {
        if (const Result<Done> moved = index.remove((*stored)->id, (*stored)->startMs); !moved)
            return Unexpected(moved.error());
    }
    QVariantList values{*stored ? QVariant((*stored)->id) : QVariant()};
    values += record.values;
    values += {*type, record.fingerprint, inviteesStateAfter(*stored, meeting), QStringLiteral("")};
    Statement write(database, upsertSql());
    Result<Done> written = write.run(values);
    const qint64 id = *stored ? (*stored)->id : write.newId();
    if (written) {
        Statement keep(
            database,
            QStringLiteral("INSERT OR REPLACE INTO meeting_sources (meeting_id, notes, source) VALUES (?,?,?)"));
        written = keep.run({id, toColumn(meeting.notesPlain), record.packedSource});
    }
    if (!written)
        return Unexpected(written.error());
    return std::optional(WrittenMeeting{id, !*stored});
}
