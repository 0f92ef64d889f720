// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkordertable.h"

#include "statement.h"
#include "storederror.h"
#include "storedvalues.h"

#include <array>

namespace {

using State = LinkOrder::State;

constexpr std::array<StoredWord<State>, 6> states{{{State::Waiting, "waiting"},
                                                   {State::Sending, "sending"},
                                                   {State::Made, "made"},
                                                   {State::Failed, "failed"},
                                                   {State::Unknown, "unknown"},
                                                   {State::Skipped, "skipped"}}};

LinkOrder orderOf(const QSqlQuery &row)
{
    return {.link = row.value(0).toString(),
            .batch = row.value(1).toString(),
            .eventType = urlOf(row.value(2)),
            .eventTypeName = row.value(3).toString(),
            .label = row.value(4).toString(),
            // A word that is not ours says nothing about what was sent.
            .state = valueOf(states, row.value(5).toString(), State::Unknown),
            .problem = problemOf(row.value(6), row.value(7), row.value(8)),
            .changedAt = instantOf(row.value(9))};
}

} // namespace

LinkOrderTable::LinkOrderTable(Database &database)
    : m_database(database)
{
}

Result<Done> LinkOrderTable::put(const QList<LinkOrder> &orders)
{
    return m_database.durableTransaction([&]() -> Result<Done> {
        Statement write(m_database,
                        QStringLiteral("INSERT INTO link_orders (link, batch, event_type, event_type_name, label, state, problem_kind,"
                                       " problem_text, problem_status, changed_ms) VALUES (?,?,?,?,?,?,?,?,?,?)"
                                       " ON CONFLICT (link) DO UPDATE SET label = excluded.label, state = excluded.state,"
                                       " problem_kind = excluded.problem_kind, problem_text = excluded.problem_text,"
                                       " problem_status = excluded.problem_status, changed_ms = excluded.changed_ms"));
        for (const LinkOrder &order : orders) {
            const Result<Done> written
                = write.run(QVariantList{toColumn(order.link), toColumn(order.batch), toColumn(order.eventType),
                                         toColumn(order.eventTypeName), toColumn(order.label), wordOf(states, order.state)}
                            + problemColumns(order.problem) + QVariantList{toColumn(order.changedAt)});
            if (!written)
                return written;
        }
        return Done{};
    });
}

Result<Done> LinkOrderTable::remove(const QStringList &links)
{
    return m_database.durableTransaction([&]() -> Result<Done> {
        Statement write(m_database, QStringLiteral("DELETE FROM link_orders WHERE link = ?"));
        for (const QString &link : links) {
            if (const Result<Done> removed = write.run({toColumn(link)}); !removed)
                return removed;
        }
        return Done{};
    });
}

Result<Done> LinkOrderTable::settle(const QString &link, const QDateTime &now)
{
    Statement done(m_database,
                   QStringLiteral("UPDATE link_orders SET state = ?, problem_kind = '', problem_text = '', problem_status = 0,"
                                  " changed_ms = ? WHERE link = ? AND batch <> ''"));
    const Result<Done> written = done.run({wordOf(states, State::Made), toColumn(now), toColumn(link)});
    if (!written)
        return written;
    Statement gone(m_database, QStringLiteral("DELETE FROM link_orders WHERE link = ? AND batch = ''"));
    return gone.run({toColumn(link)});
}

Result<Done> LinkOrderTable::settleThoseInLedger(const QDateTime &now)
{
    QStringList found;
    Statement read(m_database, QStringLiteral("SELECT link FROM link_orders WHERE state <> ? AND link IN (SELECT id FROM links)"));
    Result<Done> step = read.forEach({wordOf(states, State::Made)}, [&found](const QSqlQuery &row) { found.append(row.value(0).toString()); });
    for (auto link = found.cbegin(); step && link != found.cend(); ++link)
        step = settle(*link, now);
    return step;
}

Result<QList<LinkOrder>> LinkOrderTable::batches() const
{
    return read(QStringLiteral("NOT INDEXED WHERE batch <> '' ORDER BY id"));
}

Result<QList<LinkOrder>> LinkOrderTable::unanswered() const
{
    return read(QStringLiteral("INDEXED BY link_orders_by_state WHERE state IN ('sending', 'unknown') ORDER BY id DESC"));
}

Result<QList<LinkOrder>> LinkOrderTable::read(const QString &where) const
{
    QList<LinkOrder> orders;
    Statement read(m_database,
                   QStringLiteral("SELECT link, batch, event_type, event_type_name, label, state, problem_kind, problem_text,"
                                  " problem_status, changed_ms FROM link_orders ")
                       + where);
    const Result<Done> done = read.forEach({}, [&orders](const QSqlQuery &row) { orders.append(orderOf(row)); });
    return done ? Result<QList<LinkOrder>>(orders) : Unexpected(done.error());
}
