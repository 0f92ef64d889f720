// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefill.h"

#include "benchserver.h"
#include "database.h"
#include "meetingtable.h"
#include "statement.h"

#include <QDirIterator>

namespace {

constexpr int atOnce = 500; // SQLite keeps what it may have to undo in a list that it walks through at each statement
constexpr int daysOfServer = 721; // what the server holds of one person, end to end

QUrl renamed(const QUrl &url, int copy)
{
    return url.isEmpty() ? url : QUrl(url.toString() + QStringLiteral("-%1").arg(copy));
}

/// A copy of `booked`, so many lengths of the server's time ago; itself for none.
Booked earlier(Booked booked, int copy)
{
    if (copy == 0)
        return booked;
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
    qsizetype stored = 0;
    letPile(database, 0, 256); // SQLite takes two thousand at most
    while (stored < size && !all.isEmpty()) {
        const Result<Done> filled = database.transaction([&]() -> Result<Done> {
            QList<Booked> some;
            for (; some.size() < atOnce && stored < size; ++stored)
                some.append(earlier(all.at(stored % all.size()), int(stored / all.size())));
            QList<Meeting> meetings;
            for (const Booked &booked : std::as_const(some))
                meetings.append(booked.meeting);
            Result<Done> done = Done{};
            if (const auto written = table.upsert(meetings); !written)
                return Unexpected(written.error());
            for (auto booked = some.cbegin(); done && booked != some.cend(); ++booked)
                done = table.setInvitees(booked->meeting.uri, booked->invitees);
            return done;
        });
        if (!filled)
            qFatal("The store could not be filled: %s", qPrintable(filled.error().message));
    }
    letPile(database, 4, 16); // as SQLite has them by itself
    Statement(database, QStringLiteral("INSERT INTO search (search) VALUES ('optimize')")).run();
}
