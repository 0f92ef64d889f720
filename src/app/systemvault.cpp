// SPDX-License-Identifier: GPL-3.0-or-later
#include "systemvault.h"

#include "keychainvault.h"

#include <QPointer>

SystemVault::SystemVault(const QString &service, QObject *parent)
    : TokenVault(parent)
    , m_keychain(std::make_unique<KeychainVault>(service))
{
    connect(m_keychain.get(), &TokenVault::writingChanged, this, &TokenVault::writingChanged);
    KeychainVault::probe(service, this, [this](bool available) { found(available); });
}

bool SystemVault::isPersistent() const
{
    return m_chosen != &m_memory;
}

bool SystemVault::isWriting() const
{
    return m_keychain->isWriting();
}

void SystemVault::found(bool keychain)
{
    m_chosen = keychain ? m_keychain.get() : &m_memory;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &use : waiting)
        use();
    emit persistenceChanged();
}

void SystemVault::whenFound(QObject *context, std::function<void(TokenVault &)> use)
{
    if (m_chosen) {
        use(*m_chosen);
        return;
    }
    m_waiting.append([this, guard = QPointer<QObject>(context), use = std::move(use)] {
        if (guard)
            use(*m_chosen);
    });
}

void SystemVault::read(const QString &key, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then)
{
    whenFound(context, [key, context, then = std::move(then)](TokenVault &vault) { vault.read(key, context, then); });
}

// What is to be written or removed is done also when nobody waits for it any more.
void SystemVault::write(const QString &key, const QString &text, QObject *context, std::function<void(const Result<Done> &)> then)
{
    whenFound(this, [this, key, text, told = QPointer<QObject>(context), then = std::move(then)](TokenVault &vault) {
        vault.write(key, text, told ? told.data() : this, told ? then : [](const Result<Done> &) {});
    });
}

void SystemVault::remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then)
{
    whenFound(this, [this, key, told = QPointer<QObject>(context), then = std::move(then)](TokenVault &vault) {
        vault.remove(key, told ? told.data() : this, told ? then : [](const Result<Done> &) {});
    });
}
