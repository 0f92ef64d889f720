// SPDX-License-Identifier: GPL-3.0-or-later
#include "forgetting.h"

#include "statement.h"
#include "storedvalues.h"
#include "storefiles.h"

namespace {

// Beside the times of the sync, since what they tell of lies in the same file.
constexpr auto traces = "forgotten_traces";
constexpr auto backups = "forgotten_in_backups";
constexpr auto erased = "erased_traces"; // somebody asked for it, so that nothing set aside is kept

} // namespace

struct Forgetting::Gone
{
    qint64 id = 0;
    QString uri;
    qint64 startMs = 0;
};

Forgetting::Forgetting(Database &database)
    : m_database(database)
    , m_index(database)
{
}

Result<Done> Forgetting::noteErased(Database &database)
{
    Result<Done> noted = note(database, traces);
    if (noted)
        noted = note(database, erased);
    return noted ? note(database, backups) : noted;
}

Result<Done> Forgetting::write(const std::function<Result<Done>()> &work)
{
    return m_index.repairing([&] { return m_database.transaction(work); });
}

Result<int> Forgetting::forgetMeetings(const QDateTime &horizon, int most)
{
    QList<Gone> gone;
    const Result<Done> done = write([&]() -> Result<Done> {
        gone.clear();
        Statement read(m_database,
                       QStringLiteral("SELECT id, uri, start_ms FROM meetings INDEXED BY meetings_by_start WHERE start_ms < ? AND end_ms < ?"
                                      " AND uri NOT IN (SELECT meeting FROM cancel_items)"
                                      " AND start_ms NOT IN (SELECT start_ms FROM bookings WHERE state <> 'booked')"
                                      " ORDER BY start_ms, end_ms LIMIT ?"));
        Result<Done> step = read.forEach({toColumn(horizon), toColumn(horizon), most}, [&gone](const QSqlQuery &row) {
            gone.append({.id = row.value(0).toLongLong(), .uri = row.value(1).toString(), .startMs = row.value(2).toLongLong()});
        });
        for (auto meeting = gone.cbegin(); step && meeting != gone.cend(); ++meeting)
            step = remove(*meeting);
        // The index comes last: a write to another table in between would have FTS5 write out its words each time.
        for (auto meeting = gone.cbegin(); step && meeting != gone.cend(); ++meeting)
            step = m_index.remove(meeting->id, meeting->startMs);
        if (step && !gone.isEmpty())
            step = m_index.keepSmall();
        return step && !gone.isEmpty() ? note(m_database, traces) : step;
    });
    if (!done)
        return Unexpected(done.error());
    return static_cast<int>(gone.size());
}

Result<Done> Forgetting::remove(const Gone &meeting)
{
    Statement history(m_database, QStringLiteral("DELETE FROM meeting_changes WHERE meeting = ?"));
    Result<Done> step = history.run({meeting.uri});
    if (step && history.changedRows() > 0)
        step = note(m_database, backups);
    // The zone that somebody was booked in goes with the last that is stored of them.
    if (step)
        step = Statement(m_database,
                         QStringLiteral("DELETE FROM person_zones WHERE email IN (SELECT email_folded FROM invitees WHERE meeting_id = ?)"
                                        " AND NOT EXISTS (SELECT 1 FROM invitees AS o INDEXED BY invitees_by_email"
                                        " WHERE o.email_folded = person_zones.email AND o.email_folded <> '' AND o.meeting_id <> ?)"))
                   .run({meeting.id, meeting.id});
    return step ? Statement(m_database, QStringLiteral("DELETE FROM meetings WHERE id = ?")).run({meeting.id}) : step;
}

Result<Done> Forgetting::forgetBusyTimes(const QDateTime &horizon)
{
    return m_database.transaction([&]() -> Result<Done> {
        const Result<Done> busy = Statement(m_database, QStringLiteral("DELETE FROM busy_times WHERE end_ms < ?")).run({toColumn(horizon)});
        return busy ? Statement(m_database, QStringLiteral("DELETE FROM busy_seen WHERE end_ms <= ?")).run({toColumn(horizon)}) : busy;
    });
}

Result<std::optional<qint64>> Forgetting::forgetHistory(const QDateTime &horizon, qint64 behind, int most)
{
    std::optional<qint64> last;
    const Result<Done> done = m_database.transaction([&]() -> Result<Done> {
        last.reset();
        QList<qint64> gone;
        Statement read(m_database,
                       QStringLiteral("SELECT c.id, c.seen_ms < ? AND NOT EXISTS (SELECT 1 FROM meetings AS m WHERE m.uri = c.meeting)"
                                      " AND NOT EXISTS (SELECT 1 FROM cancel_items AS i WHERE i.meeting = c.meeting)"
                                      " FROM meeting_changes AS c WHERE c.id > ? ORDER BY c.id LIMIT ?"));
        Result<Done> step = read.forEach({toColumn(horizon), behind, most}, [&](const QSqlQuery &row) {
            last = row.value(0).toLongLong();
            if (row.value(1).toBool())
                gone.append(*last);
        });
        Statement remove(m_database, QStringLiteral("DELETE FROM meeting_changes WHERE id = ?"));
        for (auto entry = gone.cbegin(); step && entry != gone.cend(); ++entry)
            step = remove.run({*entry});
        if (step && !gone.isEmpty())
            step = note(m_database, traces);
        return step && !gone.isEmpty() ? note(m_database, backups) : step;
    });
    if (!done)
        return Unexpected(done.error());
    return last;
}

Result<Done> Forgetting::noteAsides(const QDateTime &now)
{
    if (now.isValid())
        endKeptAsides(m_database.file(), now);
    return isAnythingAside(m_database.file()) ? note(m_database, traces) : Result<Done>(Done{});
}

bool Forgetting::leavesTraces() const
{
    return isNoted(traces);
}

Result<Forgetting::Overwritten> Forgetting::overwriteSome()
{
    bool merged = false;
    const Result<Done> done = write([&]() -> Result<Done> {
        const Result<bool> some = m_index.overwriteSome();
        merged = some && *some;
        return some ? Result<Done>(Done{}) : Unexpected(some.error());
    });
    if (!done)
        return Unexpected(done.error());
    if (!merged)
        return Overwritten::Some;
    const Result<bool> emptied = m_database.emptyLog();
    if (!emptied)
        return Unexpected(emptied.error());
    if (!*emptied)
        return Overwritten::AllButTheLog;
    const Result<bool> noAsides = removeAsides(m_database.file(), isNoted(erased) ? Asides::All : Asides::NotKept);
    if (!noAsides)
        return Unexpected(noAsides.error());
    Result<Done> struck = *noAsides ? strike(erased) : Result<Done>(Done{});
    if (struck && *noAsides)
        struck = strike(traces);
    return struck ? Result<Overwritten>(Overwritten::All) : Unexpected(struck.error());
}

bool Forgetting::isInBackups() const
{
    return isNoted(backups);
}

Result<Done> Forgetting::backupsAreAnew()
{
    return strike(backups);
}

Result<Done> Forgetting::note(Database &database, const char *what)
{
    return Statement(database, QStringLiteral("INSERT OR REPLACE INTO sync_times (what, at_ms) VALUES (?, 0)")).run({QLatin1String(what)});
}

Result<Done> Forgetting::strike(const char *what)
{
    return Statement(m_database, QStringLiteral("DELETE FROM sync_times WHERE what = ?")).run({QLatin1String(what)});
}

bool Forgetting::isNoted(const char *what) const
{
    bool noted = false;
    Statement read(m_database, QStringLiteral("SELECT 1 FROM sync_times WHERE what = ?"));
    read.forEach({QLatin1String(what)}, [&noted](const QSqlQuery &) { noted = true; });
    return noted;
}
