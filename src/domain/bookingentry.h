// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QUrl>

/// A booking that was sent from here, as it is written down before it leaves.
struct BookingEntry
{
    enum class State {
        Sending, ///< the request left, or is about to
        Unknown, ///< it may be booked or not: look before anything else
        Booked, ///< kept for a day without the person, to count what a plan allows
    };

    qint64 id = 0; ///< 0 before it is written down
    QUrl eventType;
    QString typeName;
    bool othersHost = false; ///< the meeting may be in a colleague's calendar alone
    QString name;
    QString email;
    QDateTime start;
    QDateTime sentAt;
    State state = State::Sending;
    bool operator==(const BookingEntry &) const = default;
};
