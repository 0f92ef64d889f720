// SPDX-License-Identifier: GPL-3.0-or-later
#include "memoryvault.h"

#include "callback.h"

void MemoryVault::read(const QString &key, QObject *context,
                       std::function<void(const Result<std::optional<QString>> &)> then)
{
    std::optional<QString> item;
    if (const auto found = m_items.constFind(key); found != m_items.constEnd())
        item = *found;
    answerLater<std::optional<QString>>(context, std::move(then), item);
}

void MemoryVault::write(const QString &key, const QString &text, QObject *context,
                        std::function<void(const Result<Done> &)> then)
{
    m_items.insert(key, text);
    answerLater<Done>(context, std::move(then), Done{});
}

void MemoryVault::remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then)
{
    m_items.remove(key);
    answerLater<Done>(context, std::move(then), Done{});
}
