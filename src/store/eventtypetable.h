// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "eventtype.h"

#include <QList>

#include <optional>

/// Event types as last seen, by position.
class EventTypeTable
{
public:
    explicit EventTypeTable(Database &database);

    /// Replaces the list by what the server listed; true when anything differs. Types that are no longer listed stay
    /// readable for old meetings, marked as deleted.
    Result<bool> replaceAll(const QList<EventType> &types);
    Result<Done> upsert(const EventType &type);

    QList<EventType> all() const; ///< without deleted ones
    std::optional<EventType> eventType(const QUrl &uri) const;
    /// Types that meetings refer to and that are not stored, for fetching them one by one.
    QList<QUrl> unknownTypes(int limit) const;

private:
    Database &m_database;
};
