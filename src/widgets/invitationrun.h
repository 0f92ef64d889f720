// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"
#include "organization.h"
#include "pendingwrites.h"
#include "user.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

class AccountService;
class TeamService;
class ToastHost;
struct WriteOutcome;

/// Sends several invitations again, or revokes them, one after the other, and tells in one notice what came of all. Stops where
/// the rest would fail likewise, and where nobody knows what came of one. Quitting and signing out wait for all of it. Deletes
/// itself at its end.
class InvitationRun : public QObject
{
    Q_OBJECT

public:
    enum class Act { Resend, Revoke };
    struct Parts
    {
        TeamService &team;
        AccountService &account; ///< whose invitations they are: nothing more is sent once another one is signed in
        ToastHost &toasts;
    };

    /// What `parts` name outlives it.
    InvitationRun(Act act, const QList<OrganizationInvitation> &invitations, const Parts &parts, QObject *parent);

    void start() { next(); }

private:
    void next();
    void ended(const OrganizationInvitation &invitation, const WriteOutcome &outcome);
    void accountLeft();
    void tell();
    QString withoutNames() const;
    QString sentence() const;

    const Act m_act;
    const Parts m_parts;
    const std::optional<User> m_self;
    const PendingWrites::Hold m_hold;
    const int m_all;
    QList<OrganizationInvitation> m_left;
    int m_done = 0;
    int m_failed = 0;
    std::optional<Error> m_problem; ///< of the first that failed
    QString m_underWay; ///< whose invitation is being sent or revoked
    QStringList m_without; ///< addresses whose earlier invitation is revoked while the new one was not sent
    QString m_unknown; ///< whose outcome nobody knows
    bool m_stopped = false;
    bool m_told = false;
};
