// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insightcharts.h"
#include "tablemodel.h"

#include <QByteArray>

/// A figure or a bar as a row of a table.
struct InsightRow
{
    QString key;
    QString group; ///< the chart; empty for figures that stand by themselves
    QString name;
    QString value;
    QString length;
    QString soFar;
    QString before;
    InsightBar bar; ///< with the search that lists what is counted
    bool operator==(const InsightRow &) const = default;
};

QList<InsightRow> insightRows(const InsightCharts &charts);

/// Every figure of the charts as rows.
class InsightTableModel : public TableModel<InsightRow>
{
    Q_OBJECT

public:
    enum Column { GroupColumn, NameColumn, ValueColumn, LengthColumn, SoFarColumn, BeforeColumn, ColumnCount };

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QStringList heads();
    static QStringList cells(const InsightRow &row);

protected:
    QString key(const InsightRow &row) const override { return row.key; }
    QVariant cell(const InsightRow &row, int column, int role) const override;
};

/// The rows as a table for spreadsheets.
QByteArray insightCsv(const QList<InsightRow> &rows);
/// The rows for the clipboard: a line each, with tabs between the cells.
QString insightLines(const QList<InsightRow> &rows);
