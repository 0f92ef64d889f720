// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invitationrun.h"
#include "listsection.h"

#include <optional>

class InvitationCard;
class TeamService;
struct OrganizationInvitation;

/// Who was invited to the organization, and what came of it.
class InvitationsSection : public ListSection
{
    Q_OBJECT

public:
    /// `parts` with an organization.
    InvitationsSection(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~InvitationsSection() override;

protected:
    QList<ListRow> rows() const override;
    Reading reading() const override;
    void read() override;
    void presentCurrent() override;

private:
    std::optional<OrganizationInvitation> current() const;
    /// What an action is about: all that are selected and wait for an answer.
    QList<OrganizationInvitation> chosen() const;
    /// The one that an action of the list is about where they are not several: never one that is not selected while others are.
    std::optional<OrganizationInvitation> target() const;
    /// What the card is about: all that are selected where its invitation is one of them.
    bool isCardOfSeveral() const;
    QString namesOf(const QList<OrganizationInvitation> &invitations) const;
    void askAboutSeveral(InvitationRun::Act act);
    QString whyNot(const OrganizationInvitation &invitation) const;
    void askToResend(const std::optional<OrganizationInvitation> &invitation);
    void askToRevoke(const std::optional<OrganizationInvitation> &invitation);
    void act(InvitationRun::Act act, bool onSeveral, const std::optional<OrganizationInvitation> &one);
    void resend(const OrganizationInvitation &invitation);
    void revoke(const OrganizationInvitation &invitation);

    TeamService &m_team;
    InvitationCard *m_card;
    QAction *m_resend = nullptr;
    QAction *m_revoke = nullptr;
};
