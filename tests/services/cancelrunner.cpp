// SPDX-License-Identifier: GPL-3.0-or-later
// Signs in and cancels meetings until it is done, or killed: cancelrunner PROFILE SERVER TOKEN MEETING…
#include "serviceworld.h"

#include <QCoreApplication>

#include <cstdio>

int main(int count, char **words)
{
    const QCoreApplication app(count, words);
    const QStringList arguments = QCoreApplication::arguments();
    MemoryVault vault;
    TestClock clock;
    Program program(arguments.at(1), QUrl(arguments.at(2)), vault, clock, ServiceWorld::quickTimes());
    QList<CancelItem> items;
    for (const QString &meeting : arguments.mid(4))
        items.append({.meeting = QUrl(meeting), .name = QStringLiteral("Intro"), .start = clock.now(), .reason = QStringLiteral("Ill today")});
    QObject::connect(&program.account, &AccountService::changed, &program.cancels, [&] {
        if (program.account.state() != AccountService::State::Ready || program.cancels.state() != CancelQueue::State::Empty)
            return;
        if (!program.cancels.start(items))
            QCoreApplication::exit(2);
    });
    QObject::connect(&program.cancels, &CancelQueue::ended, &app, &QCoreApplication::quit);
    program.account.openWithToken(arguments.at(3).toLatin1());
    return QCoreApplication::exec();
}
