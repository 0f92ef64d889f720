// SPDX-License-Identifier: GPL-3.0-or-later
#include "inviteewriter.h"

#include "changerows.h"
#include "erasure.h"
#include "erasurefilter.h"
#include "erasuremarks.h"
#include "inviteerows.h"
#include "linktable.h"
#include "meetingchanges.h"
#include "meetingupsert.h"
#include "searchindex.h"
#include "statement.h"
#include "storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

namespace {

/// What is needed of a meeting to store its invitees.
struct InviteesHost
{
    qint64 id = 0;
    qint64 startMs = 0;
    bool canceled = false;
    int inviteesState = NeverRead;
};

Result<std::optional<InviteesHost>> hostOf(Database &database, const QUrl &meeting)
{
    std::optional<InviteesHost> host;
    Statement find(database,
                   QStringLiteral("SELECT id, canceled, invitees_state, start_ms FROM meetings WHERE uri = ?"));
    const Result<Done> done = find.forEach({toColumn(meeting)}, [&](const QSqlQuery &row) {
        host = InviteesHost{.id = row.value(0).toLongLong(),
                            .startMs = row.value(3).toLongLong(),
                            .canceled = row.value(1).toBool(),
                            .inviteesState = row.value(2).toInt()};
    });
    if (!done)
        return Unexpected(done.error());
    return host;
}

/// Keeps what `invitees` say otherwise than those who are stored; nothing when they are read for the first time.
Result<Done> keepPeopleChanges(Database &database, const QUrl &meeting, const InviteesHost &host,
                               const QList<Invitee> &invitees, const QDateTime &now)
{
    if (host.inviteesState == NeverRead)
        return Done{};
    QList<Invitee> before;
    Statement read(database, inviteesWhere(QStringLiteral("m.uri = ?")));
    const Result<Done> done
        = read.forEach({toColumn(meeting)}, [&](const QSqlQuery &row) { before.append(inviteeOf(row)); });
    if (!done)
        return done;
    return addChanges(database, meeting, changesBetween(before, invitees, host.canceled, now));
}

} // namespace

Result<Done> storeInvitees(Database &database, SearchIndex &index, const QUrl &meeting, const QList<Invitee> &invitees,
                           const QDateTime &now)
{
    const Result<std::optional<InviteesHost>> host = hostOf(database, meeting);
    if (!host || !*host)
        return host ? Result<Done>(Done{}) : Unexpected(host.error());
    // A link is used, whoever did it.
    LinkTable links(database);
    Result<Done> done = Done{};
    for (auto invitee = invitees.cbegin(); done && invitee != invitees.cend(); ++invitee)
        done = links.markBooked(invitee->tracking.utmContent, invitee->uri);
    ErasureFilter erased(database, now);
    const Result<QList<Invitee>> left = done ? erased.keptOf(invitees) : Unexpected(done.error());
    if (!left)
        return Unexpected(left.error());
    if (left->size() < invitees.size()) {
        ErasureMarks marks(database, erased.erasedAt());
        done = left->isEmpty() ? marks.addMeeting((*host)->id) : marks.addPart((*host)->id);
    }
    if (done && left->isEmpty() && !invitees.isEmpty())
        return eraseStored(database, index, {.id = (*host)->id, .uri = toColumn(meeting), .startMs = (*host)->startMs});
    if (done)
        done = keepPeopleChanges(database, meeting, **host, *left, now);
    QJsonArray kept;
    for (auto invitee = left->cbegin(); done && invitee != left->cend(); ++invitee) {
        kept.append(toColumn(invitee->uri));
        done = storeInvitee(database, (*host)->id, *invitee);
    }
    if (!done)
        return done;
    Statement remove(database,
                     QStringLiteral("DELETE FROM invitees WHERE meeting_id = ?"
                                    " AND uri NOT IN (SELECT value FROM json_each(?))"));
    done = remove.run({(*host)->id, QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact))});
    if (!done)
        return done;
    Statement mark(database, QStringLiteral("UPDATE meetings SET invitees_state = ? WHERE id = ?"));
    done = mark.run({int(UpToDate), (*host)->id});
    return done ? index.put((*host)->id) : done;
}

Result<Done> replaceInvitee(Database &database, SearchIndex &index, const Invitee &before, const Invitee &invitee,
                            const QDateTime &now)
{
    const Result<std::optional<InviteesHost>> host = hostOf(database, before.meeting);
    if (!host || !*host)
        return host ? Result<Done>(Done{}) : Unexpected(host.error());
    Result<Done> done
        = addChanges(database, before.meeting, changesBetween({before}, {invitee}, (*host)->canceled, now));
    if (done)
        done = storeInvitee(database, (*host)->id, invitee);
    return done ? index.put((*host)->id) : done;
}
