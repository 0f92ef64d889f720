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

    virtual ~Journal() = default;
    Q_DISABLE_COPY_MOVE(Journal)

    const QList<Item> &items() const { return m_items; }

    /// An error where the store did not give what it holds: nothing may be sent then, since it may have been sent before.
    Result<Done> known()
    {
        if (m_isRead)
            return Done{};
        return read();
    }

    /// Reads what the open store holds.
    Result<Done> read()
    {
        const Result<QList<Item>> stored = readItems();
        m_isRead = stored.has_value();
        m_items = stored.value_or({});
        m_dropped.clear(); // of another store
        return stored ? Result<Done>(Done{}) : Unexpected(stored.error());
    }

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
        const Result<Done> done = write(written);
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

    /// They are done with, and gone here whatever the disk says. What it refuses to strike is told and tried again by
    /// strike(), and with whatever is written next: the next start would find it.
    Result<Done> drop(const QList<Key> &keys)
    {
        m_items.removeIf([&](const Item &item) { return keys.contains(item.*m_key); });
        m_dropped += keys;
        return strike();
    }

    Result<Done> strike()
    {
        if (m_dropped.isEmpty())
            return Done{};
        const Result<Done> struck = m_table.remove(m_dropped);
        if (struck)
            m_dropped.clear();
        return struck;
    }

protected:
    Table &table() { return m_table; }
    /// In memory even where it cannot be written down.
    void keep(const Item &item)
    {
        take(item);
        write({item});
    }
    virtual Result<QList<Item>> readItems() = 0; ///< as they are after a start

private:
    Result<Done> write(const QList<Item> &items)
    {
        const Result<Done> done = m_table.put(items);
        for (const Item &item : items) {
            if (done)
                m_dropped.removeAll(item.*m_key); // it is another one now
        }
        if (done)
            strike();
        return done;
    }

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
    QList<Key> m_dropped; ///< and still on the disk
    bool m_isRead = true;
};
