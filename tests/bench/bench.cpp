// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that the program is to reach, printed beside their goals. Medians of several rounds; machines differ, so what
// counts is that a figure does not grow with what is stored.
#include "application.h"
#include "composition.h"
#include "database.h"
#include "mainwindow.h"
#include "meetingtable.h"
#include "sandboxserver.h"
#include "startup.h"
#include "storedmeetings.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace {

constexpr int rounds = 7;

void print(const char *what, double figure, const char *unit, double goal)
{
    std::printf("%-58s %9.2f %s   goal %8.2f %s\n", what, figure, unit, goal, unit);
    std::fflush(stdout);
}

double cpuMilliseconds()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

/// The median of how long `act` takes, in milliseconds.
double median(const std::function<void()> &act)
{
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        act();
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times.at(rounds / 2);
}

void fill(MeetingTable &table, int meetings, const QDateTime &now)
{
    // Ten a day around now, as a busy calendar has.
    QList<Meeting> page;
    for (int number = 0; number < meetings; ++number) {
        page.append(meetingAt(number, now.addDays(number / 10 - meetings / 20).addSecs((number % 10) * 2700)));
        if (page.size() == 100 || number == meetings - 1) {
            table.upsert(page);
            page.clear();
        }
    }
}

void measureStore(int meetings)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QTemporaryDir folder;
    Database database;
    database.open(folder.filePath(QStringLiteral("store.sqlite")));
    MeetingTable table(database);
    QElapsedTimer filling;
    filling.start();
    fill(table, meetings, now);
    std::printf("\n%d meetings stored (%.0f a second)\n", meetings, meetings * 1000.0 / double(filling.elapsed()));
    const MeetingQuery week{.range = {now, now.addDays(7)}};
    const MeetingQuery month{.range = {now, now.addDays(30)}};
    const MeetingQuery search{.text = QStringLiteral("meeting 77"), .limit = 50};
    print("  a week's rows", median([&] { table.summaries(week); }), "ms", 16);
    print("  a month's rows", median([&] { table.summaries(month); }), "ms", 16);
    print("  the first 50 hits of a search", median([&] { table.summaries(search); }), "ms", 30);
    print("  the next meeting", median([&] { table.next(now); }), "ms", 1);
    print("  a page of 100 that changes nothing", median([&] {
        QList<Meeting> page;
        for (int number = 0; number < 100; ++number)
            page.append(meetingAt(number, now.addDays(number / 10 - meetings / 20).addSecs((number % 10) * 2700)));
        table.upsert(page);
    }), "ms", 10);
}

void measureSandbox()
{
    QElapsedTimer timer;
    timer.start();
    SandboxServer sandbox({.meetings = 100000});
    sandbox.listen();
    print("sandbox with 100,000 meetings started", double(timer.elapsed()), "ms", 5000);
}

/// Starts the demo in this process and ends the program once this week's meetings are in its window.
class DemoStart : public QObject
{
public:
    explicit DemoStart(Application &application)
        : m_application(application)
    {
        m_timer.start();
        m_look.setInterval(5);
        connect(&m_look, &QTimer::timeout, this, &DemoStart::look);
        m_look.start();
        m_application.start();
    }

private:
    void look()
    {
        if (!m_application.window() || !showsRows(*m_application.window()))
            return;
        m_look.stop();
        print("demo from nothing to this week's meetings, CPU", cpuMilliseconds() - m_before, "ms", 1000);
        print("demo from nothing to this week's meetings, time", double(m_timer.elapsed()), "ms", 1000);
        QCoreApplication::quit();
    }

    static bool showsRows(const MainWindow &window)
    {
        const QList<QTreeView *> lists = window.findChildren<QTreeView *>();
        return std::any_of(lists.begin(), lists.end(), [](const QTreeView *list) { return list->isVisible() && list->model() && list->model()->rowCount() > 0; });
    }

    Application &m_application;
    QElapsedTimer m_timer;
    QTimer m_look;
    double m_before = cpuMilliseconds();
};

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    nameApplication();
    QApplication app(argc, argv);
    prepareApplication();
    {
        Profile profile({}, true);
        profile.prepare();
        Application application({.demo = true}, {}, profile);
        DemoStart start(application);
        QApplication::exec();
    }
    measureSandbox();
    for (const int meetings : {1000, 10000, 100000})
        measureStore(meetings);
    return 0;
}
