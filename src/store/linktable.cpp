// SPDX-License-Identifier: GPL-3.0-or-later
#include "linktable.h"

#include "linkordertable.h"
#include "statement.h"
#include "storedvalues.h"

#include <algorithm>

LinkTable::LinkTable(Database &database)
    : m_database(database)
{
}

Result<Done> LinkTable::add(const SchedulingLink &link)
{
    return m_database.durableTransaction([&] {
        Statement write(m_database,
                        QStringLiteral("INSERT INTO links (id, booking_url, event_type, event_type_name, label,"
                                       " tracking_token, created_ms, expires_ms) VALUES (?,?,?,?,?,?,?,?)"));
        const Result<Done> written
            = write.run({toColumn(link.id), toColumn(link.bookingUrl), toColumn(link.eventType), toColumn(link.eventTypeName),
                         toColumn(link.label), toColumn(link.trackingToken), toColumn(link.createdAt), toColumn(link.expiresAt)});
        return written ? LinkOrderTable(m_database).settle(link.id, link.createdAt) : written;
    });
}

Result<Done> LinkTable::countCopy(const QString &id, const QDateTime &now)
{
    Statement write(m_database,
                    QStringLiteral("INSERT INTO link_copies (link, times, last_ms) VALUES (?, 1, ?)"
                                   " ON CONFLICT (link) DO UPDATE SET times = times + 1, last_ms = excluded.last_ms"));
    return write.run({toColumn(id), toColumn(now)});
}

Result<Done> LinkTable::setLabel(const QString &id, const QString &label)
{
    return m_database.durableTransaction([&] {
        Statement write(m_database, QStringLiteral("UPDATE links SET label = ? WHERE id = ?"));
        const Result<Done> written = write.run({toColumn(label), toColumn(id)});
        if (!written || write.changedRows() > 0)
            return written;
        Statement order(m_database, QStringLiteral("UPDATE link_orders SET label = ? WHERE link = ?"));
        return order.run({toColumn(label), toColumn(id)});
    });
}

QList<SchedulingLink> LinkTable::links(int limit) const
{
    QList<SchedulingLink> links;
    Statement read(m_database,
                   QStringLiteral("SELECT id, booking_url, event_type, event_type_name, label, tracking_token,"
                                  " created_ms, expires_ms FROM links ORDER BY created_ms DESC, rowid DESC LIMIT ?"));
    read.forEach({std::max(limit, 0)}, [&](const QSqlQuery &row) {
        links.append({.id = row.value(0).toString(),
                      .bookingUrl = urlOf(row.value(1)),
                      .eventType = urlOf(row.value(2)),
                      .eventTypeName = row.value(3).toString(),
                      .label = row.value(4).toString(),
                      .trackingToken = row.value(5).toString(),
                      .createdAt = instantOf(row.value(6)),
                      .expiresAt = instantOf(row.value(7))});
    });
    return links;
}

Result<Done> LinkTable::markBooked(const QString &trackingToken, const QUrl &invitee)
{
    if (trackingToken.isEmpty())
        return Done{};
    Statement news(m_database,
                   QStringLiteral("INSERT OR IGNORE INTO link_news (link) SELECT id FROM links INDEXED BY links_by_token"
                                  " WHERE tracking_token = ? AND tracking_token <> '' AND booked_by = ''"));
    if (const Result<Done> noted = news.run({trackingToken}); !noted)
        return noted;
    // The first who came keeps it: an invitee who moved a booking comes back with the same token.
    Statement write(m_database,
                    QStringLiteral("UPDATE links INDEXED BY links_by_token SET booked_by = ?"
                                   " WHERE tracking_token = ? AND tracking_token <> '' AND booked_by = ''"));
    return write.run({toColumn(invitee), trackingToken});
}

QString LinkTable::labelOf(const QString &trackingToken) const
{
    QString label;
    if (trackingToken.isEmpty())
        return label;
    Statement read(m_database,
                   QStringLiteral("SELECT label FROM links INDEXED BY links_by_token"
                                  " WHERE tracking_token = ? AND tracking_token <> ''"));
    read.forEach({trackingToken}, [&](const QSqlQuery &row) { label = row.value(0).toString(); });
    return label;
}

QUrl LinkTable::bookedBy(const QString &id) const
{
    QUrl invitee;
    Statement read(m_database, QStringLiteral("SELECT booked_by FROM links WHERE id = ?"));
    read.forEach({toColumn(id)}, [&](const QSqlQuery &row) { invitee = urlOf(row.value(0)); });
    return invitee;
}
