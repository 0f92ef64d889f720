// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "leftsignins.h"
#include "session.h"

#include <memory>

class QLockFile;

/// Takes sign-ins out of the keychain that an earlier run ended and could not take out, under the lock of the account, so
/// that it never meets a new sign-in. Asks nobody; what is left all the same stays noted.
class LeftRemoval : public QObject
{
    Q_OBJECT

public:
    /// `profileFolder` holds the notes and the journals. The vault is not owned.
    LeftRemoval(const AuthServer &server, const QString &profileFolder, TokenVault &vault, const Clock &clock, const AuthLimits &limits = {});

    /// Tries each once.
    void start();

signals:
    void changed(); ///< one is gone, or not
    void gaveUp(); ///< before that: one was not shown at so many starts that nobody looks for it any more, though it may be there

private:
    void found(const QString &account, const Result<std::optional<QString>> &item);
    void takeOut(const QString &account, const Result<std::optional<QString>> &item, const std::shared_ptr<QLockFile> &lock);

    QString m_folder;
    TokenVault &m_vault;
    LeftSignIns m_left;
    Session m_session;
    AuthLimits m_limits;
};
