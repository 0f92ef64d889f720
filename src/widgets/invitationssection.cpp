// SPDX-License-Identifier: GPL-3.0-or-later
#include "invitationssection.h"

#include "accountservice.h"
#include "accountwords.h"
#include "confirmation.h"
#include "icons.h"
#include "invitationcard.h"
#include "organizationservices.h"
#include "plaintext.h"
#include "teamservice.h"
#include "teamtext.h"
#include "writewords.h"

#include <QAction>

#include <algorithm>

namespace {

SectionWords words()
{
    return {.things = InvitationsSection::tr("Invitations"),
            .reading = InvitationsSection::tr("Reading the invitations…"),
            .iconName = QStringLiteral("mail"),
            .noneTitle = InvitationsSection::tr("No invitations"),
            .none = InvitationsSection::tr("Nobody was invited to this organization who is not a member already."),
            .notAllowed = InvitationsSection::tr("Calendly shows invitations only to owners and admins of the organization."),
            .scope = QStringLiteral("organizations:read")};
}

} // namespace

InvitationsSection::InvitationsSection(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ListSection(parts, toasts, words(), invitationHeads(), {16, 18}, parent)
    , m_team(parts.organization->team)
    , m_card(new InvitationCard(this))
{
    setObjectName(QStringLiteral("InvitationsSection"));
    setCard(m_card);
    m_resend = new QAction(themeIcon(QStringLiteral("refresh")), tr("Send invitation again…"), this);
    m_resend->setObjectName(QStringLiteral("resendInvitation"));
    connect(m_resend, &QAction::triggered, this, [this] { act(InvitationRun::Act::Resend, chosen().size() > 1, target()); });
    m_revoke = new QAction(themeIcon(QStringLiteral("close")), tr("Revoke invitation…"), this);
    m_revoke->setObjectName(QStringLiteral("revokeInvitation"));
    m_revoke->setShortcut(QKeySequence::Delete);
    connect(m_revoke, &QAction::triggered, this, [this] { act(InvitationRun::Act::Revoke, chosen().size() > 1, target()); });
    allowSeveral();
    addListAction(m_resend);
    addListAction(m_revoke);
    connect(m_card, &InvitationCard::resendWanted, this, [this] { act(InvitationRun::Act::Resend, isCardOfSeveral(), current()); });
    connect(m_card, &InvitationCard::revocationWanted, this, [this] { act(InvitationRun::Act::Revoke, isCardOfSeveral(), current()); });
    connect(&m_team, &TeamService::changed, this, &InvitationsSection::reload);
}

InvitationsSection::~InvitationsSection() = default;

QList<ListRow> InvitationsSection::rows() const
{
    QList<ListRow> rows;
    for (const OrganizationInvitation &invitation : m_team.invitations())
        rows.append(invitationRow(invitation, zone(), m_parts.clock()));
    return rows;
}

Reading InvitationsSection::reading() const
{
    return m_team.invitationsReading();
}

void InvitationsSection::read()
{
    m_team.refreshInvitations(m_parts.account.account()->user);
}

std::optional<OrganizationInvitation> InvitationsSection::current() const
{
    const QString key = currentKey();
    for (const OrganizationInvitation &invitation : m_team.invitations()) {
        if (!key.isEmpty() && invitation.uri.toString() == key)
            return invitation;
    }
    return std::nullopt;
}

QList<OrganizationInvitation> InvitationsSection::chosen() const
{
    const QStringList keys = selectedKeys();
    QList<OrganizationInvitation> found;
    for (const OrganizationInvitation &invitation : m_team.invitations()) {
        if (keys.contains(invitation.uri.toString()) && isPending(invitation))
            found.append(invitation);
    }
    return found;
}

std::optional<OrganizationInvitation> InvitationsSection::target() const
{
    const QList<OrganizationInvitation> waiting = chosen();
    if (waiting.size() == 1)
        return waiting.first();
    const QStringList keys = selectedKeys();
    return keys.isEmpty() || keys.contains(currentKey()) ? current() : std::nullopt;
}

bool InvitationsSection::isCardOfSeveral() const
{
    const QList<OrganizationInvitation> waiting = chosen();
    const QString shown = currentKey();
    return waiting.size() > 1 && std::any_of(waiting.begin(), waiting.end(), [&shown](const OrganizationInvitation &one) { return one.uri.toString() == shown; });
}

void InvitationsSection::act(InvitationRun::Act act, bool onSeveral, const std::optional<OrganizationInvitation> &one)
{
    if (onSeveral)
        askAboutSeveral(act);
    else if (act == InvitationRun::Act::Resend)
        askToResend(one);
    else
        askToRevoke(one);
}

QString InvitationsSection::whyNot(const OrganizationInvitation &invitation) const
{
    const auto account = m_parts.account.account();
    if (!isPending(invitation))
        return tr("It is settled: only an invitation that waits for an answer can be sent again or revoked.");
    if (!account || m_team.roleOf(account->user.uri) == Role::User)
        return tr("Only owners and admins can send or revoke invitations. Your role is User.");
    if (m_team.isWriting())
        return tr("A change is being sent.");
    return whyOffline();
}

void InvitationsSection::presentCurrent()
{
    const auto invitation = current();
    const QList<OrganizationInvitation> several = chosen();
    const int count = static_cast<int>(several.size());
    const auto one = target();
    const QString reason = count > 1 ? whyNot(several.first()) : one ? whyNot(*one) : tr("Choose an invitation first.");
    m_resend->setText(count > 1 ? tr("Send %n invitations again…", nullptr, count) : tr("Send invitation again…"));
    m_revoke->setText(count > 1 ? tr("Revoke %n invitations…", nullptr, count) : tr("Revoke invitation…"));
    for (QAction *action : {m_resend, m_revoke}) {
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason);
    }
    if (!invitation)
        return;
    m_card->present(*invitation, zone(), m_parts.clock());
    m_card->setWhyNot(whyNot(*invitation));
}

QString InvitationsSection::namesOf(const QList<OrganizationInvitation> &invitations) const
{
    constexpr qsizetype named = 6;
    QStringList names;
    for (const OrganizationInvitation &invitation : invitations.first(std::min(invitations.size(), named)))
        names.append(isolated(oneLine(invitation.email)));
    if (invitations.size() > named)
        names.append(tr("%n more", nullptr, static_cast<int>(invitations.size() - named)));
    return names.join(QStringLiteral(", "));
}

void InvitationsSection::askAboutSeveral(InvitationRun::Act act)
{
    const QList<OrganizationInvitation> several = chosen();
    if (!whyNot(several.first()).isEmpty())
        return;
    const int count = static_cast<int>(several.size());
    const int settled = static_cast<int>(selectedKeys().size()) - count;
    const bool again = act == InvitationRun::Act::Resend;
    QStringList sentences{namesOf(several) + QLatin1Char('.'),
                          again ? tr("Each gets a new mail, and the link of the earlier one stops working.")
                                : tr("The links that were sent stop working at once. No mail goes out. You can invite these people again later.")};
    if (settled > 0)
        sentences.append(tr("%n that are settled are left out.", nullptr, settled));
    confirm({.objectName = again ? QStringLiteral("resendQuestion") : QStringLiteral("revokeQuestion"),
             .title = again ? tr("Send again") : tr("Revoke invitations"),
             .question = again ? tr("Send %n invitations again?", nullptr, count) : tr("Revoke %n invitations?", nullptr, count),
             .consequences = withAccount(m_parts, sentences.join(QLatin1Char(' '))),
             .act = again ? tr("Send again") : tr("Revoke invitations"),
             .keep = again ? tr("Keep as they are") : tr("Keep invitations")},
            m_parts.account, this, [this, act, several] { (new InvitationRun(act, several, {m_team, m_parts.account, m_toasts}, this))->start(); });
}

void InvitationsSection::askToResend(const std::optional<OrganizationInvitation> &invitation)
{
    if (!invitation || !whyNot(*invitation).isEmpty())
        return;
    confirm({.objectName = QStringLiteral("resendQuestion"),
             .title = tr("Send again"),
             .question = tr("Send the invitation to %1 again?").arg(isolated(oneLine(invitation->email))),
             .consequences = withAccount(m_parts, tr("A new mail goes out. The link of the earlier mail stops working.")),
             .act = tr("Send again"),
             .keep = tr("Keep as it is")},
            m_parts.account, this, [this, wanted = *invitation] { resend(wanted); });
}

void InvitationsSection::askToRevoke(const std::optional<OrganizationInvitation> &invitation)
{
    if (!invitation || !whyNot(*invitation).isEmpty())
        return;
    confirm({.objectName = QStringLiteral("revokeQuestion"),
             .title = tr("Revoke invitation"),
             .question = tr("Revoke the invitation of %1?").arg(isolated(oneLine(invitation->email))),
             .consequences = withAccount(m_parts, tr("The link that was sent stops working at once. No mail goes out. You can invite the person again later.")),
             .act = tr("Revoke invitation"),
             .keep = tr("Keep invitation")},
            m_parts.account, this, [this, wanted = *invitation] { revoke(wanted); });
}

void InvitationsSection::resend(const OrganizationInvitation &invitation)
{
    const auto account = m_parts.account.account();
    if (!account)
        return;
    const QString email = isolated(oneLine(invitation.email));
    m_team.resend(account->user, invitation, this, [this, email, uri = invitation.uri](const WriteOutcome &outcome) {
        const auto left = m_team.invitations();
        const bool oldWorks = std::any_of(left.cbegin(), left.cend(), [&](const OrganizationInvitation &other) { return other.uri == uri; });
        const QString state = oldWorks ? tr("The earlier invitation still works.") : tr("The earlier invitation is revoked, so %1 has none now.").arg(email);
        m_toasts.show(toastFor(outcome, {.done = tr("A new invitation was sent to %1.").arg(email),
                                         .refused = tr("No new invitation was sent. %1").arg(state),
                                         .notDone = tr("The answer was lost, and a look at Calendly shows that no new invitation was sent. %1").arg(state),
                                         .unknown = tr("The answer was lost, and Calendly cannot be asked now. Refresh the list before you send again.")}));
    });
}

void InvitationsSection::revoke(const OrganizationInvitation &invitation)
{
    const QString email = isolated(oneLine(invitation.email));
    m_team.revoke(invitation, this, [this, email](const WriteOutcome &outcome) {
        m_toasts.show(toastFor(outcome, {.done = tr("The invitation of %1 is revoked.").arg(email),
                                         .refused = tr("The invitation was not revoked."),
                                         .notDone = tr("The answer was lost, and a look at Calendly shows that the invitation still works. You can try again."),
                                         .unknown = tr("The answer was lost, and Calendly cannot be asked now. The invitation may be revoked; refresh before you try again.")}));
    });
}
