// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timerange.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QTime>
#include <QUrl>

/// Hours within one day, as a clock in the schedule's zone shows them. `to` of 24:00 is stored as 23:59:59.999.
struct DayInterval
{
    QTime from;
    QTime to;
    bool operator==(const DayInterval &) const = default;
};

/// Hours of a weekday, or of one date, which then beats the weekday (contract: schema AvailabilityRule).
struct AvailabilityRule
{
    int weekday = 0; ///< 1 Monday … 7 Sunday as in QDate; 0 for a date rule
    QDate date; ///< null for a weekday rule
    QList<DayInterval> intervals; ///< empty: closed
    bool operator==(const AvailabilityRule &) const = default;
};

/// A named set of working hours (contract: schema UserAvailabilitySchedule).
struct AvailabilitySchedule
{
    QUrl uri;
    QString name;
    bool isDefault = false;
    QUrl user;
    QString timezone; ///< IANA name as the server wrote it
    QList<AvailabilityRule> rules;
    bool operator==(const AvailabilitySchedule &) const = default;
};

/// The hours that `schedule` has on `date`: of the date's own rule, else of its weekday.
QList<DayInterval> hoursOn(const AvailabilitySchedule &schedule, QDate date);

/// A time in which nothing can be booked (contract: schema UserBusyTime). Times are UTC.
struct BusyTime
{
    enum class Kind { Calendly, Reserved, External };

    Kind kind = Kind::External;
    TimeRange range;
    QUrl meeting; ///< of Calendly entries
    bool operator==(const BusyTime &) const = default;
};

/// A time that can be booked (contract: schema EventTypeAvailableTime).
struct OpenTime
{
    QDateTime start;
    int inviteesRemaining = 1;
    QUrl schedulingUrl; ///< booking page of exactly this time
    bool operator==(const OpenTime &) const = default;
};
