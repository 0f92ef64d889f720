// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxarguments.h"
#include "sandboxserver.h"

#include <QCoreApplication>
#include <QTextStream>

#include <csignal>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <sys/socket.h>
#include <unistd.h>
#endif

namespace {

#ifdef Q_OS_UNIX
int signalPipe[2] = {-1, -1};

void noteSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(signalPipe[0], &byte, sizeof byte);
}

/// Ends the program in its event loop, as a signal handler may do next to nothing itself.
void quitOnSignals(QCoreApplication &program)
{
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &program);
    QObject::connect(notifier, &QSocketNotifier::activated, &program, &QCoreApplication::quit);
    std::signal(SIGTERM, noteSignal);
    std::signal(SIGINT, noteSignal);
}
#else
void quitOnSignals(QCoreApplication &) { }
#endif

void introduce(SandboxServer &server, const QList<sandbox::OAuthClient> &clients)
{
    QTextStream out(stdout);
    out << "Listening on " << server.apiUrl().toString();
    for (const WorldUser &user : server.world().users())
        out << "  " << user.slug << '=' << server.personalAccessToken(user.slug);
    for (const sandbox::OAuthClient &client : clients)
        out << "  client=" << client.id << (client.isNative() ? QString() : u':' + client.secret);
    out << Qt::endl;
}

} // namespace

int main(int count, char **values)
{
    QCoreApplication program(count, values);
    QCoreApplication::setApplicationName(QStringLiteral("sundial-sandbox"));
    const SandboxArguments arguments = readSandboxArguments(program.arguments());
    if (!arguments.text.isEmpty())
        QTextStream(arguments.exitCode == 0 ? stdout : stderr) << arguments.text << Qt::endl;
    if (arguments.exitCode)
        return *arguments.exitCode;

    SandboxServer server(arguments.options);
    if (!server.listen()) {
        QTextStream(stderr) << "sundial-sandbox: port " << arguments.options.port << " is taken." << Qt::endl;
        return 1;
    }
    quitOnSignals(program);
    introduce(server, arguments.options.clients);
    return program.exec();
}
