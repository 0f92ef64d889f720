// SPDX-License-Identifier: GPL-3.0-or-later
#include "personzonetable.h"

#include "statement.h"
#include "storedvalues.h"

PersonZoneTable::PersonZoneTable(Database &database) : m_database(database) { }

QString PersonZoneTable::zoneOf(const QString &email) const
{
    QString zone;
    const QString folded = foldedEmail(email);
    if (folded.isEmpty())
        return zone;
    Statement chosen(m_database, QStringLiteral("SELECT zone FROM person_zones WHERE email = ?"));
    chosen.forEach({folded}, [&zone](const QSqlQuery &row) { zone = row.value(0).toString(); });
    if (!zone.isEmpty())
        return zone;
    Statement booked(m_database,
                     QStringLiteral("SELECT i.timezone FROM invitees AS i INDEXED BY invitees_by_email"
                                    " CROSS JOIN meetings AS m ON m.id = i.meeting_id"
                                    " WHERE i.email_folded = ? AND i.email_folded <> '' AND i.timezone <> ''"
                                    " ORDER BY m.start_ms DESC LIMIT 1"));
    booked.forEach({folded}, [&zone](const QSqlQuery &row) { zone = row.value(0).toString(); });
    return zone;
}

Result<Done> PersonZoneTable::setZone(const QString &email, const QString &zone)
{
    Statement write(m_database, QStringLiteral("INSERT INTO person_zones (email, zone) VALUES (?,?) ON CONFLICT(email) DO UPDATE SET zone = excluded.zone"));
    return write.run({foldedEmail(email), toColumn(zone)});
}
