// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "result.h"

#include <QList>

#include <algorithm>
#include <optional>

/// Things that are done one after the other, in memory and on the disk. An `Item` has a State, a problem and changedAt, and
/// is known by its member `key`; `Table` keeps items, on the disk when put() returns.
template <typename Item, typename Key, typename Table>
class Journal
{
public:
    using State = typename Item::State;

    Journal(Table &table, Clock clock, Key Item::*key)
        : m_table(table)
        , m_clock(std::move(clock))
        , m_key(key)
    {
    }

    const QList<Item> &items() const { return m_items; }

    const Item *find(const Key &key) const
    {
        const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const Item &item) { return item.*m_key == key; });
        return found == m_items.end() ? nullptr : &*found;
    }

    const Item *first(State state) const
    {
        const auto found = std::find_if(m_items.begin(), m_items.end(), [state](const Item &item) { return item.state == state; });
        return found == m_items.end() ? nullptr : &*found;
    }

    QList<Key> inState(State state) const
    {
        QList<Key> keys;
        for (const Item &item : m_items) {
            if (item.state == state)
                keys.append(item.*m_key);
        }
        return keys;
    }

    int count(State state) const
    {
        return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [state](const Item &item) { return item.state == state; }));
    }

    /// On the disk when it returns; with an error nothing has changed.
    Result<Done> put(const QList<Item> &items)
    {
        const QList<Item> written = dated(items);
        const Result<Done> done = m_table.put(written);
        if (done) {
            for (const Item &item : written)
                take(item);
        }
        return done;
    }

    /// Says what is about to happen: where that cannot be written down, it must not.
    Result<Done> announce(const Key &key, State state)
    {
        Item item = *find(key);
        item.state = state;
        item.problem.reset();
        return put({item});
    }

    /// Says what has happened. Where that cannot be written down, it is known until the program ends; the next start
    /// finds what was announced, and looks.
    void note(const Key &key, State state, const std::optional<Error> &problem = std::nullopt)
    {
        const Item *known = find(key);
        if (!known)
            return;
        Item item = *known;
        item.state = state;
        item.problem = problem;
        item.changedAt = m_clock();
        keep(item);
    }

    Result<Done> remove(const QList<Key> &keys)
    {
        const Result<Done> removed = m_table.remove(keys);
        if (removed)
            m_items.removeIf([&](const Item &item) { return keys.contains(item.*m_key); });
        return removed;
    }

protected:
    Table &table() { return m_table; }
    /// In memory even where it cannot be written down.
    void keep(const Item &item)
    {
        take(item);
        m_table.put({item});
    }
    void setItems(const QList<Item> &items) { m_items = items; } ///< as the open store has them

private:
    void take(const Item &item)
    {
        const auto known = std::find_if(m_items.begin(), m_items.end(), [&](const Item &each) { return each.*m_key == item.*m_key; });
        if (known == m_items.end())
            m_items.append(item);
        else
            *known = item;
    }

    QList<Item> dated(QList<Item> items) const
    {
        const QDateTime now = m_clock();
        for (Item &item : items)
            item.changedAt = now;
        return items;
    }

    Table &m_table;
    Clock m_clock;
    Key Item::*m_key;
    QList<Item> m_items;
};
