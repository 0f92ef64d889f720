// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "eventtype.h"
#include "whynotoffered.h"

#include <QObject>

struct MainWindowParts;

/// Gathers what is known here of why times of an event type are not offered: its hours, meetings, busy times.
class OfferSource : public QObject
{
    Q_OBJECT

public:
    /// `parts` outlive it.
    OfferSource(EventType type, const MainWindowParts &parts, QObject *parent);

    /// Asks for what is not known yet of the stretch up to `until`; changed() follows.
    void read(const QDateTime &until);
    /// What is known now, with the times that are offered.
    OfferFacts facts(const QList<OpenTime> &times, const QDateTime &until) const;

signals:
    void changed();

private:
    void findSchedule();
    bool ownTimeDecides() const; ///< a busy time of mine closes the event type's
    void addMeetings(OfferFacts &facts) const;

    const EventType m_type;
    const MainWindowParts &m_parts;
    std::optional<AvailabilitySchedule> m_schedule;
};
