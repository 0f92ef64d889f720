// SPDX-License-Identifier: GPL-3.0-or-later
#include "invitationcard.h"

#include "badge.h"
#include "format.h"
#include "plaintext.h"
#include "teamtext.h"
#include "ui_invitationcard.h"

InvitationCard::InvitationCard(QWidget *parent)
    : QScrollArea(parent)
    , m_ui(std::make_unique<Ui::InvitationCard>())
{
    m_ui->setupUi(this);
    connect(m_ui->resend, &QPushButton::clicked, this, &InvitationCard::resendWanted);
    connect(m_ui->revoke, &QPushButton::clicked, this, &InvitationCard::revocationWanted);
}

InvitationCard::~InvitationCard() = default;

void InvitationCard::present(const OrganizationInvitation &invitation, const QTimeZone &zone, const QDateTime &now)
{
    const bool accepted = invitation.status == QLatin1String("accepted");
    m_ui->name->setText(oneLine(invitation.email));
    m_ui->status->present(invitationStatusIconName(invitation), invitationStatusText(invitation),
                          isPending(invitation) ? BadgeTone::Brass : accepted ? BadgeTone::Ok : BadgeTone::Neutral);
    m_ui->details->clear();
    m_ui->details->add(tr("Created"), momentText(invitation.createdAt, zone, now));
    m_ui->details->add(tr("Last sent"), invitation.lastSentAt.isValid() ? momentText(invitation.lastSentAt, zone, now) : tr("Not known"));
}

void InvitationCard::setWhyNot(const QString &reason)
{
    for (QWidget *button : {static_cast<QWidget *>(m_ui->resend), static_cast<QWidget *>(m_ui->revoke)}) {
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason);
    }
    m_ui->actsNote->setText(reason);
    m_ui->actsNote->setVisible(!reason.isEmpty());
}
