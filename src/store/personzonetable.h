// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

/// The time zones of people, by e-mail address.
class PersonZoneTable
{
public:
    explicit PersonZoneTable(Database &database);

    /// The zone that was chosen for the person, else that of their last booking; empty where neither is known.
    QString zoneOf(const QString &email) const;
    Result<Done> setZone(const QString &email, const QString &zone);

private:
    Database &m_database;
};
