// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "clock.h"
#include "result.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class AvailabilityApi;
class AvailabilityTable;
class EventTypesApi;

/// Working hours and busy times.
class AvailabilityService : public QObject
{
    Q_OBJECT

public:
    AvailabilityService(AvailabilityApi &api, EventTypesApi &eventTypes, AvailabilityTable &table, Clock clock,
                        QObject *parent = nullptr);
    ~AvailabilityService() override;

    QList<AvailabilitySchedule> schedules() const; ///< the default first
    void refreshSchedules(const QUrl &user, QObject *context, std::function<void(const Result<Done> &)> then);
    std::optional<Error> problem() const; ///< of reading schedules; nothing once it worked

    /// Event types that use `schedule`, asked from Calendly and remembered until schedules are read again, which
    /// changed() tells.
    void usedBy(const QUrl &user, const QUrl &schedule, QObject *context,
                std::function<void(const Result<QList<QUrl>> &)> then);

    /// What is known of busy times in a range. The past part of a range cannot be asked for (BEHAVIOUR 11.1): there
    /// only what was stored earlier is given.
    struct BusyTimes
    {
        QList<BusyTime> busy;
        QDateTime seenAt; ///< null: not known
        std::optional<Error>
            problem; ///< of the last try; with status 424 a calendar could not be read: unknown, not free
        /// What lies ahead and was never read, or what a calendar that cannot be read leaves open: nobody can say that
        /// it is free.
        QList<TimeRange> unknown;
    };
    BusyTimes busyTimes(const TimeRange &range) const;

    enum class Wish { ByView, ByUser };
    /// Reads busy times of the part of `range` that lies ahead; changed() follows, also when it failed. For a view that
    /// shows a range again and again, the same range is read once a minute at most.
    void refreshBusyTimes(const QUrl &user, const TimeRange &range, Wish wish = Wish::ByView);

    /// The store now holds another account's hours: answers that are on their way are not written to it.
    void forget();

signals:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};
