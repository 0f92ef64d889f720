// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "timerange.h"

#include <QList>
#include <QStringList>

/// What Calendly was asked to delete: people, or where there are none, the meetings that start in `range`.
struct ErasureOrder
{
    qint64 id = 0;
    QStringList emails;
    TimeRange range;
    bool accepted = false; ///< by Calendly, as far as is known
};

/// The journal of what is to go from here because Calendly was asked to delete it. What is written here is on the disk when
/// the call returns, so that a crash leaves nothing here that was to go.
class ErasureOrderTable
{
public:
    explicit ErasureOrderTable(Database &database);

    Result<qint64> add(const ErasureOrder &order); ///< its id
    Result<Done> setAccepted(qint64 id);
    Result<Done> remove(qint64 id);
    Result<QList<ErasureOrder>> orders() const; ///< in the order in which they were sent

private:
    Database &m_database;
};
