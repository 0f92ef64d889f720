// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meeting.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QUrl>

#include <optional>

/// Meetings of which Calendly said a moment ago that they are canceled. An answer that was on its way meanwhile still calls them
/// active. Since a cancellation cannot be taken back (contract, section 14), it is the older word whenever it comes.
class RecentCancellations
{
public:
    void add(const QUrl &meeting, const std::optional<Cancellation> &cancellation);
    void clear() { m_known.clear(); }

    /// `answered` with what is known better; the same list where there is nothing.
    QList<Meeting> corrected(QList<Meeting> answered) const;

private:
    struct Known
    {
        std::optional<Cancellation> cancellation;
        QDeadlineTimer answersEnd; ///< of all that was asked for before
    };
    QHash<QUrl, Known> m_known;
};
