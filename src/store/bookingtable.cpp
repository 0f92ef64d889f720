// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingtable.h"

#include "statement.h"
#include "storedvalues.h"

namespace {

using State = BookingEntry::State;

QString wordFor(State state)
{
    switch (state) {
    case State::Sending: return QStringLiteral("sending");
    case State::Unknown: return QStringLiteral("unknown");
    case State::Booked: return QStringLiteral("booked");
    }
    return {};
}

/// A word that is not ours says nothing about what was sent.
State stateOf(const QString &word)
{
    for (const State state : {State::Sending, State::Booked}) {
        if (word == wordFor(state))
            return state;
    }
    return State::Unknown;
}

} // namespace

BookingTable::BookingTable(Database &database) : m_database(database) { }

Result<qint64> BookingTable::add(const BookingEntry &entry)
{
    qint64 id = 0;
    const Result<Done> written = m_database.durableTransaction([&]() -> Result<Done> {
        Statement write(m_database,
                        QStringLiteral("INSERT INTO bookings (event_type, type_name, others_host, name, email, start_ms, sent_ms, state)"
                                       " VALUES (?,?,?,?,?,?,?,?)"));
        const Result<Done> done = write.run({toColumn(entry.eventType), toColumn(entry.typeName), entry.othersHost, toColumn(entry.name),
                                             toColumn(entry.email), toColumn(entry.start), toColumn(entry.sentAt), wordFor(entry.state)});
        id = write.newId();
        return done;
    });
    return written ? Result<qint64>(id) : Unexpected(written.error());
}

Result<Done> BookingTable::setState(qint64 id, State state)
{
    return m_database.durableTransaction([&]() -> Result<Done> {
        if (state != State::Booked)
            return Statement(m_database, QStringLiteral("UPDATE bookings SET state = ? WHERE id = ?")).run({wordFor(state), id});
        return Statement(m_database, QStringLiteral("UPDATE bookings SET state = ?, name = '', email = '' WHERE id = ?")).run({wordFor(state), id});
    });
}

Result<Done> BookingTable::remove(qint64 id)
{
    return m_database.durableTransaction([&] { return Statement(m_database, QStringLiteral("DELETE FROM bookings WHERE id = ?")).run({id}); });
}

Result<QList<BookingEntry>> BookingTable::open() const
{
    QList<BookingEntry> entries;
    Statement read(m_database,
                   QStringLiteral("SELECT id, event_type, type_name, others_host, name, email, start_ms, sent_ms, state FROM bookings"
                                  " WHERE state <> 'booked' ORDER BY id"));
    const Result<Done> done = read.forEach({}, [&entries](const QSqlQuery &row) {
        entries.append({.id = row.value(0).toLongLong(),
                        .eventType = urlOf(row.value(1)),
                        .typeName = row.value(2).toString(),
                        .othersHost = row.value(3).toBool(),
                        .name = row.value(4).toString(),
                        .email = row.value(5).toString(),
                        .start = instantOf(row.value(6)),
                        .sentAt = instantOf(row.value(7)),
                        .state = stateOf(row.value(8).toString())});
    });
    return done ? Result<QList<BookingEntry>>(entries) : Unexpected(done.error());
}

int BookingTable::countSince(const QDateTime &moment) const
{
    int count = 0;
    Statement read(m_database, QStringLiteral("SELECT count(*) FROM bookings INDEXED BY bookings_by_sent WHERE sent_ms >= ?"));
    read.forEach({toColumn(moment)}, [&count](const QSqlQuery &row) { count = row.value(0).toInt(); });
    return count;
}

Result<Done> BookingTable::forgetBookedBefore(const QDateTime &moment)
{
    Statement write(m_database, QStringLiteral("DELETE FROM bookings INDEXED BY bookings_by_sent WHERE sent_ms < ? AND state = 'booked'"));
    return write.run({toColumn(moment)});
}
