// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cancelitem.h"
#include "clock.h"
#include "result.h"

#include <QList>

class CancelTable;

/// What is being canceled, in memory and on the disk.
class CancelJournal
{
public:
    CancelJournal(CancelTable &table, Clock clock);

    /// Reads what the open store holds. What was on its way when the program ended is unknown.
    void read();

    const QList<CancelItem> &items() const { return m_items; }
    const CancelItem *find(const QUrl &meeting) const;
    const CancelItem *first(CancelItem::State state) const;
    QList<QUrl> inState(CancelItem::State state) const;
    int count(CancelItem::State state) const;

    /// On the disk when it returns; with an error nothing has changed.
    Result<Done> put(const QList<CancelItem> &items);
    /// Says what is about to happen: where that cannot be written down, it must not.
    Result<Done> announce(const QUrl &meeting, CancelItem::State state);
    /// Says what has happened. Where that cannot be written down, it is known until the program ends; the next start
    /// finds what was announced, and looks.
    void note(const QUrl &meeting, CancelItem::State state, const std::optional<Error> &problem = std::nullopt);
    Result<Done> remove(const QList<QUrl> &meetings);

private:
    void take(const CancelItem &item);
    QList<CancelItem> dated(QList<CancelItem> items) const;

    CancelTable &m_table;
    Clock m_clock;
    QList<CancelItem> m_items;
};
