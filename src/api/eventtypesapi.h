// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "eventtype.h"
#include "pagedlist.h"

#include <memory>
#include <optional>

/// Event types and the times that can be booked.
class EventTypesApi
{
public:
    explicit EventTypesApi(RestClient &client);

    struct Query
    {
        QUrl user;
        QUrl organization;
        QUrl availabilitySchedule; ///< only together with `user` (BEHAVIOUR 10.10)
        std::optional<bool> active;
        std::optional<bool> adminManaged;
        QString sort; ///< "position:asc"; empty for the server's order
    };

    void list(const Query &query, Urgency urgency, QObject *context, ListingThen<EventType> then);
    void eventType(const QUrl &eventType, Urgency urgency, QObject *context,
                   std::function<void(const Result<EventType> &)> then);

    /// Times that can be booked in `range`, which begins in the future; asked in pieces of 31 days, or of 7 where the
    /// server refuses more (BEHAVIOUR 1.1).
    void openTimes(const QUrl &eventType, const TimeRange &range, QObject *context,
                   std::function<void(const Result<QList<OpenTime>> &)> then);

private:
    RestClient &m_client;
    std::shared_ptr<int> m_pieceDays; ///< how much the server was found to answer at once; outlives this in callbacks
};
