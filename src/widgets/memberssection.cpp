// SPDX-License-Identifier: GPL-3.0-or-later
#include "memberssection.h"

#include "accountservice.h"
#include "accountwords.h"
#include "colleaguereader.h"
#include "confirmation.h"
#include "externallinks.h"
#include "icons.h"
#include "linkcopier.h"
#include "membercard.h"
#include "organizationservices.h"
#include "plaintext.h"
#include "teamservice.h"
#include "teamtext.h"
#include "writewords.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace {

SectionWords words()
{
    return {.things = MembersSection::tr("Members"),
            .reading = MembersSection::tr("Reading the members…"),
            .iconName = QStringLiteral("team"),
            .noneTitle = MembersSection::tr("Nobody else here"),
            .none = MembersSection::tr("The organization has no members that Calendly shows."),
            .notAllowed = MembersSection::tr("Calendly shows the members of an organization only to its owners and admins."),
            .scope = QStringLiteral("organizations:read")};
}

} // namespace

MembersSection::MembersSection(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ListSection(parts, toasts, words(), memberHeads(), {12, 24, 14}, parent)
    , m_team(parts.organization->team)
    , m_reader(new ColleagueReader(parts.organization->team, parts.clock, this))
    , m_copier(new LinkCopier(m_parts, toasts, this))
    , m_card(new MemberCard(this))
{
    setObjectName(QStringLiteral("MembersSection"));
    setCard(m_card);
    makeActions();
    connect(&m_team, &TeamService::changed, this, &MembersSection::reload);
    connect(&m_parts.account, &AccountService::accountSwitched, m_reader, &ColleagueReader::forget);
    connect(m_reader, &ColleagueReader::changed, this, [this](const QUrl &user) {
        if (const auto member = current(); member && member->user.uri == user)
            showColleague();
    });
    connect(m_card, &MemberCard::copyMailWanted, this, &MembersSection::copyMail);
    connect(m_card, &MemberCard::openPageWanted, this, &MembersSection::openPage);
    connect(m_card, &MemberCard::removalWanted, this, &MembersSection::askToRemove);
    connect(m_card, &MemberCard::linkWanted, m_copier, [this](const EventType &type) { m_copier->copyOrdinary(type); });
}

MembersSection::~MembersSection() = default;

void MembersSection::makeActions()
{
    m_copyMail = new QAction(themeIcon(QStringLiteral("mail")), tr("Copy e-mail of member"), this);
    m_copyMail->setObjectName(QStringLiteral("copyMailOfMember"));
    m_copyMail->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_E), QKeySequence::Copy});
    connect(m_copyMail, &QAction::triggered, this, &MembersSection::copyMail);
    m_remove = new QAction(themeIcon(QStringLiteral("close")), tr("Remove from the organization…"), this);
    m_remove->setObjectName(QStringLiteral("removeMember"));
    m_remove->setShortcut(QKeySequence::Delete);
    connect(m_remove, &QAction::triggered, this, &MembersSection::askToRemove);
    addListAction(m_copyMail);
    addListAction(m_remove);
}

QList<ListRow> MembersSection::rows() const
{
    QList<ListRow> rows;
    const QDateTime now = m_parts.clock();
    for (const OrganizationMembership &member : m_team.members())
        rows.append(memberRow(member, self(), zone(), now));
    return rows;
}

Reading MembersSection::reading() const
{
    return m_team.membersReading();
}

void MembersSection::read()
{
    m_team.refreshMembers(m_parts.account.account()->user);
}

QUrl MembersSection::self() const
{
    const auto account = m_parts.account.account();
    return account ? account->user.uri : QUrl();
}

std::optional<OrganizationMembership> MembersSection::current() const
{
    const QString key = currentKey();
    for (const OrganizationMembership &member : m_team.members()) {
        if (!key.isEmpty() && member.uri.toString() == key)
            return member;
    }
    return std::nullopt;
}

void MembersSection::presentCurrent()
{
    const auto member = current();
    const QString whyNot = member ? whyNotRemoved(*member) : tr("Choose a member first.");
    m_copyMail->setEnabled(member.has_value());
    m_remove->setEnabled(whyNot.isEmpty());
    m_remove->setToolTip(whyNot);
    if (!member)
        return;
    m_card->present(*member, self(), zone(), m_parts.clock());
    m_card->setWhyNotRemoved(whyNot);
    m_reader->want(*member, isOnline());
    showColleague();
}

void MembersSection::showColleague()
{
    if (const auto member = current())
        m_card->presentColleague(m_reader->known(member->user.uri), whyOffline());
}

QString MembersSection::whyNotRemoved(const OrganizationMembership &member) const
{
    const std::optional<Role> role = m_team.roleOf(self());
    if (member.user.uri == self())
        return tr("This is you. Another owner or admin can remove you.");
    if (member.role == Role::Owner)
        return tr("The owner cannot be removed.");
    if (role == Role::User)
        return tr("Only owners and admins can remove somebody. Your role is User.");
    if (m_team.isWriting())
        return tr("A change is being sent.");
    return whyOffline();
}

void MembersSection::copyMail()
{
    const auto member = current();
    if (!member)
        return;
    QGuiApplication::clipboard()->setText(member->user.email);
    m_toasts.show({.kind = Toast::Kind::Done, .text = tr("E-mail address copied")});
}

void MembersSection::openPage()
{
    const auto member = current();
    if (member && !openExternally(member->user.schedulingUrl))
        m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("Nothing on this computer could open the page.")});
}

void MembersSection::askToRemove()
{
    const auto member = current();
    const auto account = m_parts.account.account();
    if (!member || !account || !whyNotRemoved(*member).isEmpty())
        return;
    const QString name = isolated(memberName(member->user));
    const QString organization = oneLine(account->organization.name);
    confirm({.objectName = QStringLiteral("removeMemberQuestion"),
             .title = tr("Remove from the organization"),
             .question = organization.isEmpty() ? tr("Remove %1 from the organization?").arg(name)
                                                : tr("Remove %1 from %2?").arg(name, isolated(organization)),
             .consequences = withAccount(m_parts, tr("Their account goes on alone, outside the organization. Meetings that were booked until now stay with the "
                                "organization, and owners and admins still see them; what is booked later is not seen here.\n\n"
                                "Webhooks that tell of this person only stop working. Webhooks of the whole organization work on, also those "
                                "that this person created.\n\nSundial cannot take this back: the person would have to be invited again.")),
             .act = tr("Remove from the organization"),
             .keep = tr("Keep in the organization")},
            m_parts.account, this, [this, wanted = *member] { remove(wanted); });
}

void MembersSection::remove(const OrganizationMembership &member)
{
    const QString name = isolated(memberName(member.user));
    m_team.remove(member, this, [this, name](const WriteOutcome &outcome) {
        m_toasts.show(toastFor(outcome, {.done = tr("%1 was removed from the organization.").arg(name),
                                         .refused = tr("%1 was not removed.").arg(name),
                                         .notDone = tr("The answer was lost, and a look at Calendly shows that %1 is still a member. You can try again.").arg(name),
                                         .unknown = tr("The answer was lost, and Calendly cannot be asked now. %1 may be removed; refresh before you try again.").arg(name)}));
    });
}
