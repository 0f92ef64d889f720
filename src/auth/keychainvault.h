// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tokenvault.h"

#include <chrono>

/// Keeps secrets in the system's keychain: Secret Service or KWallet, macOS Keychain, Windows Credential Store. Always
/// in text mode, because text and binary items of one key shadow each other.
///
/// Works in the main thread. A job that was begun is never given up: where the user is being asked to unlock a keyring,
/// the answer comes when that was done.
class KeychainVault : public TokenVault
{
    Q_OBJECT

public:
    /// `service` is the name that the items stand under, "Sundial". answerAwaited() comes after `patience`.
    explicit KeychainVault(QString service, QObject *parent = nullptr,
                           std::chrono::milliseconds patience = std::chrono::seconds(10));

    /// Finds out whether there is a keychain at all, within 3 seconds; a locked one counts, and one that asks the user.
    static void probe(const QString &service, QObject *context, std::function<void(bool available)> then);

    bool isPersistent() const override { return true; }
    void read(const QString &key, QObject *context,
              std::function<void(const Result<std::optional<QString>> &)> then) override;
    void write(const QString &key, const QString &text, QObject *context,
               std::function<void(const Result<Done> &)> then) override;
    void remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then) override;
    bool isWriting() const override { return m_writing > 0; }

private:
    void countWrites(int change);
    void watch(QObject *job);

    QString m_service;
    std::chrono::milliseconds m_patience;
    int m_writing = 0;
};
