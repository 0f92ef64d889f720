// SPDX-License-Identifier: GPL-3.0-or-later
#include "openaccounts.h"

#include "accountlist.h"
#include "accountservice.h"
#include "cancelqueue.h"
#include "eventtypeservice.h"
#include "heldactions.h"
#include "linkbatch.h"
#include "linkservice.h"
#include "meetingservice.h"
#include "pendingwrites.h"

#include <algorithm>

namespace {

AccountLook::Need needOf(const OpenAccount &open)
{
    switch (open.account.state()) {
    case AccountService::State::SignInEnded:
        return AccountLook::Need::SignIn;
    case AccountService::State::KeychainUnreachable:
        return AccountLook::Need::Keychain;
    default:
        return open.cancels.isOpen() ? AccountLook::Need::Cancellations : AccountLook::Need::None;
    }
}

bool isUnderWay(const OpenAccount &open)
{
    return !open.held.isEmpty() || open.cancels.state() == CancelQueue::State::Running
        || open.links.batch().state() == LinkBatch::State::Running || open.meetings.isBusy() || !open.account.writes().isEmpty();
}

/// The first of person, organization and address that nobody else shares: one person may have an account in each of two
/// organizations.
void nameApart(QList<AccountLook> &looks)
{
    const QList<AccountLook> all = looks;
    const auto isAlone = [&all](QString AccountLook::*part, const QString &value) {
        return !value.isEmpty()
            && std::count_if(all.begin(), all.end(), [&](const AccountLook &other) { return other.*part == value; }) == 1;
    };
    for (AccountLook &look : looks) {
        if (isAlone(&AccountLook::person, look.person))
            look.mark.name = look.person;
        else if (isAlone(&AccountLook::organization, look.organization))
            look.mark.name = look.organization;
        else
            look.mark.name = look.email.isEmpty() ? look.person : look.email;
    }
}

} // namespace

OpenAccounts::OpenAccounts(const AccountList &list, QObject *parent)
    : QObject(parent)
    , m_list(list)
{
}

void OpenAccounts::add(const OpenAccount &account)
{
    m_accounts.push_back(account);
    const AccountService *whose = &account.account;
    connect(&account.account, &AccountService::changed, this, &OpenAccounts::changed);
    connect(&account.cancels, &CancelQueue::changed, this, &OpenAccounts::changed);
    connect(&account.account, &AccountService::accountSwitched, this, [this, whose] { emit meetingsChanged(whose); });
    connect(&account.meetings, &MeetingService::changed, this, [this, whose] { emit meetingsChanged(whose); });
    connect(&account.eventTypes, &EventTypeService::changed, this, [this, whose] { emit eventTypesChanged(whose); });
    emit changed();
}

QList<const OpenAccount *> OpenAccounts::signedIn() const
{
    QList<const OpenAccount *> found;
    for (const OpenAccount &open : m_accounts) {
        if (open.account.account())
            found.append(&open);
    }
    return found;
}

QList<AccountLook> OpenAccounts::looks() const
{
    QList<AccountLook> looks;
    for (const OpenAccount *open : signedIn()) {
        const Account account = *open->account.account();
        const std::optional<KnownAccount> listed = m_list.find(account.key);
        looks.append({.key = account.key,
                      .person = account.user.name,
                      .email = account.user.email,
                      .organization = account.organization.name,
                      .mark = {.name = {}, .number = listed ? listed->number : 1},
                      .need = needOf(*open)});
    }
    std::stable_sort(looks.begin(), looks.end(), [](const AccountLook &one, const AccountLook &other) { return one.mark.number < other.mark.number; });
    nameApart(looks);
    return looks;
}

std::optional<AccountLook> OpenAccounts::look(const AccountService &account) const
{
    const std::optional<Account> open = account.account();
    if (!open)
        return std::nullopt;
    const QList<AccountLook> all = looks();
    const auto found = std::find_if(all.begin(), all.end(), [&open](const AccountLook &look) { return look.key == open->key; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

const OpenAccount *OpenAccounts::find(const QString &key) const
{
    const QList<const OpenAccount *> open = signedIn();
    const auto found = std::find_if(open.begin(), open.end(), [&key](const OpenAccount *one) { return one->account.account()->key == key; });
    return found == open.end() ? nullptr : *found;
}

std::vector<OpenAccount> OpenAccounts::beside(const AccountService &own) const
{
    std::vector<OpenAccount> others;
    for (const OpenAccount *open : signedIn()) {
        if (&open->account != &own)
            others.push_back(*open);
    }
    return others;
}

bool OpenAccounts::isOpenBeside(const AccountService &own, const QString &key) const
{
    const OpenAccount *open = find(key);
    return open && &open->account != &own;
}

QString OpenAccounts::busyBeside(const AccountService &own) const
{
    for (const OpenAccount &open : beside(own)) {
        if (isUnderWay(open) && !m_leftBehind.contains(&open.account))
            return open.account.account()->key;
    }
    return {};
}

void OpenAccounts::setLeftBehind(const AccountService &account, bool isLeft)
{
    if (isLeft)
        m_leftBehind.insert(&account);
    else
        m_leftBehind.remove(&account);
}

void OpenAccounts::show(const QString &key, const QUrl &meeting)
{
    emit showWanted(key, meeting);
}

void OpenAccounts::close(const QString &key)
{
    emit closeWanted(key);
}

void OpenAccounts::addAnother()
{
    emit addWanted();
}

void OpenAccounts::leaveSignIn()
{
    emit leaveWanted();
}
