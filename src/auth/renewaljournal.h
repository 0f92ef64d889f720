// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QDateTime>
#include <QString>

/// What is known outside the keychain about an account's sign-in. No secrets.
struct JournalEntry
{
    enum class Phase {
        None, ///< nothing was written yet
        Kept, ///< `generation` was stored
        Renewing, ///< `generation` was sent; what became of it is unknown
        Ended, ///< the server refused `generation`
        SignedOut, ///< the user ended everything up to `generation`
    };

    Phase phase = Phase::None;
    int generation = 0;
    int tries = 0; ///< with Renewing and Ended: how often `generation` was sent
    QDateTime sentAt; ///< UTC, of the last token call; null when there was none
    bool operator==(const JournalEntry &) const = default;
};

/// The small file beside the keychain that tells an interrupted renewal from a finished one (a lock file stands next to
/// it). Shared by all processes: to be written under the lock, but for a sign-out, which waits for nobody.
class RenewalJournal
{
public:
    /// `folder` is made where it is missing. The names of the files do not tell the account.
    RenewalJournal(const QString &folder, const QString &account);

    QString lockPath() const;
    /// Phase None where there is no readable file.
    JournalEntry read() const;
    /// Storage unless every byte was taken: nothing may be sent then.
    Result<Done> write(const JournalEntry &entry) const;

private:
    QString m_path;
};
