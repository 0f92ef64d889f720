// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "organization.h"

#include <QScrollArea>
#include <QTimeZone>

#include <memory>

namespace Ui {
class InvitationCard;
}

/// One invitation, and what can be done about it.
class InvitationCard : public QScrollArea
{
    Q_OBJECT

public:
    explicit InvitationCard(QWidget *parent = nullptr);
    ~InvitationCard() override;

    void present(const OrganizationInvitation &invitation, const QTimeZone &zone, const QDateTime &now);
    void setWhyNot(const QString &reason); ///< why nothing can be done about it; empty where it can

signals:
    void resendWanted();
    void revocationWanted();

private:
    std::unique_ptr<Ui::InvitationCard> m_ui;
};
