// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefill.h"

#include "benchserver.h"
#include "database.h"
#include "meetingtable.h"
#include "statement.h"

#include <QDirIterator>

namespace {

constexpr int daysOfServer = 721; // what the server holds of one person, end to end

QUrl renamed(const QUrl &url, int copy)
{
    return url.isEmpty() ? url : QUrl(url.toString() + QStringLiteral("-%1").arg(copy));
}

Booked earlier(Booked booked, int copy)
{
    const qint64 days = qint64(copy) * daysOfServer;
    booked.meeting.uri = renamed(booked.meeting.uri, copy);
    booked.meeting.start = booked.meeting.start.addDays(-days);
    booked.meeting.end = booked.meeting.end.addDays(-days);
    for (Invitee &invitee : booked.invitees) {
        invitee.uri = renamed(invitee.uri, copy);
        invitee.meeting = booked.meeting.uri;
        invitee.oldInvitee = renamed(invitee.oldInvitee, copy);
        invitee.newInvitee = renamed(invitee.newInvitee, copy);
    }
    return booked;
}

/// How many pieces of the index pile up before SQLite joins them. One is written for each meeting here, and joining them as
/// they come takes longer than everything else.
void letPile(Database &database, int joinFrom, int joinAtOnce)
{
    Statement(database, QStringLiteral("INSERT INTO search (search, rank) VALUES ('automerge', ?)")).run({joinFrom});
    Statement(database, QStringLiteral("INSERT INTO search (search, rank) VALUES ('crisismerge', ?)")).run({joinAtOnce});
}

} // namespace

void fillStore(const QString &profile, BenchServer &server, int size)
{
    QDirIterator files(profile, {QStringLiteral("*.sqlite")}, QDir::Files, QDirIterator::Subdirectories);
    Database database;
    if (!files.hasNext() || !database.open(files.next()))
        return;
    MeetingTable table(database, systemClock());
    const QList<Booked> all = server.booked();
    int stored = 0;
    letPile(database, 0, 256); // SQLite takes two thousand at most
    for (int copy = 0; stored < size && !all.isEmpty(); ++copy) {
        const Result<Done> filled = database.transaction([&]() -> Result<Done> {
            QList<Meeting> meetings;
            for (qsizetype i = 0; i < all.size() && stored < size; ++i, ++stored)
                meetings.append(copy > 0 ? earlier(all.at(i), copy).meeting : all.at(i).meeting);
            Result<Done> done = Done{};
            if (const auto written = table.upsert(meetings); !written)
                return Unexpected(written.error());
            for (qsizetype i = 0; done && i < meetings.size(); ++i)
                done = table.setInvitees(meetings.at(i).uri, copy > 0 ? earlier(all.at(i), copy).invitees : all.at(i).invitees);
            return done;
        });
        if (!filled)
            qFatal("The store could not be filled: %s", qPrintable(filled.error().message));
    }
    letPile(database, 4, 16); // as SQLite has them by itself
    Statement(database, QStringLiteral("INSERT INTO search (search) VALUES ('optimize')")).run();
}
