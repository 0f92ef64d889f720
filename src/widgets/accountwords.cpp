// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountwords.h"

#include "accountservice.h"
#include "mainwindowparts.h"
#include "openaccounts.h"
#include "organizationservices.h"
#include "plaintext.h"
#include "teamservice.h"
#include "teamtext.h"

#include <QCoreApplication>
#include <QStringList>

namespace {

constexpr int longestName = 80;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AccountWords)
};

QString needText(AccountLook::Need need)
{
    switch (need) {
    case AccountLook::Need::SignIn:
        return Words::tr("sign-in ended");
    case AccountLook::Need::Keychain:
        return Words::tr("keychain locked");
    case AccountLook::Need::Cancellations:
        return Words::tr("cancellations left over");
    case AccountLook::Need::None:
        break;
    }
    return {};
}

} // namespace

QString accountMenuText(const AccountLook &look)
{
    QStringList parts{look.mark.name, look.person, look.email};
    parts.removeAll(QString());
    parts.removeDuplicates();
    QString text = oneLine(parts.mid(0, 2).join(QStringLiteral(", ")), longestName);
    if (const QString need = needText(look.need); !need.isEmpty())
        text = Words::tr("%1 (%2)", "account, what it needs").arg(text, need);
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString accountToName(const MainWindowParts &parts)
{
    if (!parts.accounts || !parts.accounts->areSeveral())
        return {};
    const std::optional<AccountLook> look = parts.accounts->look(parts.account);
    return look ? oneLine(look->mark.name, longestName) : QString();
}

QString standingText(const MainWindowParts &parts)
{
    const std::optional<Account> account = parts.account.account();
    if (!account)
        return {};
    const std::optional<Role> known = parts.organization ? parts.organization->team.roleOf(account->user.uri) : std::nullopt;
    const QString role = known ? roleText(*known) : QString();
    const QString plan = planText(account->organization.plan);
    if (role.isEmpty() || plan.isEmpty())
        return !role.isEmpty() ? Words::tr("Your role is %1.").arg(role) : !plan.isEmpty() ? Words::tr("The plan is %1.").arg(plan) : QString();
    return Words::tr("Your role is %1; the plan is %2.").arg(role, plan);
}

QString windowTitleOf(const MainWindowParts &parts, const QString &page)
{
    const QString account = accountToName(parts);
    //: The window's title; %1 is a page, %2 one of several accounts.
    const QString place = account.isEmpty() ? page : Words::tr("%1 – %2").arg(page, account);
    //: The window's title; %1 is a page.
    return parts.demo ? Words::tr("%1 – Sundial (demo)").arg(place) : Words::tr("%1 – Sundial").arg(place);
}

QString actingAsText(const MainWindowParts &parts)
{
    const QString account = accountToName(parts);
    return account.isEmpty() ? QString() : Words::tr("In the account %1.").arg(account);
}

QString withAccount(const MainWindowParts &parts, const QString &sentences)
{
    const QString account = actingAsText(parts);
    //: In which account, then what is done there.
    return account.isEmpty() ? sentences : Words::tr("%1 %2").arg(account, sentences);
}

QString withAccountBehind(const MainWindowParts &parts, const QString &notice)
{
    const QString account = accountToName(parts);
    //: What was done, in which of several accounts.
    return account.isEmpty() ? notice : Words::tr("%1 · account %2").arg(notice, account);
}
