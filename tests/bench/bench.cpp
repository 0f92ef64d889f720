// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that the program is to reach, printed beside their goals: medians, for a store with few, many and very many
// meetings. Machines differ; what counts is that a figure does not grow with what is stored.
#include "benchserver.h"
#include "figures.h"
#include "startrun.h"
#include "startup.h"
#include "storefill.h"
#include "windowrun.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>

namespace {

constexpr int starts = 5;

void measureStarts(Figures &figures, int size, const QString &profile, const BenchServer &server)
{
    measureStart(profile, server.url(), server.token(), false); // the first one reads the disk
    QList<double> shown;
    QList<double> cpu;
    QList<double> memory;
    StartFigures last;
    for (int round = 0; round < starts; ++round) {
        last = measureStart(profile, server.url(), server.token(), round == starts - 1);
        shown.append(last.shown);
        cpu.append(last.cpu);
        memory.append(last.memory);
    }
    figures.add(QStringLiteral("warm start to meetings shown"), size, medianOf(shown), QStringLiteral("ms"), {200});
    figures.add(QStringLiteral("CPU until settled"), size, medianOf(cpu), QStringLiteral("ms"), {200, 200, 250});
    figures.add(QStringLiteral("memory (PSS) settled"), size, medianOf(memory), QStringLiteral("MiB"), {55, 55, 60});
    figures.add(QStringLiteral("hidden and idle, CPU of a core"), size, last.idleCpu / 100, QStringLiteral("%"), {0.5});
    figures.add(QStringLiteral("hidden and idle, wake-ups a second"), size, last.idleWakeUps, QString(), {0});
}

void measureSize(Figures &figures, int size)
{
    std::fprintf(stderr, "Measuring with %d meetings…\n", size);
    QTemporaryDir profile;
    BenchServer server(size);
    figures.add(QStringLiteral("sandbox with that many started"), size, server.startTime(), QStringLiteral("ms"), {1000, 1000, 5000});
    measureSync(figures, size, profile.path(), server);
    fillStore(profile.path(), server, size);
    measureWindow(figures, size, profile.path(), server);
    measureStarts(figures, size, profile.path(), server);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (int code = 0; runAsStartedChild(argc, argv, code))
        return code;
    nameApplication();
    QApplication app(argc, argv);
    prepareApplication();
    QList<int> sizes;
    for (int word = 1; word < argc; ++word)
        sizes.append(QByteArray(argv[word]).toInt());
    if (sizes.isEmpty())
        sizes = {1000, 10000, 100000};
    Figures figures(sizes);
    for (const int size : std::as_const(sizes))
        measureSize(figures, size);
    std::printf("\nMedians; goals in brackets.\n");
    figures.print();
    return 0;
}
