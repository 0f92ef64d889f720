// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"

#include <QList>
#include <QString>
#include <QTimeZone>

#include <chrono>
#include <optional>

/// What is known here of an event type's times, to say why one of them is not offered.
struct OfferFacts
{
    /// A meeting that takes time, or that is full for a group.
    struct Taken
    {
        TimeRange range;
        QString name; ///< foreign text; may be empty
        bool isFull = false; ///< a group meeting of the type itself without a place left
        int places = 0; ///< of that group meeting
        bool operator==(const Taken &) const = default;
    };

    QDateTime now;
    QDateTime readUntil; ///< the server was asked up to here
    std::chrono::minutes length{0};
    std::optional<AvailabilitySchedule> schedule; ///< whose hours the type keeps; nothing where that is not known
    QTimeZone zone = QTimeZone::utc(); ///< of the schedule
    QList<Taken> meetings;
    QList<BusyTime> busy; ///< without Calendly's own
    QList<TimeRange> busyUnknown; ///< where nobody can say what is busy
    QDateTime firstOffered; ///< the first open time; null where there is none
    QDateTime lastOffered;
    bool othersHost = false; ///< the hours of other people count as well
};

/// Why a time cannot be booked.
struct WhyNotOffered
{
    enum class Kind {
        Past,
        NotRead, ///< later than what was asked for
        DayClosed, ///< an override closes the date
        OverrideHours, ///< outside the hours that an override gives the date
        OutsideHours,
        Full,
        Meeting,
        BusyElsewhere,
        Reserved,
        BusyUnknown,
        Notice, ///< before the first time that is offered: most likely the shortest notice
        Horizon, ///< after the last one: most likely how far ahead one may book
        Unknown,
    };

    Kind kind = Kind::Unknown;
    QList<DayInterval> hours; ///< of the day, with the kinds about hours
    TimeRange taken; ///< by what, with the kinds about busy time
    QString name; ///< of the meeting
    int places = 0; ///< with Full
    bool operator==(const WhyNotOffered &) const = default;
};

/// Why nothing is offered at `start`: what is known first, and no guess where something is known.
WhyNotOffered whyNotOffered(const QDateTime &start, const OfferFacts &facts);
