// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memoryvault.h"
#include "tokenvault.h"

#include <QList>

#include <functional>
#include <memory>

/// The system's keychain where there is one, else memory for this run. Which of the two is found out by asking once;
/// what is asked meanwhile waits for that.
class SystemVault : public TokenVault
{
    Q_OBJECT

public:
    /// `service` names program and profile in the keychain.
    explicit SystemVault(const QString &service, QObject *parent = nullptr);

    bool isPersistent() const override;
    void read(const QString &key, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then) override;
    void write(const QString &key, const QString &text, QObject *context, std::function<void(const Result<Done> &)> then) override;
    void remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then) override;
    bool isWriting() const override;

private:
    void whenFound(QObject *context, std::function<void(TokenVault &vault)> use);
    void found(bool keychain);

    std::unique_ptr<TokenVault> m_keychain;
    MemoryVault m_memory;
    TokenVault *m_chosen = nullptr; ///< null until it is known which one
    QList<std::function<void()>> m_waiting;
};
