// SPDX-License-Identifier: GPL-3.0-or-later
#include "startrun.h"

#include "application.h"
#include "figures.h"
#include "mainwindow.h"
#include "meetingview.h"
#include "memoryvault.h"
#include "startup.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QProcess>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace std::chrono_literals;

namespace {

constexpr auto beginVariable = "SUNDIAL_BENCH_BEGIN";
constexpr auto profileVariable = "SUNDIAL_BENCH_PROFILE";
constexpr auto serverVariable = "SUNDIAL_BENCH_SERVER";
constexpr auto idleVariable = "SUNDIAL_BENCH_IDLE";

double monotonicMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return 1000.0 * double(time.tv_sec) + double(time.tv_nsec) / 1e6;
}

/// The number after `name` in a file of /proc.
double numberIn(const QString &file, const QByteArray &name)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = source.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name))
            return line.mid(name.size()).simplified().split(' ').first().toDouble();
    }
    return -1;
}

double wakeUps()
{
    double sum = 0;
    const QStringList threads = QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads)
        sum += numberIn(QStringLiteral("/proc/self/task/%1/status").arg(thread), "voluntary_ctxt_switches:");
    return sum;
}

/// Waits for the first painting of meetings, then for quiet, and prints what it saw.
class StartWatch : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_shown < 0) {
            const auto *view = dynamic_cast<const MeetingView *>(watched->parent());
            if (view && !view->visibleMeetings().isEmpty())
                QTimer::singleShot(0, this, &StartWatch::shown); // this painting is done by then
        }
        return false;
    }

private:
    void shown()
    {
        if (m_shown >= 0)
            return;
        m_shown = monotonicMilliseconds() - qEnvironmentVariable(beginVariable).toDouble();
        QTimer::singleShot(3s, this, &StartWatch::settled);
    }

    void settled()
    {
        m_cpu = processCpu();
        m_memory = numberIn(QStringLiteral("/proc/self/smaps_rollup"), "Pss:") / 1024;
        if (!qEnvironmentVariableIsSet(idleVariable))
            return tell(-1, -1);
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows)
            window->hide();
        QTimer::singleShot(1s, this, [this] {
            const double cpu = processCpu();
            const double wakes = wakeUps();
            QTimer::singleShot(10s, this, [this, cpu, wakes] { tell(processCpu() - cpu, (wakeUps() - wakes) / 10); });
        });
    }

    void tell(double idleCpu, double idleWakeUps)
    {
        std::printf("%f %f %f %f %f\n", m_shown, m_cpu, m_memory, idleCpu, idleWakeUps);
        std::fflush(stdout);
        QCoreApplication::quit();
    }

    double m_shown = -1;
    double m_cpu = 0;
    double m_memory = 0;
};

} // namespace

StartFigures measureStart(const QString &profile, const QUrl &server, const QByteArray &token, bool idle)
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(profileVariable), profile);
    environment.insert(QLatin1String(serverVariable), server.toString());
    environment.insert(QStringLiteral("SUNDIAL_TOKEN"), QString::fromLatin1(token));
    if (idle)
        environment.insert(QLatin1String(idleVariable), QStringLiteral("1"));
    environment.insert(QLatin1String(beginVariable), QString::number(monotonicMilliseconds(), 'f', 3));
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), QStringList());
    child.waitForFinished(60000);
    const QList<QByteArray> words = child.readAllStandardOutput().simplified().split(' ');
    if (words.size() != 5)
        return {};
    return {words.at(0).toDouble(), words.at(1).toDouble(), words.at(2).toDouble(), words.at(3).toDouble(), words.at(4).toDouble()};
}

bool runAsStartedChild(int argc, char *argv[], int &code)
{
    if (!qEnvironmentVariableIsSet(profileVariable))
        return false;
    const QByteArray token = takeTokenFromEnvironment();
    nameApplication();
    QApplication app(argc, argv);
    prepareApplication();
    Profile profile(qEnvironmentVariable(profileVariable), false);
    profile.prepare();
    const QUrl server(qEnvironmentVariable(serverVariable));
    StartWatch watch;
    app.installEventFilter(&watch);
    Application application({.profile = profile.folder(), .apiUrl = server, .authUrl = server}, token, profile,
                            {.vault = std::make_unique<MemoryVault>()});
    application.start();
    code = QApplication::exec();
    return true;
}
