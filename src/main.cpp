// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "commandline.h"
#include "crashhandler.h"
#include "openrequests.h"
#include "processguard.h"
#include "profile.h"
#include "singleinstance.h"
#include "startup.h"

#include <QApplication>
#include <QProcess>
#include <QTimer>

#include <cstdio>

namespace {

constexpr int wrongUse = 2;

int print(const CommandLine &line)
{
    const bool wrong = line.wish == CommandLine::Wish::Wrong;
    std::fputs(line.text.toLocal8Bit().constData(), wrong ? stderr : stdout);
    return wrong ? wrongUse : 0;
}

/// Hands what this start was given to the program that runs already.
int handOver(SingleInstance &instance, const LaunchOptions &options)
{
    int code = 0;
    QTimer::singleShot(0, &instance, [&] {
        instance.handOver(handedOver(options), &instance, [&](bool arrived) {
            if (!arrived)
                std::fputs(
                    QCoreApplication::translate("main", "Sundial runs already on this profile, but does not answer.\n")
                        .toLocal8Bit()
                        .constData(),
                    stderr);
            code = arrived ? 0 : 1;
            QCoreApplication::quit();
        });
    });
    QCoreApplication::exec();
    return code;
}

}

int main(int argc, char *argv[])
{
    protectProcess();
    const QByteArray token = takeTokenFromEnvironment();
    nameApplication();
    // Read before a QApplication needs a display: help is for terminals, too.
    const CommandLine line = parseCommandLine(argumentsOf(argc, argv));
    if (line.wish != CommandLine::Wish::Run)
        return print(line);

    QApplication app(argc, argv);
    prepareApplication();
    const LaunchOptions &options = line.options;
    Profile profile(options.profile, options.demo);
    if (const Result<Done> prepared = profile.prepare(); !prepared)
        tellProfileProblem(profile.folder());

    SingleInstance instance(profile.folder());
    if (!instance.claim()) {
        const QString refusal = refusalBesideFirst(options, !token.isEmpty());
        if (refusal.isEmpty())
            return handOver(instance, options);
        std::fputs(refusal.toLocal8Bit().constData(), stderr);
        return wrongUse;
    }

    reportCrashes(profile.folder());
    Application application(options, token, profile);
    QObject::connect(&instance, &SingleInstance::received, &application, &Application::receive);
    if (!instance.listen())
        tellUnreachable(profile.folder());
    const OpenRequests opened;
    QObject::connect(&opened, &OpenRequests::received, &application, &Application::receive);
    QObject::connect(&application, &Application::demoRequested, &app, [] {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--demo")});
    });
    application.start();
    const int code = QApplication::exec();
    application.finishWriting();
    return code;
}
