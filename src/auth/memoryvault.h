// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tokenvault.h"

#include <QHash>
#include <QStringList>

#include <utility>

/// Keeps secrets until the program ends: for machines without a keychain, for the demo and for tests.
class MemoryVault : public TokenVault
{
    Q_OBJECT

public:
    using TokenVault::TokenVault;

    bool isPersistent() const override { return false; }
    void read(const QString &key, QObject *context,
              std::function<void(const Result<std::optional<QString>> &)> then) override;
    void write(const QString &key, const QString &text, QObject *context,
               std::function<void(const Result<Done> &)> then) override;
    void remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then) override;
    bool isWriting() const override { return false; }

    /// All that is kept, when it is to be kept elsewhere.
    QHash<QString, QString> takeAll() { return std::exchange(m_items, {}); }
    QStringList keys() const { return m_items.keys(); }
    std::optional<QString> text(const QString &key) const
    {
        const auto found = m_items.constFind(key);
        return found == m_items.constEnd() ? std::nullopt : std::optional<QString>(*found);
    }
    void drop(const QString &key) { m_items.remove(key); }
    void put(const QString &key, const QString &text) { m_items.insert(key, text); }

private:
    QHash<QString, QString> m_items;
};
