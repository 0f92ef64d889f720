// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "eventtype.h"
#include "eventtypehabits.h"

#include <QList>

#include <optional>

/// Event types as last seen, by position.
class EventTypeTable
{
public:
    explicit EventTypeTable(Database &database);

    EventTypeHabits habits() const { return EventTypeHabits(m_database); }

    /// Replaces the list by what the server listed; true when anything differs. Types that are no longer listed stay
    /// readable for old meetings, marked as deleted.
    Result<bool> replaceAll(const QList<EventType> &types);
    /// One type as the server gave it. A type that no list has named yet is kept for the meetings that refer to it, but
    /// does not appear in all().
    Result<Done> upsert(const EventType &type);

    QList<EventType> all() const; ///< those of the last list, without deleted ones, by position and name
    std::optional<EventType> eventType(const QUrl &uri) const;
    /// Types that meetings refer to and that are not stored, for fetching them one by one.
    QList<QUrl> unknownTypes(int limit) const;

private:
    Database &m_database;
};
