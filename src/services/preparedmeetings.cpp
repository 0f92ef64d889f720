// SPDX-License-Identifier: GPL-3.0-or-later
#include "preparedmeetings.h"

#include "meetingtable.h"

#include <optional>

std::function<PreparedMeetings()> preparationOf(const QList<Meeting> &meetings, const MeetingTable &table, int revision)
{
    QList<QUrl> uris;
    for (const Meeting &meeting : meetings)
        uris.append(meeting.uri);
    const QList<std::optional<QByteArray>> stored = table.fingerprints(uris);
    struct Differing
    {
        Meeting meeting;
        QByteArray fingerprint;
        MeetingRecord::Row row;
    };
    QList<Differing> differing;
    for (qsizetype i = 0; i < meetings.size(); ++i) {
        const QByteArray fingerprint = fingerprintAsSent(meetings.at(i));
        const std::optional<QByteArray> &row = stored.at(i);
        if (!row)
            differing.append({meetings.at(i), fingerprint, MeetingRecord::Row::New});
        else if (fingerprint.isEmpty() || *row != fingerprint)
            differing.append({meetings.at(i), fingerprint, MeetingRecord::Row::Stored});
    }
    return [differing, revision] {
        PreparedMeetings prepared{.records = {}, .revision = revision};
        for (const Differing &one : differing)
            prepared.records.append({one.meeting, one.fingerprint, one.row});
        return prepared;
    };
}
