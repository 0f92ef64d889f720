// SPDX-License-Identifier: GPL-3.0-or-later
#include "personzones.h"

#include "personzonetable.h"

PersonZones::PersonZones(PersonZoneTable &table) : m_table(table) { }

QString PersonZones::zoneOf(const QString &email) const
{
    return m_table.zoneOf(email);
}

Result<Done> PersonZones::setZone(const QString &email, const QString &zone)
{
    return m_table.setZone(email, zone);
}
