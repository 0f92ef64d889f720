// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QString>

class PersonZoneTable;

/// Which time zone somebody lives in, by e-mail address.
class PersonZones
{
public:
    explicit PersonZones(PersonZoneTable &table);

    /// As it was last chosen, else as they last booked; an IANA name, or empty.
    QString zoneOf(const QString &email) const;
    Result<Done> setZone(const QString &email, const QString &zone);

private:
    PersonZoneTable &m_table;
};
