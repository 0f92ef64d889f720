// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasure.h"

#include "erasuremarks.h"
#include "erasuretraces.h"
#include "forgetting.h"
#include "rescue.h"
#include "searchindex.h"
#include "statement.h"
#include "storedvalues.h"

#include <utility>

namespace {

Result<Done> runAll(Database &database, const QStringList &statements, const QVariantList &values)
{
    Result<Done> step = Done{};
    for (const QString &sql : statements) {
        if (step)
            step = Statement(database, sql).run(values);
    }
    return step;
}

} // namespace

Erasure::Erasure(Database &database, Clock clock)
    : m_database(database)
    , m_clock(std::move(clock))
{
}

Result<int> Erasure::erasePeople(const QStringList &emails, qint64 order)
{
    QList<TouchedMeeting> meetings;
    QList<qint64> asGuest;
    ErasureTraces traces(m_database);
    const Result<Done> done = write(order, [&]() -> Result<Done> {
        meetings.clear();
        asGuest.clear();
        Result<Done> step = Done{};
        for (const QString &email : emails) {
            if (step)
                step = traces.eraseNotes(foldedEmail(email));
            if (step)
                step = erasePerson(foldedEmail(email), meetings);
        }
        if (step)
            step = mark(meetings);
        if (step)
            step = erase(meetings);
        for (const QString &email : emails) {
            if (step)
                step = traces.eraseGuest(foldedEmail(email), asGuest);
        }
        return step ? readAgain(asGuest) : step;
    });
    return ended(done, meetings);
}

Result<int> Erasure::eraseMeetings(const TimeRange &range, qint64 order)
{
    QList<TouchedMeeting> meetings;
    const QVariantList ends{toColumn(range.begin), toColumn(range.end)};
    const Result<Done> done = write(order, [&]() -> Result<Done> {
        meetings.clear();
        Statement read(m_database, QStringLiteral("SELECT id, uri, start_ms FROM meetings WHERE start_ms >= ? AND start_ms < ?"));
        Result<Done> step = read.forEach(ends, [&](const QSqlQuery &row) {
            meetings.append({.id = row.value(0).toLongLong(), .uri = row.value(1).toString(), .startMs = row.value(2).toLongLong()});
        });
        if (step)
            step = ErasureMarks(m_database, m_clock()).addTimes(range);
        const QString used = QStringLiteral("SELECT l.id FROM links l JOIN invitees i ON i.uri = l.booked_by JOIN meetings m ON m.id = i.meeting_id"
                                            " WHERE m.start_ms >= ? AND m.start_ms < ?");
        if (step)
            step = runAll(m_database,
                          {QStringLiteral("UPDATE bookings SET name = '', email = '' WHERE start_ms >= ? AND start_ms < ?"),
                           QStringLiteral("UPDATE link_orders SET label = '' WHERE link IN (%1)").arg(used),
                           QStringLiteral("UPDATE links SET label = '' WHERE id IN (%1)").arg(used)},
                          ends);
        return step ? erase(meetings) : step;
    });
    return ended(done, meetings);
}

/// What is still to come from a store that was set aside comes first: later it would bring back what goes now.
Result<Done> Erasure::write(qint64 order, const std::function<Result<Done>()> &work)
{
    if (const Result<Done> rescued = finishRescue(m_database); !rescued)
        return rescued;
    return SearchIndex(m_database).repairing([&] {
        return m_database.durableTransaction([&] {
            const Result<Done> worked = work();
            return worked && order != 0 ? orders().remove(order) : worked;
        });
    });
}

Result<int> Erasure::ended(const Result<Done> &done, const QList<TouchedMeeting> &meetings)
{
    if (!done)
        return Unexpected(done.error());
    // The log beside the file still has what went. Where that is being read just now, it goes with the closing of the store.
    m_database.emptyLog();
    return static_cast<int>(meetings.size());
}

Result<Done> Erasure::erasePerson(const QString &email, QList<TouchedMeeting> &meetings)
{
    Statement read(m_database,
                   QStringLiteral("SELECT m.id, m.uri, m.start_ms, EXISTS (SELECT 1 FROM invitees o WHERE o.meeting_id = m.id AND o.email_folded <> ?)"
                                  " FROM meetings m WHERE m.id IN (SELECT meeting_id FROM invitees WHERE email_folded = ? AND email_folded <> '')"));
    Result<Done> step = read.forEach({email, email}, [&](const QSqlQuery &row) {
        meetings.append({.id = row.value(0).toLongLong(),
                         .uri = row.value(1).toString(),
                         .startMs = row.value(2).toLongLong(),
                         .whole = !row.value(3).toBool()});
    });
    if (step)
        step = ErasureMarks(m_database, m_clock()).addPerson(email);
    if (step)
        step = runAll(m_database, {QStringLiteral("DELETE FROM invitees WHERE email_folded = ? AND email_folded <> ''")}, {email});
    return step;
}

Result<Done> Erasure::mark(const QList<TouchedMeeting> &meetings)
{
    ErasureMarks marks(m_database, m_clock());
    Result<Done> step = Done{};
    for (const TouchedMeeting &meeting : meetings) {
        if (step)
            step = meeting.whole ? marks.addMeeting(meeting.id) : marks.addPart(meeting.id);
    }
    return step;
}

Result<Done> Erasure::erase(const QList<TouchedMeeting> &meetings)
{
    SearchIndex index(m_database);
    Result<Done> step = Forgetting::noteErased(m_database);
    for (const TouchedMeeting &meeting : meetings) {
        if (step)
            step = eraseStored(m_database, index, meeting);
    }
    return step && !meetings.isEmpty() ? index.forgetRemoved() : step;
}

Result<Done> Erasure::readAgain(const QList<qint64> &meetings)
{
    SearchIndex index(m_database);
    Result<Done> step = Done{};
    for (const qint64 meeting : meetings) {
        if (step)
            step = index.put(meeting);
    }
    return step && !meetings.isEmpty() ? index.forgetRemoved() : step;
}

Result<Done> eraseStored(Database &database, SearchIndex &index, const TouchedMeeting &meeting)
{
    Result<Done> step = runAll(database,
                               {QStringLiteral("DELETE FROM meeting_changes WHERE meeting = ?"), QStringLiteral("DELETE FROM cancel_items WHERE meeting = ?")},
                               {meeting.uri});
    if (step)
        step = index.remove(meeting.id, meeting.startMs);
    if (!step)
        return step;
    return meeting.whole ? runAll(database, {QStringLiteral("DELETE FROM meetings WHERE id = ?")}, {meeting.id}) : index.put(meeting.id);
}
