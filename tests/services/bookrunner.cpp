// SPDX-License-Identifier: GPL-3.0-or-later
// Signs in and books one time, or is killed: bookrunner PROFILE SERVER TOKEN EVENT-TYPE START PLACE QUESTION.
#include "bookingapi.h"
#include "bookingservice.h"
#include "bookingtable.h"
#include "pendingwrites.h"
#include "serviceworld.h"

#include <QCoreApplication>

int main(int count, char **words)
{
    const QCoreApplication app(count, words);
    const QStringList arguments = QCoreApplication::arguments();
    MemoryVault vault;
    TestClock clock;
    Program program(arguments.at(1), QUrl(arguments.at(2)), vault, clock, ServiceWorld::quickTimes());
    BookingApi api(program.client);
    BookingTable table(program.database);
    BookingService bookings(api, program.meetingsApi, program.meetings, table, program.account.writes(), clock.clock());
    const EventType type{.uri = QUrl(arguments.at(4)), .name = QStringLiteral("Intro")};
    const BookingDraft draft{.eventType = type.uri,
                             .start = QDateTime::fromString(arguments.at(5), Qt::ISODate),
                             .name = QStringLiteral("Ana"),
                             .email = QStringLiteral("ana@example.org"),
                             .timezone = QStringLiteral("Europe/Madrid"),
                             .placeKind = arguments.at(6),
                             .answers = {{arguments.at(7), QStringLiteral("Everything"), 0}}};
    QObject::connect(&program.account, &AccountService::changed, &bookings, [&] {
        const auto account = program.account.account();
        if (program.account.state() != AccountService::State::Ready || !account || !program.account.writes().isEmpty())
            return;
        bookings.reload();
        bookings.book(draft, type, {account->user.uri, {}}, &bookings, [](const Result<QUrl> &) { QCoreApplication::quit(); });
    });
    program.account.openWithToken(arguments.at(3).toLatin1());
    return QCoreApplication::exec();
}
