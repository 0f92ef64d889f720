// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace {

/// Goals are told for a thousand, ten thousand and more.
qsizetype goalOf(int size)
{
    return size <= 1000 ? 0 : size <= 10000 ? 1 : 2;
}

} // namespace

void Figures::add(const QString &act, int size, double figure, const QString &unit, const QList<double> &goals)
{
    rowOf(act, unit, goals).figures[m_sizes.indexOf(size)] = figure;
}

Figures::Row &Figures::rowOf(const QString &act, const QString &unit, const QList<double> &goals)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&act](const Row &row) { return row.act == act; });
    if (found != m_rows.end())
        return *found;
    m_rows.append({act, unit, goals, QList<double>(m_sizes.size(), -1)});
    return m_rows.last();
}

void Figures::print() const
{
    std::printf("%-56s", "meetings stored");
    for (const int size : m_sizes)
        std::printf("%22d", size);
    std::printf("\n");
    for (const Row &row : m_rows) {
        std::printf("%-56s", qPrintable(row.act));
        for (qsizetype column = 0; column < m_sizes.size(); ++column) {
            const double goal = row.goals.at(std::min(goalOf(m_sizes.at(column)), row.goals.size() - 1));
            const double figure = row.figures.at(column);
            const QString words = figure < 0 ? QStringLiteral("–")
                : goal <= 0                  ? QStringLiteral("%1 %2").arg(figure, 0, 'f', 1).arg(row.unit)
                                             : QStringLiteral("%1 %2 (%3)").arg(figure, 0, 'f', 1).arg(row.unit).arg(goal, 0, 'g', 4);
            std::printf("%*s", 22 + int(words.toUtf8().size() - words.size()), words.toUtf8().constData());
        }
        std::printf("\n");
    }
    std::fflush(stdout);
}

double medianOf(QList<double> figures)
{
    if (figures.isEmpty())
        return -1;
    std::sort(figures.begin(), figures.end());
    return figures.at(figures.size() / 2);
}

double medianTime(int rounds, const std::function<void()> &act)
{
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        act();
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return medianOf(times);
}

double processCpu()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}
