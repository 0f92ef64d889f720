// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QScrollArea>
#include <QTimeZone>

#include <memory>

struct WebhookRow;
namespace Ui {
class WebhookCard;
}

/// Everything about one webhook, and what becomes of it when people leave.
class WebhookCard : public QScrollArea
{
    Q_OBJECT

public:
    explicit WebhookCard(QWidget *parent = nullptr);
    ~WebhookCard() override;

    void present(const WebhookRow &row, const QTimeZone &zone, const QDateTime &now);
    /// Empty: it can be deleted.
    void setWhyNotDeleted(const QString &reason);

signals:
    void copyWanted();
    void removalWanted();

private:
    std::unique_ptr<Ui::WebhookCard> m_ui;
};
