// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cancelrows.h"
#include "tablemodel.h"

/// Meetings that are to be canceled, each with a check box while that is only asked.
class CancelModel : public TableModel<CancelRow>
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole }; ///< the CancelRow itself, for the delegate

    using TableModel::TableModel;

    void setCheckable(bool checkable) { m_checkable = checkable; }
    bool isCheckable() const { return m_checkable; }
    void checkAll(bool checked);
    void setOpen(const QModelIndex &index, bool open); ///< shows or hides the addresses of a row
    int checkedCount() const;

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void checkedChanged();

protected:
    QString key(const CancelRow &row) const override { return row.meeting.toString(); }
    QVariant cell(const CancelRow &row, int column, int role) const override;

private:
    void replace(int number, const CancelRow &row);

    bool m_checkable = false;
};

Q_DECLARE_METATYPE(CancelRow)
