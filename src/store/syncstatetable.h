// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "organization.h"
#include "timerange.h"
#include "user.h"

#include <QDateTime>
#include <QList>

#include <optional>

/// How far the store has been filled, whose it is, and when the server was last reached.
class SyncStateTable
{
public:
    explicit SyncStateTable(Database &database);

    std::optional<User> user() const;
    std::optional<Organization> organization() const;
    Result<Done> setUser(const User &user);
    Result<Done> setOrganization(const Organization &organization);

    QDateTime lastSync() const; ///< when a check last came back whole; null before the first
    Result<Done> setLastSync(const QDateTime &when);

    /// Stretches of time (by start of meetings) that have been read whole, joined and in order.
    QList<TimeRange> covered() const;
    Result<Done> addCovered(const TimeRange &range);
    Result<Done> forgetCovered();
    Result<Done> forgetCovered(const TimeRange &range);
    /// From now on nothing before `moment` counts as read.
    Result<Done> forgetCoveredBefore(const QDateTime &moment);

    /// What was erased so long ago that Calendly has done the same by now is kept out no longer.
    Result<Done> endOldErasures(const QDateTime &now);

private:
    Database &m_database;
};
