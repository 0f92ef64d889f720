// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

/// The table that a benchmark prints: what was measured, for each number of stored meetings, beside the goal.
class Figures
{
public:
    explicit Figures(QList<int> sizes) : m_sizes(std::move(sizes)) { }

    /// `goals` has one figure for all sizes, or one for each.
    void add(const QString &act, int size, double figure, const QString &unit, const QList<double> &goals);
    void print() const;

private:
    struct Row
    {
        QString act;
        QString unit;
        QList<double> goals;
        QList<double> figures; ///< in the order of sizes; negative where nothing was measured
    };

    Row &rowOf(const QString &act, const QString &unit, const QList<double> &goals);

    QList<int> m_sizes;
    QList<Row> m_rows;
};

double medianOf(QList<double> figures);
/// The median of how long `act` takes, in milliseconds.
double medianTime(int rounds, const std::function<void()> &act);
/// CPU time of this process so far, all threads, in milliseconds.
double processCpu();
