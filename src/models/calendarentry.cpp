// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarentry.h"

#include "agendatext.h"

#include <QSet>

#include <algorithm>

namespace {

/// Both sides of every overlap: a block is marked whether it began first or second.
QSet<QUrl> overlapping(const QList<MeetingSummary> &meetings)
{
    QSet<QUrl> found;
    const Meeting *lasting = nullptr;
    for (const MeetingSummary &summary : meetings) {
        const Meeting &meeting = summary.meeting;
        if (meeting.canceled)
            continue;
        if (lasting && lasting->end > meeting.start)
            found << lasting->uri << meeting.uri;
        if (!lasting || meeting.end > lasting->end)
            lasting = &meeting;
    }
    return found;
}

} // namespace

QList<CalendarEntry> calendarEntries(const QList<MeetingSummary> &meetings, const AgendaSetting &setting)
{
    QList<MeetingSummary> sorted = meetings;
    std::stable_sort(sorted.begin(), sorted.end(), [](const MeetingSummary &one, const MeetingSummary &other) {
        return std::pair(one.meeting.start, one.meeting.end) < std::pair(other.meeting.start, other.meeting.end);
    });
    const QSet<QUrl> together = overlapping(sorted);
    // The agenda's rows say the same of each meeting; a day's head adds nothing here.
    QHash<QUrl, AgendaRow> rows;
    const QList<AgendaRow> all = agendaRows(sorted, setting);
    for (const AgendaRow &row : all) {
        if (row.kind == AgendaRow::Kind::Meeting)
            rows.insert(row.meeting, row);
    }
    QList<CalendarEntry> entries;
    entries.reserve(sorted.size());
    for (const MeetingSummary &summary : std::as_const(sorted)) {
        const Meeting &meeting = summary.meeting;
        const AgendaRow row = rows.value(meeting.uri);
        const bool group = isGroup(meeting);
        entries.append({.meeting = meeting.uri,
                        .start = meeting.start,
                        .end = meeting.end,
                        .title = group ? row.name : row.people,
                        .detail = group ? row.people : row.name,
                        .times = timeRangeText(meeting.start, meeting.end, setting.zone, setting.locale),
                        .startText = timeText(meeting.start, setting.zone, setting.locale),
                        .place = row.place,
                        .placeIcon = row.placeIcon,
                        .color = row.color,
                        .account = row.account,
                        .status = row.status,
                        .running = isRunning(meeting, setting.now),
                        .past = row.past,
                        .canceled = row.canceled,
                        .overlapping = together.contains(meeting.uri),
                        .spoken = row.spoken});
    }
    return entries;
}
