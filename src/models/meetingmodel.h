// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarow.h"
#include "tablemodel.h"

/// The agenda as a table: heads of days, which can be neither selected nor reached by keys, and meetings.
class MeetingModel : public TableModel<AgendaRow>
{
    Q_OBJECT

public:
    enum Column { OwnTime, Name, TheirTime, Where, Status, ColumnCount };
    enum Role { RowRole = Qt::UserRole }; ///< the AgendaRow itself, for delegates

    using TableModel::TableModel;

    /// City of the own zone, for the first column's head.
    void setOwnCity(const QString &city);

    /// The row of a meeting, an invalid index where it is not shown.
    QModelIndex indexOf(const QUrl &meeting) const;
    QUrl meetingAt(const QModelIndex &index) const; ///< empty for heads of days
    int meetingCount() const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    QString key(const AgendaRow &row) const override;
    QVariant cell(const AgendaRow &row, int column, int role) const override;

private:
    QString m_ownCity;
};

Q_DECLARE_METATYPE(AgendaRow)
