// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkorder.h"
#include "tablemodel.h"

/// One of many links that are made, with what came of it.
struct OrderRow
{
    LinkOrder order;
    QUrl bookingUrl; ///< once it is made
    QString problem; ///< why it is not, in a sentence
    bool operator==(const OrderRow &) const = default;
};

/// Links that are made many at once: label, how far it is, address.
class OrderModel : public TableModel<OrderRow>
{
    Q_OBJECT

public:
    enum Column { LabelColumn, StateColumn, LinkColumn, ColumnCount };

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString key(const OrderRow &row) const override { return row.order.link; }
    QVariant cell(const OrderRow &row, int column, int role) const override;

private:
    static QString stateText(LinkOrder::State state);
};
