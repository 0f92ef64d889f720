// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingtable.h"

#include "changerows.h"
#include "erasurefilter.h"
#include "inviteerows.h"
#include "inviteewriter.h"
#include "linktable.h"
#include "meetingrecord.h"
#include "meetingrows.h"
#include "meetingselection.h"
#include "meetingupsert.h"
#include "moverows.h"
#include "personrows.h"
#include "statement.h"
#include "storedvalues.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <utility>

namespace {

QString jsonOf(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString jsonOf(const QList<QUrl> &uris)
{
    QJsonArray array;
    for (const QUrl &uri : uris)
        array.append(toColumn(uri));
    return jsonOf(array);
}

/// The rows of summariesFrom(wanted), in order of time.
Result<QList<SummaryRow>> rowsOf(Database &database, const QString &wanted, const QVariantList &values, bool newestFirst = false)
{
    QList<SummaryRow> rows;
    SummaryReader reader;
    Statement read(database, summariesFrom(wanted));
    const Result<Done> done = read.forEach(values, [&](const QSqlQuery &query) { rows.append(reader.read(query)); });
    if (!done)
        return Unexpected(done.error());
    sortByTime(rows, newestFirst);
    return rows;
}

/// Rows with their invitees: two statements, however many rows there are.
Result<QList<MeetingSummary>> summariesOf(Database &database, const QString &wanted, const QVariantList &values, bool newestFirst = false)
{
    Result<QList<SummaryRow>> rows = rowsOf(database, wanted, values, newestFirst);
    if (!rows)
        return Unexpected(rows.error());
    QList<MeetingSummary> summaries;
    summaries.reserve(rows->size());
    QHash<qint64, qsizetype> places;
    QJsonArray ids;
    for (SummaryRow &row : *rows) {
        places.insert(row.id, summaries.size());
        ids.append(row.id);
        summaries.append(std::move(row.summary));
    }
    Result<Done> done = Done{};
    if (!summaries.isEmpty()) {
        Statement people(database,
                         QStringLiteral("SELECT i.meeting_id, %1 FROM json_each(?) AS wanted"
                                        " CROSS JOIN invitees AS i ON i.meeting_id = wanted.value"
                                        " ORDER BY i.meeting_id, i.canceled, i.created_ms, i.id")
                             .arg(briefColumns()));
        done = people.forEach({jsonOf(ids)}, [&](const QSqlQuery &query) {
            summaries[places.value(query.value(0).toLongLong())].invitees.append(briefOf(query, 1));
        });
    }
    if (done)
        done = fillMoves(database, summaries);
    if (!done)
        return Unexpected(done.error());
    return summaries;
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

/// The event types, for a search that names one.
QList<TypeName> typeNames(Database &database, const MeetingQuery &query)
{
    QList<TypeName> names;
    if (!query.text.contains(QLatin1String("type"), Qt::CaseInsensitive))
        return names;
    Statement read(database, QStringLiteral("SELECT uri, name, slug FROM event_types"));
    read.forEach({}, [&](const QSqlQuery &row) {
        names.append({urlOf(row.value(0)), row.value(1).toString() + QLatin1Char('\n') + row.value(2).toString()});
    });
    return names;
}

} // namespace

MeetingTable::MeetingTable(Database &database, Clock clock)
    : m_database(database)
    , m_clock(std::move(clock))
    , m_index(database)
{
}

Result<Done> MeetingTable::write(const std::function<Result<Done>()> &work)
{
    return m_index.repairing([&] { return m_database.transaction(work); });
}

Result<QList<QUrl>> MeetingTable::upsert(const QList<Meeting> &meetings)
{
    QList<MeetingRecord> records;
    for (const Meeting &meeting : meetings)
        records.append({meeting, {}, MeetingRecord::Row::Unknown});
    return upsert(records);
}

Result<QList<QUrl>> MeetingTable::upsert(const QList<MeetingRecord> &records)
{
    QList<QUrl> changed;
    const QDateTime now = m_clock();
    const Result<Done> done = write([&]() -> Result<Done> {
        changed.clear();
        const Result<QList<MeetingRecord>> kept = ErasureFilter(m_database, now).keptOf(records);
        if (!kept)
            return Unexpected(kept.error());
        QList<std::pair<WrittenMeeting, const MeetingRecord *>> rows;
        for (const MeetingRecord &record : *kept) {
            const Result<std::optional<WrittenMeeting>> differs = storeMeeting(m_database, m_index, record, now);
            if (!differs)
                return Unexpected(differs.error());
            if (*differs) {
                changed.append(record.meeting.uri);
                rows.append({**differs, &record});
            }
        }
        // The index comes last: a write to another table in between would have FTS5 write out its words each time.
        Result<Done> step = Done{};
        for (auto row = rows.cbegin(); step && row != rows.cend(); ++row) {
            const auto &[written, record] = *row;
            // A row that was there when its record was made may have gone meanwhile: then its words are not at hand.
            const bool hasWords = written.isNew && !record->searchTexts.isEmpty();
            step = hasWords ? m_index.put(written.row, record->meeting.start.toMSecsSinceEpoch(), record->searchTexts)
                            : m_index.put(written.row);
        }
        return step;
    });
    if (!done)
        return Unexpected(done.error());
    return changed;
}

QList<std::optional<QByteArray>> MeetingTable::fingerprints(const QList<QUrl> &meetings) const
{
    QList<std::optional<QByteArray>> found(meetings.size());
    Statement read(m_database, QStringLiteral("SELECT wanted.key, m.fingerprint FROM json_each(?) AS wanted CROSS JOIN meetings AS m"
                                              " ON m.uri = wanted.value"));
    read.forEach({jsonOf(meetings)}, [&](const QSqlQuery &row) { found[row.value(0).toLongLong()] = row.value(1).toByteArray(); });
    return found;
}

Result<Done> MeetingTable::setInvitees(const QUrl &meeting, const QList<Invitee> &invitees)
{
    return write([&] { return storeInvitees(m_database, m_index, meeting, invitees, m_clock()); });
}

Result<Done> MeetingTable::updateInvitee(const Invitee &invitee)
{
    return write([&]() -> Result<Done> {
        const std::optional<Invitee> before = this->invitee(invitee.uri);
        return before ? replaceInvitee(m_database, m_index, *before, invitee, m_clock()) : Result<Done>(Done{});
    });
}

Result<int> MeetingTable::removeMissing(const TimeRange &range, const QList<QUrl> &listed)
{
    QSet<QString> known; // as the column has them: there are hundreds, and a look once a minute
    for (const QUrl &uri : listed)
        known.insert(toColumn(uri));
    QList<std::pair<qint64, qint64>> missing; // id and start
    const Result<Done> done = write([&]() -> Result<Done> {
        missing.clear();
        Statement read(m_database,
                       QStringLiteral("SELECT id, uri, start_ms FROM meetings WHERE start_ms >= ? AND start_ms < ?"));
        Result<Done> step = read.forEach({toColumn(range.begin), toColumn(range.end)}, [&](const QSqlQuery &row) {
            if (!known.contains(row.value(1).toString()))
                missing.append({row.value(0).toLongLong(), row.value(2).toLongLong()});
        });
        Statement remove(m_database, QStringLiteral("DELETE FROM meetings WHERE id = ?"));
        for (auto gone = missing.cbegin(); step && gone != missing.cend(); ++gone) {
            step = remove.run({gone->first});
            if (step)
                step = m_index.remove(gone->first, gone->second);
        }
        return step && !missing.isEmpty() ? m_index.forgetRemoved() : step;
    });
    if (!done)
        return Unexpected(done.error());
    return static_cast<int>(missing.size());
}

Result<QList<MeetingSummary>> MeetingTable::summaries(const MeetingQuery &query) const
{
    const MeetingSelection wanted = selectionOf(query, query.limit, typeNames(m_database, query));
    return summariesOf(m_database, wanted.sql, wanted.values, query.newestFirst);
}

std::optional<MeetingSummary> MeetingTable::summary(const QUrl &meeting) const
{
    const auto found = summariesOf(m_database, QStringLiteral("SELECT id FROM meetings WHERE uri = ?"), {toColumn(meeting)});
    if (!found || found->isEmpty())
        return std::nullopt;
    return found->constFirst();
}

std::optional<MeetingDetails> MeetingTable::details(const QUrl &meeting) const
{
    std::optional<MeetingDetails> details;
    Statement read(m_database, summariesFrom(QStringLiteral("SELECT id FROM meetings WHERE uri = ?")));
    read.forEach({toColumn(meeting)}, [&](const QSqlQuery &query) {
        const MeetingSummary found = SummaryReader().read(query).summary;
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
    details->changes = changesOf(m_database, meeting);
    if (!details->invitees.isEmpty())
        details->linkLabel = LinkTable(m_database).labelOf(details->invitees.constFirst().tracking.utmContent);
    return details;
}

PersonHistory MeetingTable::historyBefore(const MeetingDetails &meeting) const
{
    return personBefore(m_database, meeting, m_clock());
}

Result<QList<MeetingDetails>> MeetingTable::details(const QList<QUrl> &meetings) const
{
    QList<MeetingDetails> details;
    QHash<QUrl, qsizetype> places;
    const QVariantList wanted{jsonOf(meetings)};
    const Result<QList<SummaryRow>> rows = rowsOf(m_database,
                                                  QStringLiteral("SELECT m.id FROM json_each(?) AS wanted"
                                                                 " CROSS JOIN meetings AS m ON m.uri = wanted.value"),
                                                  wanted);
    if (!rows)
        return Unexpected(rows.error());
    for (const SummaryRow &row : *rows) {
        places.insert(row.summary.meeting.uri, details.size());
        details.append({.meeting = row.summary.meeting, .inviteesKnown = row.summary.inviteesKnown});
    }
    Statement people(m_database, inviteesOf(QStringLiteral("json_each(?) AS wanted CROSS JOIN meetings AS m ON m.uri = wanted.value"
                                                           " CROSS JOIN invitees AS i ON i.meeting_id = m.id")));
    const Result<Done> done = people.forEach(wanted, [&](const QSqlQuery &row) {
        Invitee invitee = inviteeOf(row);
        details[places.value(invitee.meeting)].invitees.append(std::move(invitee));
    });
    if (!done)
        return Unexpected(done.error());
    return details;
}

Result<QList<QUrl>> MeetingTable::uris(const MeetingQuery &query) const
{
    const Result<QList<MeetingTime>> found = times(query);
    if (!found)
        return Unexpected(found.error());
    QList<QUrl> uris;
    uris.reserve(found->size());
    for (const MeetingTime &meeting : *found)
        uris.append(meeting.uri);
    return uris;
}

Result<QList<MeetingTime>> MeetingTable::times(const MeetingQuery &query) const
{
    const MeetingSelection wanted = selectionOf(query, query.limit, typeNames(m_database, query));
    const QString order = query.newestFirst ? QStringLiteral(" DESC") : QString();
    QList<MeetingTime> times;
    Statement read(m_database, QStringLiteral("SELECT m.uri, m.start_ms FROM (%1) AS wanted CROSS JOIN meetings AS m ON m.id = wanted.id"
                                              " ORDER BY m.start_ms%2, m.end_ms%2, m.id%2")
                                   .arg(wanted.sql, order));
    const Result<Done> done = read.forEach(wanted.values, [&](const QSqlQuery &row) { times.append({urlOf(row.value(0)), instantOf(row.value(1))}); });
    if (!done)
        return Unexpected(done.error());
    return times;
}

int MeetingTable::count(const MeetingQuery &query) const
{
    const MeetingSelection wanted = selectionOf(query, -1, typeNames(m_database, query));
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
    return urlsFrom(m_database,
                    QStringLiteral("SELECT m.uri FROM json_each(?) AS wanted CROSS JOIN meetings AS m"
                                   " ON m.uri = wanted.value WHERE m.invitees_state < 2 ORDER BY wanted.key"),
                    {jsonOf(meetings)});
}

QList<MeetingSummary> MeetingTable::runningAndNext(const QDateTime &now) const
{
    constexpr int most = 100; // that run side by side
    MeetingQuery query;
    query.range.begin = now;
    query.status = MeetingQuery::Status::Active;
    query.limit = most;
    QList<MeetingSummary> found = summaries(query).value_or({});
    const auto isLater = [&now](const MeetingSummary &summary) { return summary.meeting.start > now; };
    const auto next = std::find_if(found.begin(), found.end(), isLater);
    std::reverse(found.begin(), next);
    if (next != found.end())
        found.erase(next + 1, found.end());
    return found;
}

std::optional<Invitee> MeetingTable::invitee(const QUrl &invitee) const
{
    std::optional<Invitee> found;
    Statement read(m_database, inviteesWhere(QStringLiteral("i.uri = ?")));
    read.forEach({toColumn(invitee)}, [&](const QSqlQuery &row) { found = inviteeOf(row); });
    return found;
}

std::optional<RescheduleStep> MeetingTable::step(const QUrl &invitee) const
{
    return stepOf(m_database, invitee);
}
