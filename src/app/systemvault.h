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
/// is found out by asking at the start, where all that is wanted meanwhile waits for that, and again whenever something is
/// missing, written or removed. When a keychain appears, what file and memory hold moves there, unless what is there is newer, and what is to
/// be done with it meanwhile waits for that.
class SystemVault : public TokenVault
{
    Q_OBJECT

public:
    /// `service` names program and profile in the keychain; `profileFolder` holds the file.
    SystemVault(const QString &service, const QString &profileFolder, QObject *parent = nullptr);
    /// Finds out whether there is a keychain; `then` is called once, and not when `context` is gone.
    using Probe = std::function<void(QObject *context, std::function<void(bool isThere)> then)>;
    /// With a keychain of the caller's.
    SystemVault(std::unique_ptr<TokenVault> keychain, Probe probe, const QString &profileFolder, QObject *parent = nullptr);
    /// With one of the caller's, of which it is known whether it is there.
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
    /// Whether a keychain came up since, then `use` with what is chosen now.
    void lookAgain(QObject *context, std::function<void(TokenVault &vault)> use);
    void inTurn(std::function<void(TokenVault &vault)> use);
    void moveKept();
    bool holds(const QString &key) const;
    bool isKeychain(const TokenVault &vault) const { return &vault == m_keychain.get(); }
    void readFromKeychain(const QString &key, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then);
    Result<std::optional<QString>> beside(const QString &key) const;
    /// `item` is what the keychain holds, or held, where it is not settled.
    Result<std::optional<QString>> newer(const QString &key, const Result<std::optional<QString>> &item, bool isSettled);
    Result<Done> writeInPlaceOfKeychain(const QString &key, const QString &text, const Result<Done> &kept);
    void moveToKeychain(const QString &key, const QString &text);
    void whenMoved(const QString &key, std::function<void()> work);
    void leave(const QString &key);
    void forgetInMemory(const QString &key);
    void changing(const QString &key, int change);
    Result<Done> moveToFile();
    Result<Done> moveToMemory();

    std::unique_ptr<TokenVault> m_keychain;
    Probe m_probe;
    MemoryVault m_memory;
    SignInFile m_file;
    TokenVault *m_chosen = nullptr; ///< null until it is known which one
    QList<std::function<void()>> m_waiting;
    QList<std::function<void()>> m_looking; ///< wait for being looked again whether there is a keychain
    QHash<QString, QList<std::function<void()>>> m_moving; ///< items on their way to the keychain, and what waits for each
    QHash<QString, int> m_changing; ///< writes and removals under way
    QHash<QString, int> m_changes; ///< beginnings and ends of them so far
};
