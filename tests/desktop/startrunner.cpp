// SPDX-License-Identifier: GPL-3.0-or-later
// A start of the program as a process of its own: startrunner PROFILE WORD. The first says "first" and then each word
// that it is handed, its own among them; a later one says "handed over" and ends, unless nobody was there after all.
#include "singleinstance.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

namespace {

void say(const QString &line)
{
    std::puts(line.toUtf8().constData());
    std::fflush(stdout);
}

}

int main(int count, char **words)
{
    const QCoreApplication app(count, words);
    const QStringList own = QCoreApplication::arguments().mid(2);
    SingleInstance instance(QCoreApplication::arguments().at(1));
    QObject::connect(&instance, &SingleInstance::received, &app, [](const QStringList &received) { say(received.join(QLatin1Char(' '))); });
    const auto begin = [&] {
        if (!instance.listen())
            return QCoreApplication::exit(3);
        say(QStringLiteral("first"));
        say(own.join(QLatin1Char(' ')));
    };
    if (instance.claim()) {
        QTimer::singleShot(0, &instance, begin);
    } else {
        instance.handOver(own, &instance, [begin](SingleInstance::HandOver end) {
            using End = SingleInstance::HandOver;
            if (end == End::IsFirst)
                return begin();
            say(end == End::Arrived ? QStringLiteral("handed over") : QStringLiteral("nobody answers"));
            QCoreApplication::exit(end == End::Arrived ? 0 : 1);
        });
    }
    return QCoreApplication::exec();
}
