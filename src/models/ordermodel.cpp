// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordermodel.h"

#include "plaintext.h"

QVariant OrderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == LabelColumn ? tr("Label") : section == StateColumn ? tr("State") : tr("Link");
}

QVariant OrderModel::cell(const OrderRow &row, int column, int role) const
{
    if (role == Qt::ToolTipRole)
        return row.problem.toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case LabelColumn:
        return oneLine(row.order.label);
    case StateColumn:
        return stateText(row.order.state);
    default:
        return row.bookingUrl.isEmpty() ? row.problem : row.bookingUrl.toDisplayString(QUrl::RemoveScheme | QUrl::RemoveQuery).mid(2);
    }
}

QString OrderModel::stateText(LinkOrder::State state)
{
    switch (state) {
    case LinkOrder::State::Waiting:
        return tr("Waits");
    case LinkOrder::State::Sending:
        return tr("Being made…");
    case LinkOrder::State::Made:
        return tr("Made");
    case LinkOrder::State::Failed:
        return tr("Not made");
    case LinkOrder::State::Unknown:
        return tr("Not known");
    case LinkOrder::State::Skipped:
        return tr("Left out");
    }
    return {};
}
