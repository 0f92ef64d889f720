// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypehabits.h"

#include "statement.h"
#include "storedvalues.h"

#include <algorithm>

EventTypeHabits::EventTypeHabits(Database &database)
    : m_database(database)
{
}

QMap<int, QUrl> EventTypeHabits::pins() const
{
    QMap<int, QUrl> pins;
    Statement read(m_database, QStringLiteral("SELECT digit, event_type FROM event_type_pins ORDER BY digit"));
    read.forEach({}, [&pins](const QSqlQuery &row) { pins.insert(row.value(0).toInt(), urlOf(row.value(1))); });
    return pins;
}

Result<Done> EventTypeHabits::pin(const QUrl &eventType, int digit)
{
    return m_database.durableTransaction([&]() -> Result<Done> {
        Statement write(m_database, QStringLiteral("INSERT OR REPLACE INTO event_type_pins (digit, event_type) VALUES (?, ?)"));
        return write.run({digit, toColumn(eventType)});
    });
}

Result<Done> EventTypeHabits::unpin(const QUrl &eventType)
{
    return m_database.durableTransaction([&] {
        Statement write(m_database, QStringLiteral("DELETE FROM event_type_pins WHERE event_type = ?"));
        return write.run({toColumn(eventType)});
    });
}

QHash<QUrl, EventTypeUse> EventTypeHabits::uses(const QDateTime &since, const QDateTime &now) const
{
    QHash<QUrl, EventTypeUse> uses;
    const auto add = [&uses](const QSqlQuery &row) {
        EventTypeUse &use = uses[urlOf(row.value(0))];
        use.times += row.value(1).toInt();
        const QDateTime last = instantOf(row.value(2));
        use.last = use.last.isValid() ? std::max(use.last, last) : last;
    };
    Statement links(m_database,
                    QStringLiteral("SELECT event_type, count(*), max(created_ms) FROM links INDEXED BY links_by_creation"
                                   " WHERE created_ms > ? GROUP BY event_type"));
    links.forEach({toColumn(since)}, add);
    Statement meetings(m_database,
                       QStringLiteral("SELECT t.uri, count(*), max(m.start_ms) FROM meetings m INDEXED BY meetings_by_status"
                                      " JOIN event_types t ON t.id = m.event_type_id"
                                      " WHERE m.canceled = 0 AND m.start_ms > ? AND m.start_ms <= ? GROUP BY t.uri"));
    meetings.forEach({toColumn(since), toColumn(now)}, add);
    return uses;
}
