// SPDX-License-Identifier: GPL-3.0-or-later
#include "recentanswers.h"

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::minutes longestListing = 2min; ///< its deadline, and its time in the line to the store
} // namespace

void RecentAnswers::canceled(const QUrl &meeting, const std::optional<Cancellation> &cancellation)
{
    m_canceled.removeIf([](const QHash<QUrl, Canceled>::iterator &entry) { return entry->listingsEnd.hasExpired(); });
    m_canceled.insert(meeting, {cancellation, QDeadlineTimer(longestListing)});
}

void RecentAnswers::found(const QUrl &meeting)
{
    m_found.removeIf([](const QHash<QUrl, QDeadlineTimer>::iterator &entry) { return entry->hasExpired(); });
    m_found.insert(meeting, QDeadlineTimer(longestListing));
}

void RecentAnswers::clear()
{
    m_canceled.clear();
    m_found.clear();
}

QList<Meeting> RecentAnswers::corrected(QList<Meeting> listed) const
{
    if (m_canceled.isEmpty())
        return listed;
    for (Meeting &meeting : listed) {
        const auto known = m_canceled.constFind(meeting.uri);
        if (meeting.canceled || known == m_canceled.cend() || known->listingsEnd.hasExpired())
            continue;
        meeting.canceled = true;
        meeting.cancellation = known->cancellation;
    }
    return listed;
}

QList<QUrl> RecentAnswers::standing() const
{
    QList<QUrl> meetings;
    for (auto entry = m_found.cbegin(); entry != m_found.cend(); ++entry) {
        if (!entry->hasExpired())
            meetings.append(entry.key());
    }
    return meetings;
}
