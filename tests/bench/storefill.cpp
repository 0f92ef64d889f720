// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefill.h"

#include "benchserver.h"
#include "database.h"
#include "meetingtable.h"

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
    for (int copy = 0; stored < size && !all.isEmpty(); ++copy) {
        database.transaction([&]() -> Result<Done> {
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
    }
}
