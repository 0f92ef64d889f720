// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meeting.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QUrl>

#include <optional>

/// What Calendly said a moment ago of single meetings that were changed or asked for here. A listing that was on its way
/// meanwhile knows less: it calls a meeting active that is canceled, which cannot be taken back (contract, section 14), and
/// lacks one that was booked.
class RecentAnswers
{
public:
    void canceled(const QUrl &meeting, const std::optional<Cancellation> &cancellation);
    void found(const QUrl &meeting);
    void clear();

    /// `listed` with what is known better.
    QList<Meeting> corrected(QList<Meeting> listed) const;
    /// Those that stand, whether or not they are listed.
    QList<QUrl> standing() const;

private:
    struct Canceled
    {
        std::optional<Cancellation> cancellation;
        QDeadlineTimer listingsEnd; ///< of all that was asked for before
    };
    QHash<QUrl, Canceled> m_canceled;
    QHash<QUrl, QDeadlineTimer> m_found;
};
