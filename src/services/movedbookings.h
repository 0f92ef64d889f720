// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reschedulechain.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

class MeetingsApi;
class MeetingTable;

/// The stories of moved bookings. Steps that are not stored, as they are older than what is read or another host's, can
/// be asked for; they are kept as long as the program runs, and never written down.
class MovedBookings : public QObject
{
    Q_OBJECT

public:
    MovedBookings(MeetingsApi &api, MeetingTable &meetings, QObject *parent = nullptr);
    ~MovedBookings() override;

    RescheduleChain chainOf(const QUrl &invitee) const;
    /// Asks for the steps that are unknown, each once; found() comes when one is there.
    void readUnknown(const RescheduleChain &chain);
    void forget(); ///< Another account's meetings are in the store.

signals:
    void found();

private:
    void read(const QUrl &invitee);
    void readTime(RescheduleStep step);
    void failed(const QUrl &invitee, bool passing);

    MeetingsApi &m_api;
    MeetingTable &m_meetings;
    std::unique_ptr<QObject> m_requests; ///< their context
    QHash<QUrl, RescheduleStep> m_steps;
    QSet<QUrl> m_asked;
};
