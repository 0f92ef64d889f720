// SPDX-License-Identifier: GPL-3.0-or-later
#include "moverows.h"

#include "statement.h"
#include "storedvalues.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

std::optional<RescheduleStep> stepOf(Database &database, const QUrl &invitee)
{
    std::optional<RescheduleStep> step;
    Statement read(database,
                   QStringLiteral("SELECT m.uri, m.start_ms, m.end_ms, i.created_ms, i.old_invitee, i.new_invitee"
                                  " FROM invitees AS i JOIN meetings AS m ON m.id = i.meeting_id WHERE i.uri = ?"));
    read.forEach({toColumn(invitee)}, [&](const QSqlQuery &row) {
        step = RescheduleStep{.invitee = invitee,
                              .meeting = urlOf(row.value(0)),
                              .start = instantOf(row.value(1)),
                              .end = instantOf(row.value(2)),
                              .bookedAt = instantOf(row.value(3)),
                              .oldInvitee = urlOf(row.value(4)),
                              .newInvitee = urlOf(row.value(5)),
                              .stored = true};
    });
    return step;
}

Result<Done> fillMoves(Database &database, QList<MeetingSummary> &summaries)
{
    QHash<QUrl, InviteeBrief *> moved;
    QJsonArray uris;
    for (MeetingSummary &summary : summaries) {
        for (InviteeBrief &invitee : summary.invitees) {
            if (!invitee.movedHere || invitee.canceled)
                continue;
            moved.insert(invitee.uri, &invitee);
            uris.append(toColumn(invitee.uri));
        }
    }
    if (moved.isEmpty())
        return Done{};
    // Ends after some steps, as bookings that name each other in a circle have no first one.
    Statement read(database,
                   QStringLiteral("WITH RECURSIVE moves(origin, uri, step) AS ("
                                  "SELECT i.uri, i.old_invitee, 1 FROM json_each(?) AS wanted"
                                  " CROSS JOIN invitees AS i ON i.uri = wanted.value WHERE i.old_invitee <> ''"
                                  " UNION ALL SELECT moves.origin, i.old_invitee, moves.step + 1 FROM moves"
                                  " CROSS JOIN invitees AS i ON i.uri = moves.uri WHERE i.old_invitee <> '' AND moves.step < 20)"
                                  " SELECT moves.origin, moves.step, m.start_ms FROM moves"
                                  " LEFT JOIN invitees AS i ON i.uri = moves.uri LEFT JOIN meetings AS m ON m.id = i.meeting_id"));
    return read.forEach({QString::fromUtf8(QJsonDocument(uris).toJson(QJsonDocument::Compact))}, [&](const QSqlQuery &row) {
        InviteeBrief *invitee = moved.value(urlOf(row.value(0)));
        if (!invitee || row.value(1).toInt() <= invitee->timesMoved)
            return;
        invitee->timesMoved = row.value(1).toInt();
        invitee->firstTime = instantOf(row.value(2));
    });
}
