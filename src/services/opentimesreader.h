// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "clock.h"
#include "eventtypeservice.h"
#include "result.h"

#include <QObject>

#include <optional>

/// Reads the times of one event type that can be booked in the coming 31 days. They are kept in memory only and with
/// their age, since somebody else may book one at any moment.
class OpenTimesReader : public QObject
{
    Q_OBJECT

public:
    static constexpr int days = EventTypeService::soonDays;

    /// `service` outlives it.
    OpenTimesReader(QUrl eventType, EventTypeService &service, Clock clock, QObject *parent);

    void take(const QList<OpenTime> &times); ///< as somebody else has just read them
    void read(); ///< changed() at once and when it ended; while one is on its way nothing is asked
    bool isReading() const { return m_reading; }
    const QList<OpenTime> &times() const { return m_times; } ///< as they were last read
    QDateTime readAt() const { return m_readAt; } ///< null before the first answer
    QDateTime until() const { return m_until; } ///< where what was read ends
    const std::optional<Error> &problem() const { return m_problem; } ///< of the last try

signals:
    void changed();

private:
    void keep(const Result<QList<OpenTime>> &answer, const QDateTime &asked);

    const QUrl m_eventType;
    EventTypeService &m_service;
    Clock m_clock;
    QList<OpenTime> m_times;
    QDateTime m_readAt;
    QDateTime m_until;
    std::optional<Error> m_problem;
    bool m_reading = false;
};
