// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "clock.h"
#include "eventtype.h"
#include "eventtypeuse.h"
#include "result.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

class EventTypesApi;
class EventTypeTable;

/// Event types: what is stored, and the times that can be booked.
class EventTypeService : public QObject
{
    Q_OBJECT

public:
    EventTypeService(EventTypesApi &api, EventTypeTable &table, Clock clock, QObject *parent = nullptr);
    ~EventTypeService() override;

    QList<EventType> eventTypes() const; ///< by position
    std::optional<EventType> eventType(const QUrl &uri) const;

    /// Reads the list again; `then` may be empty.
    void refresh(const QUrl &user, QObject *context, std::function<void(const Result<Done> &)> then);
    /// Reads types that stored meetings refer to and that are not in the list (deleted, a colleague's).
    void fetchUnknown();
    /// Reads one type that is not stored; changed() follows. One that cannot be had is not asked for again.
    void fetch(const QUrl &eventType);

    static constexpr int soonDays = 31; ///< a type without times for so long is as good as off

    /// Times that can be booked in the coming `days` days.
    void openTimes(const QUrl &eventType, int days, QObject *context,
                   std::function<void(const Result<QList<OpenTime>> &)> then);

    /// Types that had no time in the coming soonDays when they were last asked for; kept while the program runs.
    QSet<QUrl> withoutTimes() const;

    QMap<int, EventType> pins() const; ///< by digit, 1 to 9; types that are gone are left out
    /// Puts the type under the first free digit; an error of kind Conflict when all nine are taken.
    Result<int> pin(const QUrl &eventType);
    Result<Done> pinAt(const QUrl &eventType, int digit); ///< in place of what was there
    Result<Done> unpin(const QUrl &eventType);
    /// Links made here and meetings that took place in the last 30 days.
    QHash<QUrl, EventTypeUse> uses() const;

    /// The last problem of refresh(), for pages that have nothing to show; nothing once it worked.
    std::optional<Error> problem() const;

    /// The store now holds another account's event types: answers that are on their way are not written to it.
    void forget();

signals:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};
