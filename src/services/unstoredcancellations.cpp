// SPDX-License-Identifier: GPL-3.0-or-later
#include "unstoredcancellations.h"

void UnstoredCancellations::add(const Meeting &canceled)
{
    if (canceled.canceled)
        m_meetings.insert(canceled.uri, canceled);
}

void UnstoredCancellations::correct(Meeting &meeting) const
{
    const auto found = m_meetings.constFind(meeting.uri);
    if (found == m_meetings.cend())
        return;
    meeting.canceled = true;
    meeting.cancellation = found->cancellation;
}

void UnstoredCancellations::correct(std::optional<MeetingSummary> &found) const
{
    if (found)
        correct(found->meeting);
}

void UnstoredCancellations::correct(std::optional<MeetingDetails> &found) const
{
    if (found)
        correct(found->meeting);
}

void UnstoredCancellations::correct(QList<MeetingSummary> &found, bool onlyActive) const
{
    if (m_meetings.isEmpty())
        return;
    if (onlyActive)
        found.removeIf([this](const MeetingSummary &summary) { return m_meetings.contains(summary.meeting.uri); });
    for (MeetingSummary &summary : found)
        correct(summary.meeting);
}
