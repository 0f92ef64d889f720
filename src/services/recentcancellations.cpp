// SPDX-License-Identifier: GPL-3.0-or-later
#include "recentcancellations.h"

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::minutes longestAnswer = 2min; ///< its deadline, and its time in the line to the store
} // namespace

void RecentCancellations::add(const QUrl &meeting, const std::optional<Cancellation> &cancellation)
{
    m_known.removeIf([](const QHash<QUrl, Known>::iterator &entry) { return entry->answersEnd.hasExpired(); });
    m_known.insert(meeting, {cancellation, QDeadlineTimer(longestAnswer)});
}

QList<Meeting> RecentCancellations::corrected(QList<Meeting> answered) const
{
    if (m_known.isEmpty())
        return answered;
    for (Meeting &meeting : answered) {
        const auto known = m_known.constFind(meeting.uri);
        if (meeting.canceled || known == m_known.cend() || known->answersEnd.hasExpired())
            continue;
        meeting.canceled = true;
        meeting.cancellation = known->cancellation;
    }
    return answered;
}
