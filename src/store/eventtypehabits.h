// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "eventtypeuse.h"

#include <QHash>
#include <QMap>
#include <QUrl>

/// What this user does with the event types: which are under a digit, and which are used.
class EventTypeHabits
{
public:
    explicit EventTypeHabits(Database &database);

    QMap<int, QUrl> pins() const; ///< by digit, 1 to 9
    /// Puts the type under `digit`, in place of what was there, and away from another digit of its own.
    Result<Done> pin(const QUrl &eventType, int digit);
    Result<Done> unpin(const QUrl &eventType);

    /// Links made here and meetings that took place since `since`, by event type.
    QHash<QUrl, EventTypeUse> uses(const QDateTime &since, const QDateTime &now) const;

private:
    Database &m_database;
};
