// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowrun.h"

#include "application.h"
#include "composition.h"
#include "figures.h"
#include "mainwindow.h"
#include "meetingview.h"
#include "memoryvault.h"

#include <QAction>
#include <QApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>
#include <QTreeView>

using namespace std::chrono_literals;

namespace {

constexpr int steps = 15;
constexpr auto latency = 80ms;
constexpr int connections = 6;
constexpr double frame = 16; // milliseconds

/// The program on a profile, with its window.
struct Run
{
    Run(const QString &folder, const BenchServer &server)
        : profile(folder, false)
    {
        profile.prepare();
        application = std::make_unique<Application>(LaunchOptions{.profile = folder, .apiUrl = server.url(), .authUrl = server.url()}, server.token(),
                                                    profile, ApplicationParts{.vault = std::make_unique<MemoryVault>()});
        application->start();
    }

    SyncService &sync() const { return application->composition()->sync(); }
    MainWindow &window() const { return *application->window(); }
    QAction *action(const char *name) const { return window().findChild<QAction *>(QLatin1String(name)); }
    bool isDone() const { return sync().state() == SyncService::State::UpToDate && sync().progress().partsTotal == 0; }

    Profile profile;
    std::unique_ptr<Application> application;
};

void waitFor(const std::function<bool()> &condition, std::chrono::milliseconds most)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < most.count())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
}

bool showsMeetings(const MainWindow &window)
{
    const QList<QAbstractScrollArea *> areas = window.findChildren<QAbstractScrollArea *>();
    return std::any_of(areas.begin(), areas.end(), [](const QAbstractScrollArea *area) {
        const auto *view = dynamic_cast<const MeetingView *>(area);
        return view && area->isVisible() && !view->visibleMeetings().isEmpty();
    });
}

/// The longest time between two turns of the event loop, while it lives.
class StuckWatch : public QObject
{
public:
    StuckWatch()
    {
        m_since.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_timer.start(1);
    }
    double longest() const { return double(m_longest); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

/// Does `act` and paints what came of it.
double paintedTime(const std::function<void()> &act)
{
    return medianTime(steps, [&act] {
        act();
        QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers);
    });
}

double slowestFrame(QTreeView &list)
{
    double slowest = 0;
    QScrollBar *bar = list.verticalScrollBar();
    for (int at = 0; at <= bar->maximum(); at += list.viewport()->height() / 3) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(at);
        list.viewport()->repaint();
        slowest = std::max(slowest, double(timer.nsecsElapsed()) / 1e6);
    }
    return slowest;
}

void measureTurning(Figures &figures, int size, const Run &run)
{
    run.action("viewWeek")->trigger();
    figures.add(QStringLiteral("next week shown"), size, paintedTime([&run] { run.action("laterPeriod")->trigger(); }), QStringLiteral("ms"), {frame});
    run.action("viewMonth")->trigger();
    figures.add(QStringLiteral("next month shown"), size, paintedTime([&run] { run.action("laterPeriod")->trigger(); }), QStringLiteral("ms"), {frame});
    run.action("showToday")->trigger();
    run.action("viewAgenda")->trigger();
    QCoreApplication::processEvents();
    if (auto *list = run.window().findChild<QTreeView *>(QStringLiteral("list")))
        figures.add(QStringLiteral("agenda scrolled end to end, slowest frame"), size, slowestFrame(*list), QStringLiteral("ms"), {frame});
}

void measureSearch(Figures &figures, int size, const Run &run)
{
    QList<double> times;
    for (const char *text : {"a", "ken", "kenji wat", "nobody has this name", "demo"}) {
        const MeetingQuery query{.text = QLatin1String(text), .limit = 50, .newestFirst = true};
        times.append(medianTime(5, [&] { run.application->composition()->meetings().meetings(query); }));
    }
    figures.add(QStringLiteral("first 50 search hits, slowest of five searches"), size, *std::max_element(times.begin(), times.end()), QStringLiteral("ms"),
                {10, 15, 30});
}

void measureLook(Figures &figures, int size, const Run &run, BenchServer &server)
{
    QList<double> requests;
    QList<double> cpu;
    for (int round = 0; round < 5; ++round) {
        server.forgetRequests();
        const double before = processCpu() - server.cpu();
        run.sync().refresh();
        waitFor([&run] { return run.sync().state() == SyncService::State::Checking; }, 1s);
        waitFor([&run] { return run.isDone(); }, 10s);
        cpu.append(processCpu() - server.cpu() - before);
        requests.append(server.requests(QStringLiteral("GET *")));
    }
    figures.add(QStringLiteral("look by the user's wish that changes nothing, requests"), size, medianOf(requests), QString(), {0});
    figures.add(QStringLiteral("look by the user's wish that changes nothing, CPU"), size, medianOf(cpu), QStringLiteral("ms"), {10});
}

} // namespace

void measureSync(Figures &figures, int size, const QString &profile, BenchServer &server)
{
    server.setLatency(latency);
    server.forgetRequests();
    QElapsedTimer timer;
    timer.start();
    Run run(profile, server);
    StuckWatch stuck;
    waitFor([&run] { return showsMeetings(run.window()); }, 30s);
    figures.add(QStringLiteral("first meetings usable after sign-in, 80 ms away"), size, double(timer.elapsed()), QStringLiteral("ms"), {500});
    waitFor([&run] { return run.sync().progress().partsTotal > 0; }, 10s);
    waitFor([&run] { return run.isDone(); }, 300s);
    const double whole = double(timer.elapsed());
    const double bound = double(server.requests(QStringLiteral("GET /scheduled_events"))) * double(latency.count()) / connections;
    figures.add(QStringLiteral("all meetings read, 80 ms away, by the bound of 6 connections"), size, whole / std::max(bound, 1.0), QStringLiteral("x"), {1.3});
    figures.add(QStringLiteral("all meetings read, 80 ms away"), size, whole, QStringLiteral("ms"), {0});
    figures.add(QStringLiteral("longest the window was stuck meanwhile"), size, stuck.longest(), QStringLiteral("ms"), {50});
    run.sync().stop();
    server.setLatency(0ms);
}

void fillInvitees(const QString &profile, BenchServer &server)
{
    QDirIterator files(profile, {QStringLiteral("*.sqlite")}, QDir::Files, QDirIterator::Subdirectories);
    Database database;
    if (!files.hasNext() || !database.open(files.next()))
        return;
    MeetingTable table(database);
    const auto all = server.invitees();
    database.transaction([&]() -> Result<Done> {
        for (const auto &[meeting, invitees] : all)
            table.setInvitees(meeting, invitees);
        return Done{};
    });
}

void measureWindow(Figures &figures, int size, const QString &profile, BenchServer &server)
{
    Run run(profile, server);
    waitFor([&run] { return run.isDone() && showsMeetings(run.window()); }, 30s);
    measureTurning(figures, size, run);
    measureSearch(figures, size, run);
    measureLook(figures, size, run, server);
}
