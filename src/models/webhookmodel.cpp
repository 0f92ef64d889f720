// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhookmodel.h"

#include "format.h"
#include "plaintext.h"
#include "webhooktext.h"
#include "zones.h"

void WebhookModel::setSurroundings(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    if (rowCount() > 0)
        emit dataChanged(index(0, CreatedColumn), index(rowCount() - 1, CreatedColumn));
}

int WebhookModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WebhookModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case AddressColumn:
        return tr("Address");
    case ScopeColumn:
        return tr("Scope");
    case EventsColumn:
        return tr("Events");
    case StateColumn:
        return tr("State");
    case CreatorColumn:
        return tr("Creator");
    case CreatedColumn:
        return tr("Created");
    default:
        return {};
    }
}

QVariant WebhookModel::cell(const WebhookRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case Qt::AccessibleTextRole:
        return column == AddressColumn ? rowSentence(row) : textOf(row, column);
    case StateRole:
        return static_cast<int>(stateOf(row.webhook));
    default:
        return {};
    }
}

QString WebhookModel::textOf(const WebhookRow &row, int column) const
{
    const WebhookSubscription &webhook = row.webhook;
    switch (column) {
    case AddressColumn:
        return webhookAddressText(webhook);
    case ScopeColumn:
        return webhookScopeText(webhook.scope, row.group);
    case EventsColumn:
        return oneLine(webhook.events.join(QLatin1String(", ")));
    case StateColumn:
        return webhookStateText(stateOf(webhook));
    case CreatorColumn:
        return row.creator.isEmpty() ? tr("Not known") : oneLine(row.creator);
    case CreatedColumn:
        return plainDateText(wallClock(webhook.createdAt, m_zone).date(), wallClock(m_now, m_zone).date());
    default:
        return {};
    }
}

QString WebhookModel::rowSentence(const WebhookRow &row) const
{
    QStringList parts;
    for (int column = AddressColumn; column < ColumnCount; ++column)
        parts.append(textOf(row, column));
    return parts.join(QLatin1String(", "));
}
