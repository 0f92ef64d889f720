// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tablemodel.h"
#include "webhook.h"

#include <QTimeZone>

/// A webhook, who created it and, with that scope, the group, by name; empty where that is not known.
struct WebhookRow
{
    WebhookSubscription webhook;
    QString creator;
    QString group;
    bool operator==(const WebhookRow &) const = default;
};

/// Webhooks as rows: address, scope, events, state, creator, and when they were created.
class WebhookModel : public TableModel<WebhookRow>
{
    Q_OBJECT

public:
    enum Column { AddressColumn, ScopeColumn, EventsColumn, StateColumn, CreatorColumn, CreatedColumn, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole + 1, ///< a WebhookState as a number
    };

    using TableModel::TableModel;

    /// What texts depend on besides the rows; set before them.
    void setSurroundings(const QDateTime &now, const QTimeZone &zone);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString key(const WebhookRow &row) const override { return row.webhook.uri.toString(); }
    QVariant cell(const WebhookRow &row, int column, int role) const override;

private:
    QString textOf(const WebhookRow &row, int column) const;
    QString rowSentence(const WebhookRow &row) const;

    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
};
