// SPDX-License-Identifier: GPL-3.0-or-later
#include "offlinewords.h"

#include "accountservice.h"
#include "mainwindowparts.h"
#include "syncservice.h"
#include "whilealive.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OfflineWords)
};

/// Whose token it is may still have to be asked: then the network is what is missing.
bool isSignedIn(const MainWindowParts &parts)
{
    const AccountService::State account = parts.account.state();
    const SyncService::State sync = parts.sync.state();
    return sync != SyncService::State::SignedOut
        && (account == AccountService::State::Ready || (account == AccountService::State::Opening && sync == SyncService::State::Offline));
}

} // namespace

OfflineFact offlineFact(const MainWindowParts &parts)
{
    if (isSignedIn(parts))
        return {QStringLiteral("offline"), Text::tr("Calendly cannot be reached")};
    return {QStringLiteral("key"), Text::tr("Sundial is not signed in")};
}

QString whyOffline(const MainWindowParts &parts, const QString &needsNetwork)
{
    if (parts.sync.isOnline())
        return {};
    return isSignedIn(parts) ? needsNetwork : Text::tr("Sundial is not signed in.");
}

std::optional<Error> whyNothingComes(const MainWindowParts &parts)
{
    if (parts.account.state() == AccountService::State::SignInEnded || parts.sync.state() == SyncService::State::SignedOut) {
        const Error ended = parts.account.problem();
        return ended.kind == Error::Kind::ScopeMissing ? ended : Error{.kind = Error::Kind::SignedOut};
    }
    if (parts.sync.state() != SyncService::State::Offline)
        return std::nullopt;
    const std::optional<Error> problem = parts.sync.problem();
    const bool isWhy = problem && (isUnreachable(*problem) || problem->kind == Error::Kind::Malformed); // or a page of the network
    return isWhy ? *problem : Error{.kind = Error::Kind::Offline};
}
