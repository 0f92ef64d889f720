// SPDX-License-Identifier: GPL-3.0-or-later
#include "invitationrun.h"

#include "accountservice.h"
#include "errortext.h"
#include "plaintext.h"
#include "teamservice.h"
#include "toasthost.h"
#include "writeoutcome.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace {

/// True where the others would fail likewise.
bool concernsAll(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::SignedOut:
    case Error::Kind::ScopeMissing:
    case Error::Kind::NotAllowed:
    case Error::Kind::RateLimited:
    case Error::Kind::Stopped:
        return true;
    default:
        return false;
    }
}

bool isListed(const QUrl &invitation, const TeamService &team)
{
    const QList<OrganizationInvitation> all = team.invitations();
    return std::any_of(all.begin(), all.end(), [&invitation](const OrganizationInvitation &other) { return other.uri == invitation; });
}

std::optional<User> userOf(const AccountService &account)
{
    const std::optional<Account> signedIn = account.account();
    return signedIn ? std::optional(signedIn->user) : std::nullopt;
}

} // namespace

InvitationRun::InvitationRun(Act act, const QList<OrganizationInvitation> &invitations, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_act(act)
    , m_parts(parts)
    , m_self(userOf(parts.account))
    , m_hold(parts.account.writes().hold(PendingWrites::Kind::Member))
    , m_all(static_cast<int>(invitations.size()))
    , m_left(invitations)
{
    connect(&parts.account, &AccountService::accountSwitched, this, &InvitationRun::accountLeft, Qt::QueuedConnection);
}

void InvitationRun::next()
{
    if (m_told)
        return;
    const std::optional<User> now = userOf(m_parts.account);
    if (m_left.isEmpty() || m_stopped || !now || !m_self || now->uri != m_self->uri)
        return tell();
    const OrganizationInvitation invitation = m_left.takeFirst();
    m_underWay = isolated(oneLine(invitation.email));
    const auto then = [this, invitation](const WriteOutcome &outcome) { ended(invitation, outcome); };
    if (m_act == Act::Resend)
        m_parts.team.resend(*m_self, invitation, this, then);
    else
        m_parts.team.revoke(invitation, this, then);
}

void InvitationRun::ended(const OrganizationInvitation &invitation, const WriteOutcome &outcome)
{
    m_underWay.clear();
    switch (outcome.kind) {
    case WriteOutcome::Kind::Done:
        ++m_done;
        break;
    case WriteOutcome::Kind::Unknown:
        m_unknown = isolated(oneLine(invitation.email));
        m_stopped = true;
        break;
    case WriteOutcome::Kind::Refused:
    case WriteOutcome::Kind::NotDone:
        ++m_failed;
        if (m_act == Act::Resend && !isListed(invitation.uri, m_parts.team))
            m_without.append(oneLine(invitation.email));
        if (!m_problem)
            m_problem = outcome.error;
        // A run that goes on would take their invitations from the others, too.
        m_stopped = !m_without.isEmpty() || (outcome.error && concernsAll(*outcome.error));
        break;
    }
    // From the event loop: the list hears of this one before the next one leaves.
    QMetaObject::invokeMethod(this, &InvitationRun::next, Qt::QueuedConnection);
}

/// What is on its way in the name of the account that was left is answered to nobody.
void InvitationRun::accountLeft()
{
    m_unknown = m_underWay;
    tell();
}

void InvitationRun::tell()
{
    if (std::exchange(m_told, true))
        return;
    Toast toast{.text = sentence()};
    if (m_done < m_all)
        toast.kind = Toast::Kind::Warning;
    if (!m_without.isEmpty()) {
        // It stays until somebody has the names.
        toast.actionText = tr("Copy addresses");
        toast.action = [addresses = m_without] { QGuiApplication::clipboard()->setText(addresses.join(QStringLiteral(", "))); };
    }
    m_parts.toasts.show(toast);
    deleteLater();
}

QString InvitationRun::withoutNames() const
{
    QStringList names;
    for (const QString &address : m_without)
        names.append(isolated(address));
    return names.join(QStringLiteral(", "));
}

QString InvitationRun::sentence() const
{
    const bool again = m_act == Act::Resend;
    if (m_done == m_all)
        return again ? tr("%n invitations were sent again.", nullptr, m_all) : tr("%n invitations are revoked.", nullptr, m_all);
    const QString number = QLocale().toString(m_done);
    QStringList sentences{again ? tr("%1 of %n invitations were sent again.", nullptr, m_all).arg(number) : tr("%1 of %n invitations are revoked.", nullptr, m_all).arg(number)};
    if (m_failed > 0)
        sentences.append(tr("%n failed.", nullptr, m_failed));
    if (m_problem)
        sentences.append(errorSentence(*m_problem));
    if (!m_without.isEmpty())
        sentences.append(tr("Earlier invitations were revoked, so these have none now: %1.").arg(withoutNames()));
    if (!m_unknown.isEmpty())
        sentences.append(tr("Of that of %1 the answer was lost, and Calendly cannot be asked now. Refresh the list before you try again.").arg(m_unknown));
    if (!m_left.isEmpty())
        sentences.append(tr("The other %n were not tried.", nullptr, static_cast<int>(m_left.size())));
    return sentences.join(QLatin1Char(' '));
}
