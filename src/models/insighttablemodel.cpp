// SPDX-License-Identifier: GPL-3.0-or-later
#include "insighttablemodel.h"

#include "csvwriter.h"

#include <QLocale>

namespace {

QString text(int number)
{
    return QLocale().toString(number);
}

QString before(const InsightBar &bar)
{
    return bar.before ? text(*bar.before) : QString();
}

} // namespace

QList<InsightRow> insightRows(const InsightCharts &charts)
{
    QList<InsightRow> rows;
    for (const InsightFigure &figure : charts.figures)
        rows.append({.key = figure.key, .group = {}, .name = figure.title, .value = figure.value, .before = figure.before,
                     .bar = {.key = figure.key, .label = figure.title, .words = figure.words}});
    for (const InsightChart &chart : charts.charts) {
        for (const InsightBar &bar : chart.bars)
            rows.append({.key = chart.key + QLatin1Char('/') + bar.key, .group = chart.title, .name = bar.label, .value = text(bar.count),
                         .length = bar.length, .soFar = text(bar.soFar), .before = before(bar), .bar = bar});
    }
    return rows;
}

int InsightTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InsightTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section >= ValueColumn ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? heads().value(section) : QVariant();
}

QStringList InsightTableModel::heads()
{
    return {tr("Figures"), tr("What"), tr("Value"), tr("Time together"), tr("So far"), tr("Before")};
}

QStringList InsightTableModel::cells(const InsightRow &row)
{
    return {row.group.isEmpty() ? tr("All meetings") : row.group, row.name, row.value, row.length, row.soFar, row.before};
}

QVariant InsightTableModel::cell(const InsightRow &row, int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(column >= ValueColumn ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? cells(row).value(column) : QVariant();
}

QByteArray insightCsv(const QList<InsightRow> &rows)
{
    QByteArray written = csvMark() + csvRow(InsightTableModel::heads());
    for (const InsightRow &row : rows)
        written += csvRow(InsightTableModel::cells(row));
    return written;
}

QString insightLines(const QList<InsightRow> &rows)
{
    QString lines = InsightTableModel::heads().join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const InsightRow &row : rows)
        lines += InsightTableModel::cells(row).join(QLatin1Char('\t')) + QLatin1Char('\n');
    return lines;
}
