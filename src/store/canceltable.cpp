// SPDX-License-Identifier: GPL-3.0-or-later
#include "canceltable.h"

#include "statement.h"
#include "storederror.h"
#include "storedvalues.h"

#include <array>

namespace {

using State = CancelItem::State;

constexpr std::array<StoredWord<State>, 9> states{{{State::Held, "held"},
                                             {State::Waiting, "waiting"},
                                             {State::MakingLink, "link"},
                                             {State::Sending, "sending"},
                                             {State::Canceled, "canceled"},
                                             {State::CanceledBefore, "before"},
                                             {State::Failed, "failed"},
                                             {State::Unknown, "unknown"},
                                             {State::Skipped, "skipped"}}};

CancelItem itemOf(const QSqlQuery &row)
{
    CancelItem item;
    item.meeting = urlOf(row.value(0));
    item.name = row.value(1).toString();
    item.start = instantOf(row.value(2));
    item.reason = row.value(3).toString();
    item.wantsLink = row.value(4).toBool();
    item.link = urlOf(row.value(5));
    // A word that is not ours says nothing about what was sent.
    item.state = valueOf(states, row.value(6).toString(), State::Unknown);
    item.problem = problemOf(row.value(7), row.value(8), row.value(9));
    item.changedAt = instantOf(row.value(10));
    return item;
}

} // namespace

CancelTable::CancelTable(Database &database) : m_database(database) { }

Result<Done> CancelTable::put(const QList<CancelItem> &items)
{
    return m_database.durableTransaction([&]() -> Result<Done> {
        Statement write(m_database,
                        QStringLiteral("INSERT INTO cancel_items (meeting, name, start_ms, reason, wants_link, link, state, problem_kind,"
                                       " problem_text, problem_status, changed_ms) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
                                       " ON CONFLICT (meeting) DO UPDATE SET name = excluded.name, start_ms = excluded.start_ms,"
                                       " reason = excluded.reason, wants_link = excluded.wants_link, link = excluded.link,"
                                       " state = excluded.state, problem_kind = excluded.problem_kind,"
                                       " problem_text = excluded.problem_text, problem_status = excluded.problem_status,"
                                       " changed_ms = excluded.changed_ms"));
        for (const CancelItem &item : items) {
            const Result<Done> written = write.run(QVariantList{toColumn(item.meeting), toColumn(item.name), toColumn(item.start),
                                                                toColumn(item.reason), item.wantsLink, toColumn(item.link),
                                                                wordOf(states, item.state)}
                                                   + problemColumns(item.problem) + QVariantList{toColumn(item.changedAt)});
            if (!written)
                return written;
        }
        return Done{};
    });
}

Result<Done> CancelTable::remove(const QList<QUrl> &meetings)
{
    return m_database.durableTransaction([&]() -> Result<Done> {
        Statement write(m_database, QStringLiteral("DELETE FROM cancel_items WHERE meeting = ?"));
        for (const QUrl &meeting : meetings) {
            const Result<Done> removed = write.run({toColumn(meeting)});
            if (!removed)
                return removed;
        }
        return Done{};
    });
}

Result<QList<CancelItem>> CancelTable::items() const
{
    QList<CancelItem> items;
    Statement read(m_database,
                   QStringLiteral("SELECT meeting, name, start_ms, reason, wants_link, link, state, problem_kind, problem_text,"
                                  " problem_status, changed_ms FROM cancel_items ORDER BY id"));
    const Result<Done> done = read.forEach({}, [&items](const QSqlQuery &row) { items.append(itemOf(row)); });
    return done ? Result<QList<CancelItem>>(items) : Unexpected(done.error());
}
