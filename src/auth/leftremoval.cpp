// SPDX-License-Identifier: GPL-3.0-or-later
#include "leftremoval.h"

#include "lockwait.h"
#include "renewaljournal.h"

LeftRemoval::LeftRemoval(const AuthServer &server, const QString &profileFolder, TokenVault &vault, const Clock &clock, const AuthLimits &limits)
    : m_folder(profileFolder)
    , m_vault(vault)
    , m_left(profileFolder)
    , m_session(server, profileFolder, vault, clock, nullptr, limits)
    , m_limits(limits)
{
}

void LeftRemoval::start()
{
    const QStringList accounts = m_left.accounts();
    for (const QString &account : accounts) {
        // Somebody has signed in to it again: what is in the keychain is theirs.
        if (RenewalJournal(m_folder, account).read().phase != JournalEntry::Phase::SignedOut)
            m_left.drop(account);
        else
            m_vault.read(account, this, [this, account](const auto &item) { found(account, item); });
    }
}

/// The keychain may have been asking its user for a while, and a sign-in may have begun or ended since.
void LeftRemoval::found(const QString &account, const Result<std::optional<QString>> &item)
{
    new LockWait(
        RenewalJournal(m_folder, account).lockPath(), m_limits,
        [this, account, item](const Result<LockWait::Lock> &lock) {
            if (lock)
                takeOut(account, item, *lock);
            else // somebody is signing in to it; what stays noted is tried again
                emit changed();
        },
        this);
}

void LeftRemoval::takeOut(const QString &account, const Result<std::optional<QString>> &item, const std::shared_ptr<QLockFile> &lock)
{
    if (RenewalJournal(m_folder, account).read().phase != JournalEntry::Phase::SignedOut)
        m_left.drop(account);
    else if (item && *item) // the sign-out once more: with what it could not see before, the server is told as well
        return m_session.signOut(account, this, [this, lock](const Result<Done> &) {
            lock->unlock();
            emit changed();
        });
    else if (!item || !m_vault.isPersistent())
        m_left.fail(account);
    else if (m_left.miss(account))
        emit gaveUp();
    emit changed();
}
