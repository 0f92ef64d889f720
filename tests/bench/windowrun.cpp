// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowrun.h"

#include "agendaview.h"
#include "application.h"
#include "composition.h"
#include "figures.h"
#include "mainwindow.h"
#include "meetingview.h"
#include "memoryvault.h"
#include "schedulepage.h"
#include "searchfield.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTimer>

using namespace std::chrono_literals;

namespace {

constexpr int steps = 15;
constexpr auto latency = 80ms;
constexpr int connections = 6;
constexpr double frame = 16; // milliseconds

/// The program on a profile, with its window.
struct Run
{
    Run(const QString &folder, const BenchServer &server, SyncTimes times = {})
        : profile(folder, false)
    {
        profile.prepare();
        application = std::make_unique<Application>(LaunchOptions{.profile = folder, .apiUrl = server.url(), .authUrl = server.url()}, server.token(),
                                                    profile, ApplicationParts{.vault = std::make_unique<MemoryVault>(), .times = times});
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
    QTimer alarm; // the loop sleeps in between, so that waiting itself costs nothing
    alarm.start(5ms);
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < most.count())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
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

void settle()
{
    QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers);
}

/// Goes to the next stretch of time and back to this one, where there are meetings, and paints it.
double turningTime(const Run &run)
{
    QAction *const later = run.action("laterPeriod");
    QAction *const earlier = run.action("earlierPeriod");
    int turn = 0;
    return medianTime(steps, [&] {
        (turn++ % 2 == 0 ? later : earlier)->trigger();
        settle();
    });
}

double slowestFrame(AgendaView &list)
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
    for (const auto &[view, act] : {std::pair{"viewWeek", "next week shown"}, std::pair{"viewMonth", "next month shown"}}) {
        run.action(view)->trigger();
        settle();
        figures.add(QLatin1String(act), size, turningTime(run), QStringLiteral("ms"), {frame});
    }
    run.action("viewAgenda")->trigger();
    settle();
    figures.add(QStringLiteral("agenda scrolled end to end, slowest frame"), size, slowestFrame(*run.window().findChild<AgendaView *>()),
                QStringLiteral("ms"), {frame});
}

/// From the last key of what is searched for to the painted hits.
void measureSearch(Figures &figures, int size, const Run &run)
{
    auto *const field = run.window().findChild<SchedulePage *>()->findChild<SearchField *>();
    QList<double> times;
    for (const char *text : {"a", "ken", "kenji wat", "nobody has this name", "demo"}) {
        times.append(medianTime(5, [&] {
            field->setText(QLatin1String(text));
            settle(); // the search
            settle(); // its painting
        }));
        field->clear();
        settle();
    }
    figures.add(QStringLiteral("first search hits after a key, slowest of five searches"), size, *std::max_element(times.begin(), times.end()),
                QStringLiteral("ms"), {10, 15, 30});
}

/// The looks that come by themselves once a minute, here without the minute.
void measurePoll(Figures &figures, int size, const QString &profile, BenchServer &server)
{
    Run run(profile, server, {.betweenLooks = 400ms, .tick = 400ms, .shortestTick = 400ms});
    waitFor([&run] { return run.isDone() && run.sync().progress().inviteesMissing == 0; }, 60s);
    constexpr int looks = 10;
    server.forgetRequests();
    // In a loop that nothing else wakes: asking again and again whether it is over would count as the program's work.
    QEventLoop looking;
    int seen = 0;
    const auto counting = QObject::connect(&run.sync(), &SyncService::changed, &looking, [&, was = run.sync().lastSync()]() mutable {
        seen += run.sync().lastSync() != was ? 1 : 0;
        was = run.sync().lastSync();
        if (seen >= looks)
            looking.quit();
    });
    QTimer::singleShot(60s, &looking, &QEventLoop::quit);
    const double before = processCpu() - server.cpu();
    looking.exec();
    QObject::disconnect(counting);
    figures.add(QStringLiteral("poll that changes nothing, requests"), size, double(server.requests(QStringLiteral("GET *"))) / looks, QString(), {2});
    figures.add(QStringLiteral("poll that changes nothing, CPU"), size, (processCpu() - server.cpu() - before) / looks, QStringLiteral("ms"), {10});
}

/// From the key to the clipboard; the server itself takes 80 ms.
void measureLink(Figures &figures, int size, const Run &run, BenchServer &server)
{
    run.window().showPage(1);
    run.window().startQuickly();
    settle();
    server.setLatency(latency);
    QList<double> times;
    for (int round = 0; round < 5; ++round) {
        QGuiApplication::clipboard()->clear();
        settle(); // what the one before set off is no part of this one
        QElapsedTimer timer;
        timer.start();
        run.action("copySingleUseLink")->trigger();
        waitFor([] { return !QGuiApplication::clipboard()->text().isEmpty(); }, 5s);
        times.append(double(timer.nsecsElapsed()) / 1e6 - double(latency.count()));
    }
    server.setLatency(0ms);
    run.window().showPage(0); // the page comes back at the next start, which is to show meetings
    figures.add(QStringLiteral("single-use link, key to clipboard, besides the server’s 80 ms"), size, medianOf(times), QStringLiteral("ms"), {20});
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

void measureWindow(Figures &figures, int size, const QString &profile, BenchServer &server)
{
    {
        Run run(profile, server);
        waitFor([&run] { return run.isDone() && showsMeetings(run.window()); }, 30s);
        measureTurning(figures, size, run);
        measureSearch(figures, size, run);
        measureLink(figures, size, run, server);
    }
    measurePoll(figures, size, profile, server);
}
