// SPDX-License-Identifier: GPL-3.0-or-later
// Signs in and reads everything, while it writes links into the ledger, until it is killed: syncrunner PROFILE SERVER
// TOKEN FIRST-NUMBER. Says the number of each link once it is stored.
#include "serviceworld.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

int main(int count, char **words)
{
    const QCoreApplication app(count, words);
    const QStringList arguments = QCoreApplication::arguments();
    MemoryVault vault;
    TestClock clock;
    Program program(arguments.at(1), QUrl(arguments.at(2)), vault, clock, ServiceWorld::quickTimes());
    int number = arguments.at(4).toInt();
    QTimer writing;
    QObject::connect(&writing, &QTimer::timeout, &app, [&] {
        const SchedulingLink link{.id = QStringLiteral("l%1").arg(number),
                                  .bookingUrl = QUrl(QStringLiteral("https://example.com/d/%1").arg(number)),
                                  .eventType = QUrl(QStringLiteral("https://example.com/event_types/1")),
                                  .eventTypeName = QStringLiteral("Intro"),
                                  .label = QStringLiteral("person %1").arg(number),
                                  .trackingToken = QStringLiteral("t%1").arg(number),
                                  .createdAt = clock.now(),
                                  .expiresAt = clock.now().addDays(90)};
        if (!program.linkTable.add(link))
            return;
        std::printf("%d\n", number++);
        std::fflush(stdout);
    });
    QObject::connect(&program.account, &AccountService::changed, &app, [&] {
        if (program.account.state() == AccountService::State::Ready && !writing.isActive())
            writing.start(1);
    });
    program.account.openWithToken(arguments.at(3).toLatin1());
    program.sync.start();
    return QCoreApplication::exec();
}
