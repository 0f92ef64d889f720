// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchindex.h"

#include "database.h"
#include "inviteerows.h"
#include "meetingrows.h"
#include "searchdocument.h"
#include "statement.h"
#include "storedvalues.h"

#include <algorithm>

namespace {

constexpr int idBits = 25; // 33 million meetings
constexpr qint64 idMask = (qint64(1) << idBits) - 1;
constexpr qint64 minuteMs = 60'000;
constexpr int smallStore = 5000; // meetings whose index is written anew in a moment
constexpr int pagesAtOnce = 200;
constexpr int fewPages = 50; // some milliseconds
constexpr int pagesOfRemoval = 32; // enough to keep up with some 25 removals
constexpr qint64 lastMinute = qint64(1) << 37; // far beyond what a date can be, and the sum still fits

QString putSql()
{
    static const QString sql = [] {
        const QStringList columns = searchColumns();
        const QStringList marks(columns.size() + 1, QStringLiteral("?"));
        return QStringLiteral("INSERT OR REPLACE INTO search (rowid, %1) VALUES (%2)")
            .arg(columns.join(QStringLiteral(", ")), marks.join(QLatin1Char(',')));
    }();
    return sql;
}

} // namespace

qint64 searchRowOf(qint64 startMs, qint64 meeting)
{
    const qint64 minute = std::clamp<qint64>(startMs / minuteMs, 0, lastMinute);
    return (minute << idBits) | (meeting & idMask);
}

QString meetingOfSearchRow()
{
    return QStringLiteral("(search.rowid & %1)").arg(idMask);
}

SearchIndex::SearchIndex(Database &database)
    : m_database(database)
{
}

Result<Done> SearchIndex::put(qint64 meeting)
{
    std::optional<Meeting> stored;
    Statement read(m_database, summariesFrom(QStringLiteral("SELECT id FROM meetings WHERE id = ?")));
    Result<Done> done = read.forEach(
        {meeting}, [&](const QSqlQuery &row) { stored = SummaryReader().read(row).summary.meeting; });
    if (!done || !stored)
        return done;
    Statement notes(m_database, QStringLiteral("SELECT notes FROM meeting_sources WHERE meeting_id = ?"));
    done = notes.forEach({meeting}, [&](const QSqlQuery &row) { stored->notesPlain = row.value(0).toString(); });
    if (!done)
        return done;
    QList<Invitee> invitees;
    Statement people(m_database, inviteesWhere(QStringLiteral("i.meeting_id = ?")));
    done = people.forEach({meeting}, [&](const QSqlQuery &row) { invitees.append(inviteeOf(row)); });
    return done ? put(meeting, stored->start.toMSecsSinceEpoch(), searchValues(*stored, invitees)) : done;
}

Result<Done> SearchIndex::put(qint64 meeting, qint64 startMs, const QStringList &texts)
{
    QVariantList values{searchRowOf(startMs, meeting)};
    for (const QString &text : texts)
        values.append(toColumn(text));
    return Statement(m_database, putSql()).run(values);
}

Result<Done> SearchIndex::remove(qint64 meeting, qint64 startMs)
{
    Statement remove(m_database, QStringLiteral("DELETE FROM search WHERE rowid = ?"));
    return remove.run({searchRowOf(startMs, meeting)});
}

Result<Done> SearchIndex::forgetRemoved()
{
    bool small = false;
    Statement last(m_database, QStringLiteral("SELECT max(id) FROM meetings")); // about how many there are, without counting
    const Result<Done> counted = last.forEach({}, [&](const QSqlQuery &row) { small = row.value(0).toInt() <= smallStore; });
    if (!counted)
        return counted;
    if (small)
        return Statement(m_database, QStringLiteral("INSERT INTO search (search) VALUES ('optimize')")).run();
    return Statement(m_database, QStringLiteral("INSERT INTO search (search, rank) VALUES ('merge', ?)")).run({-pagesAtOnce});
}

Result<bool> SearchIndex::overwriteSome()
{
    const auto changes = [this]() -> Result<qint64> {
        qint64 number = 0;
        Statement read(m_database, QStringLiteral("SELECT total_changes()"));
        const Result<Done> done = read.forEach({}, [&](const QSqlQuery &row) { number = row.value(0).toLongLong(); });
        return done ? Result<qint64>(number) : Unexpected(done.error());
    };
    const Result<qint64> before = changes();
    if (!before)
        return Unexpected(before.error());
    const Result<Done> merged = Statement(m_database, QStringLiteral("INSERT INTO search (search, rank) VALUES ('merge', ?)")).run({-fewPages});
    if (!merged)
        return Unexpected(merged.error());
    const Result<qint64> after = changes();
    if (!after)
        return Unexpected(after.error());
    return *after - *before < 2; // the command itself counts as one, says the documentation of FTS5
}

Result<Done> SearchIndex::keepSmall()
{
    return Statement(m_database, QStringLiteral("INSERT INTO search (search, rank) VALUES ('merge', ?)")).run({pagesOfRemoval});
}

int SearchIndex::missing() const
{
    qint64 missing = 0;
    Statement read(m_database, QStringLiteral("SELECT until - built FROM search_state"));
    read.forEach({}, [&](const QSqlQuery &row) { missing = row.value(0).toLongLong(); });
    return static_cast<int>(std::max<qint64>(missing, 0));
}

Result<Done> SearchIndex::fill(int most)
{
    return m_database.transaction([&]() -> Result<Done> {
        QList<qint64> meetings;
        Statement read(m_database,
                       QStringLiteral("SELECT id FROM meetings WHERE id > (SELECT built FROM search_state)"
                                      " AND id <= (SELECT until FROM search_state) ORDER BY id LIMIT ?"));
        Result<Done> done
            = read.forEach({most}, [&](const QSqlQuery &row) { meetings.append(row.value(0).toLongLong()); });
        for (auto meeting = meetings.cbegin(); done && meeting != meetings.cend(); ++meeting)
            done = put(*meeting);
        if (!done)
            return done;
        if (meetings.size() < most)
            return Statement(m_database, QStringLiteral("UPDATE search_state SET built = until")).run();
        Statement mark(m_database, QStringLiteral("UPDATE search_state SET built = ?"));
        return mark.run({meetings.constLast()});
    });
}

bool SearchIndex::isDamaged() const
{
    return m_database.isSearchDamaged();
}

Result<Done> SearchIndex::rebuild()
{
    const Result<Done> done = m_database.transaction([&]() -> Result<Done> {
        QString sql;
        Statement read(m_database, QStringLiteral("SELECT sql FROM sqlite_schema WHERE name = 'search'"));
        Result<Done> step = read.forEach({}, [&](const QSqlQuery &row) { sql = row.value(0).toString(); });
        // SQLite opens a table before it drops it, so what it reads then is made that of an empty index first.
        for (const QString &next :
             {QStringLiteral("DELETE FROM search_data"),
              QStringLiteral("INSERT INTO search_data (id, block) VALUES (1, x''), (10, x'00000000000000')"),
              QStringLiteral("DROP TABLE search"), sql,
              QStringLiteral("UPDATE search_state SET built = 0,"
                             " until = (SELECT coalesce(max(id), 0) FROM meetings)")}) {
            if (step)
                step = Statement(m_database, next).run();
        }
        return step;
    });
    if (done)
        m_database.searchRepaired();
    return done;
}

Result<Done> SearchIndex::repairing(const std::function<Result<Done>()> &write)
{
    const Result<Done> done = write();
    return done || !isDamaged() || !rebuild() ? done : write();
}
