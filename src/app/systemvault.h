// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memoryvault.h"
#include "signinfile.h"
#include "tokenvault.h"

#include <QHash>
#include <QList>

#include <functional>
#include <memory>

/// The system's keychain where there is one, else memory for this run, or a file where the user chose that. Which of them
/// is found out by asking once; what is asked meanwhile waits for that. When a keychain appears later, what the file holds
/// moves there, and what is to be done with it meanwhile waits for that.
class SystemVault : public TokenVault
{
    Q_OBJECT

public:
    /// `service` names program and profile in the keychain; `profileFolder` holds the file.
    SystemVault(const QString &service, const QString &profileFolder, QObject *parent = nullptr);
    /// With a keychain of the caller's, of which it is known whether it is there.
    SystemVault(std::unique_ptr<TokenVault> keychain, bool isThere, const QString &profileFolder, QObject *parent = nullptr);

    bool isPersistent() const override;
    void read(const QString &key, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then) override;
    void write(const QString &key, const QString &text, QObject *context, std::function<void(const Result<Done> &)> then) override;
    void remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then) override;
    bool isWriting() const override;
    bool isFileOffered() const override;
    bool isInFile() const override;
    Result<Done> keepInFile(bool wanted) override;

private:
    void whenFound(QObject *context, std::function<void(TokenVault &vault)> use);
    void found(bool keychain);
    bool isKeychain(const TokenVault &vault) const { return &vault == m_keychain.get(); }
    void readFromKeychain(const QString &key, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then);
    Result<Done> writeInPlaceOfKeychain(const QString &key, const QString &text, const Result<Done> &kept);
    void moveToKeychain(const QString &key, const QString &text);
    void whenMoved(const QString &key, std::function<void()> work);
    void leaveFile(const QString &key);
    Result<Done> moveToFile();
    Result<Done> moveToMemory();

    std::unique_ptr<TokenVault> m_keychain;
    MemoryVault m_memory;
    SignInFile m_file;
    TokenVault *m_chosen = nullptr; ///< null until it is known which one
    QList<std::function<void()>> m_waiting;
    QHash<QString, QList<std::function<void()>>> m_moving; ///< items on their way to the keychain, and what waits for each
};
