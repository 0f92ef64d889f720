// SPDX-License-Identifier: GPL-3.0-or-later
// Signs in and makes links until it is done, or killed: linkrunner PROFILE SERVER TOKEN EVENT-TYPE LABEL…
#include "serviceworld.h"

#include <QCoreApplication>

int main(int count, char **words)
{
    const QCoreApplication app(count, words);
    const QStringList arguments = QCoreApplication::arguments();
    MemoryVault vault;
    TestClock clock;
    Program program(arguments.at(1), QUrl(arguments.at(2)), vault, clock, ServiceWorld::quickTimes());
    const EventType type{.uri = QUrl(arguments.at(4)), .name = QStringLiteral("Intro")};
    QObject::connect(&program.account, &AccountService::changed, &program.links.batch(), [&] {
        if (program.account.state() != AccountService::State::Ready || program.links.batch().state() != LinkBatch::State::Empty)
            return;
        if (!program.links.batch().start(type, arguments.mid(5)))
            QCoreApplication::exit(2);
    });
    QObject::connect(&program.links.batch(), &LinkBatch::ended, &app, &QCoreApplication::quit);
    program.account.openWithToken(arguments.at(3).toLatin1());
    return QCoreApplication::exec();
}
