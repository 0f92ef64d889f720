// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosticsservice.h"

#include "accountservice.h"
#include "restclient.h"
#include "storefigures.h"
#include "syncservice.h"
#include "zones.h"

#include <QMetaEnum>

namespace {

// In plain English and not translated: this is read by who mends Sundial, not by its user.

QString yesOrNo(bool yes)
{
    return yes ? QStringLiteral("yes") : QStringLiteral("no");
}

QString kindWord(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Offline:
        return QStringLiteral("offline");
    case Error::Kind::TimedOut:
        return QStringLiteral("timed out");
    case Error::Kind::SignedOut:
        return QStringLiteral("signed out");
    case Error::Kind::ScopeMissing:
        return QStringLiteral("scope missing");
    case Error::Kind::NotAllowed:
        return QStringLiteral("not allowed");
    case Error::Kind::NotFound:
        return QStringLiteral("not found");
    case Error::Kind::Conflict:
        return QStringLiteral("conflict");
    case Error::Kind::Refused:
        return QStringLiteral("refused");
    case Error::Kind::RateLimited:
        return QStringLiteral("rate limited");
    case Error::Kind::ServerFailed:
        return QStringLiteral("server failed");
    case Error::Kind::Malformed:
        return QStringLiteral("malformed answer");
    case Error::Kind::Interrupted:
        return QStringLiteral("interrupted");
    case Error::Kind::Storage:
        return QStringLiteral("storage");
    case Error::Kind::Stopped:
        return QStringLiteral("stopped");
    }
    return {};
}

/// What an error is about; its words may quote the server, which may quote the user.
QString errorWord(const Error &error)
{
    return error.httpStatus > 0 ? QStringLiteral("%1 (HTTP %2)").arg(kindWord(error.kind)).arg(error.httpStatus) : kindWord(error.kind);
}

template <typename Enum> QString wordOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

} // namespace

Diagnostics DiagnosticsService::take() const
{
    Diagnostics found;
    found.account = account();
    const std::optional<Account> account = m_parts.account.account();
    found.scopes = account ? account->scopes : QStringList();
    found.store = store();
    found.sync = sync();
    found.requests = m_parts.client.lastOutcomes();
    return found;
}

Diagnostics::Facts DiagnosticsService::account() const
{
    const AccountService::State state = m_parts.account.state();
    Diagnostics::Facts facts{{QStringLiteral("State"), wordOf(state)}};
    if (state == AccountService::State::SignInEnded || state == AccountService::State::KeychainUnreachable)
        facts.append({QStringLiteral("Problem"), errorWord(m_parts.account.problem())});
    facts.append({QStringLiteral("Keychain keeps sign-ins"), yesOrNo(m_parts.account.keepsSignIns())});
    if (const int left = m_parts.account.leftSignIns(); left > 0)
        facts.append({QStringLiteral("Ended sign-ins that may still be in the keychain"), QString::number(left)});
    if (const std::optional<Account> account = m_parts.account.account()) {
        facts.append({QStringLiteral("Signed in with"), account->personalToken ? QStringLiteral("a personal access token") : QStringLiteral("the browser")});
        facts.append({QStringLiteral("Sign-in is kept"), yesOrNo(account->kept)});
        facts.append({QStringLiteral("Time zone is known here"), yesOrNo(zoneNamed(account->user.timezone).has_value())});
    }
    const bool isUsual = m_parts.client.apiUrl().host() == QLatin1String("api.calendly.com");
    facts.append({QStringLiteral("Server"), isUsual ? QStringLiteral("Calendly") : QStringLiteral("another")});
    return facts;
}

Diagnostics::Facts DiagnosticsService::store() const
{
    const StoreFigures figures = storeFigures(m_parts.database);
    if (figures.sqliteVersion.isEmpty())
        return {{QStringLiteral("Store"), QStringLiteral("none open")}};
    Diagnostics::Facts facts{{QStringLiteral("SQLite"), figures.sqliteVersion}, {QStringLiteral("Size"), QStringLiteral("%1 KiB").arg(figures.bytes / 1024)}};
    for (const auto &[table, rows] : figures.rows)
        facts.append({table, QString::number(rows)});
    return facts;
}

Diagnostics::Facts DiagnosticsService::sync() const
{
    Diagnostics::Facts facts{{QStringLiteral("State"), wordOf(m_parts.sync.state())}};
    const QDateTime last = m_parts.sync.lastSync();
    facts.append({QStringLiteral("Last whole look"), last.isValid() ? QStringLiteral("%1 s ago").arg(last.secsTo(m_parts.clock())) : QStringLiteral("never")});
    if (const std::optional<Error> problem = m_parts.sync.problem())
        facts.append({QStringLiteral("Problem"), errorWord(*problem)});
    const SyncService::Progress progress = m_parts.sync.progress();
    facts.append({QStringLiteral("Parts read"), QStringLiteral("%1 of %2").arg(progress.partsDone).arg(progress.partsTotal)});
    facts.append({QStringLiteral("Invitees not read yet"), QString::number(progress.inviteesMissing)});
    const CallBudget budget = m_parts.sync.budget();
    facts.append({QStringLiteral("Calls this minute"), QStringLiteral("%1 of %2, %3 waiting").arg(budget.used).arg(budget.limit).arg(budget.waiting)});
    return facts;
}
