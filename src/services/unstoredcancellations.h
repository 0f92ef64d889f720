// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"

#include <QHash>
#include <QUrl>

#include <optional>

/// Cancellations that Calendly confirmed and this computer could not store, because the disk is full: as long as the program
/// runs, the stored meetings are shown as what they are. The next answer about such a meeting that can be stored ends it.
class UnstoredCancellations
{
public:
    void add(const Meeting &canceled);
    void stored(const QUrl &meeting) { m_meetings.remove(meeting); }
    void clear() { m_meetings.clear(); }

    void correct(Meeting &meeting) const;
    void correct(std::optional<MeetingSummary> &found) const;
    void correct(std::optional<MeetingDetails> &found) const;
    /// Where only active ones are wanted, they go.
    void correct(QList<MeetingSummary> &found, bool onlyActive) const;

private:
    QHash<QUrl, Meeting> m_meetings;
};
