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
#include <QDir>
#include <QProcess>

#include <cstdio>
#include <optional>

namespace {

constexpr int wrongUse = 2;

int print(const CommandLine &line)
{
    const bool wrong = line.wish == CommandLine::Wish::Wrong;
    std::fputs(line.text.toLocal8Bit().constData(), wrong ? stderr : stdout);
    return wrong ? wrongUse : 0;
}

int refuse(const QString &sentence, int code)
{
    std::fputs(sentence.toLocal8Bit().constData(), stderr);
    return code;
}

/// Hands what this start was given to the program that runs already, but not what that cannot take. The exit code, or
/// nothing where no program ran after all: then this is the first.
std::optional<int> goToFirst(SingleInstance &instance, const LaunchOptions &options, bool hasToken)
{
    using End = SingleInstance::HandOver;
    const QString refusal = refusalBesideFirst(options, hasToken);
    End end = End::NoAnswer;
    const auto then = [&end](End reached) {
        end = reached;
        QCoreApplication::quit();
    };
    if (refusal.isEmpty())
        instance.handOver(handedOver(options), &instance, then);
    else
        instance.lookForFirst(&instance, then);
    QCoreApplication::exec();
    if (end == End::IsFirst)
        return std::nullopt;
    if (!refusal.isEmpty())
        return refuse(refusal, wrongUse);
    if (end == End::TooLong)
        return refuse(QCoreApplication::translate("main", "The address is too long to be one for Sundial, so it was not opened and nothing was changed. "
                                                          "Please begin again where you got it from.\n"),
                      wrongUse);
    if (end == End::NoAnswer)
        return refuse(QCoreApplication::translate("main", "Sundial runs already on this profile, but does not answer. Nothing was changed. Please quit it and start "
                                                          "it again. If it does not run, neither here nor on another computer with the same folder, remove "
                                                          "this file first: %1\n")
                          .arg(QDir::toNativeSeparators(instance.lockPath())),
                      1);
    return 0;
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
        if (const std::optional<int> code = goToFirst(instance, options, !token.isEmpty()))
            return *code;
    }

    if (profile.isOpenToOthers())
        tellOpenProfile(profile.folder());
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
    instance.close();
    application.finishWriting();
    return code;
}
