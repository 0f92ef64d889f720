// SPDX-License-Identifier: GPL-3.0-or-later
#include "moverows.h"

#include "statement.h"
#include "storedvalues.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

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
                              .newInvitee = urlOf(row.value(5))};
    });
    return step;
}

namespace {

/// Some bookings of a list, by their URIs.
struct Chosen
{
    QHash<QUrl, InviteeBrief *> invitees;
    QJsonArray uris;

    void add(InviteeBrief &invitee)
    {
        invitees.insert(invitee.uri, &invitee);
        uris.append(toColumn(invitee.uri));
    }
};

/// Calls `tell` with each of `chosen`, how many moves a booking in its chain is away, and when that one's meeting begins;
/// `next` is the column that leads on.
Result<Done> follow(Database &database, const Chosen &chosen, const QString &next, const std::function<void(InviteeBrief &, int, const QDateTime &)> &tell)
{
    if (chosen.uris.isEmpty())
        return Done{};
    // Ends after some steps, as bookings that name each other in a circle have neither a first nor a last one.
    Statement read(database,
                   QStringLiteral("WITH RECURSIVE moves(origin, uri, step) AS ("
                                  "SELECT i.uri, i.%1, 1 FROM json_each(?) AS wanted"
                                  " CROSS JOIN invitees AS i ON i.uri = wanted.value WHERE i.%1 <> ''"
                                  " UNION ALL SELECT moves.origin, i.%1, moves.step + 1 FROM moves"
                                  " CROSS JOIN invitees AS i ON i.uri = moves.uri WHERE i.%1 <> '' AND moves.step < 20)"
                                  " SELECT moves.origin, moves.step, m.start_ms FROM moves"
                                  " LEFT JOIN invitees AS i ON i.uri = moves.uri LEFT JOIN meetings AS m ON m.id = i.meeting_id").arg(next));
    return read.forEach({QString::fromUtf8(QJsonDocument(chosen.uris).toJson(QJsonDocument::Compact))}, [&](const QSqlQuery &row) {
        if (InviteeBrief *invitee = chosen.invitees.value(urlOf(row.value(0))))
            tell(*invitee, row.value(1).toInt(), instantOf(row.value(2)));
    });
}

} // namespace

Result<Done> fillMoves(Database &database, QList<MeetingSummary> &summaries)
{
    Chosen here;
    Chosen away;
    for (MeetingSummary &summary : summaries) {
        for (InviteeBrief &invitee : summary.invitees) {
            if (invitee.rescheduled)
                away.add(invitee);
            else if (invitee.movedHere && !invitee.canceled)
                here.add(invitee);
        }
    }
    const Result<Done> before = follow(database, here, QStringLiteral("old_invitee"), [](InviteeBrief &invitee, int step, const QDateTime &start) {
        if (step > invitee.timesMoved) {
            invitee.timesMoved = step;
            invitee.firstTime = start;
        }
    });
    if (!before)
        return before;
    QHash<QUrl, int> reached;
    return follow(database, away, QStringLiteral("new_invitee"), [&reached](InviteeBrief &invitee, int step, const QDateTime &start) {
        if (int &far = reached[invitee.uri]; step > far) {
            far = step;
            invitee.lastTime = start;
        }
    });
}
