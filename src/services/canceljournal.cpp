// SPDX-License-Identifier: GPL-3.0-or-later
#include "canceljournal.h"

#include "canceltable.h"

#include <algorithm>

using State = CancelItem::State;

CancelJournal::CancelJournal(CancelTable &table, Clock clock) : m_table(table), m_clock(std::move(clock)) { }

void CancelJournal::read()
{
    m_items = m_table.items();
    for (CancelItem &item : m_items) {
        if (item.state == State::Sending)
            item.state = State::Unknown;
        else if (item.state == State::MakingLink || item.state == State::Held)
            item.state = State::Waiting; // a link that nobody knows does no harm
    }
}

const CancelItem *CancelJournal::find(const QUrl &meeting) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&meeting](const CancelItem &item) { return item.meeting == meeting; });
    return found == m_items.end() ? nullptr : &*found;
}

const CancelItem *CancelJournal::first(State state) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [state](const CancelItem &item) { return item.state == state; });
    return found == m_items.end() ? nullptr : &*found;
}

QList<QUrl> CancelJournal::inState(State state) const
{
    QList<QUrl> meetings;
    for (const CancelItem &item : m_items) {
        if (item.state == state)
            meetings.append(item.meeting);
    }
    return meetings;
}

int CancelJournal::count(State state) const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [state](const CancelItem &item) { return item.state == state; }));
}

Result<Done> CancelJournal::put(const QList<CancelItem> &items)
{
    const QList<CancelItem> written = dated(items);
    const Result<Done> done = m_table.put(written);
    if (done) {
        for (const CancelItem &item : written)
            take(item);
    }
    return done;
}

Result<Done> CancelJournal::announce(const QUrl &meeting, State state)
{
    CancelItem item = *find(meeting);
    item.state = state;
    item.problem.reset();
    return put({item});
}

void CancelJournal::note(const QUrl &meeting, State state, const std::optional<Error> &problem)
{
    const CancelItem *known = find(meeting);
    if (!known)
        return;
    CancelItem item = *known;
    item.state = state;
    item.problem = problem;
    const QList<CancelItem> noted = dated({item});
    take(noted.first());
    m_table.put(noted);
}

void CancelJournal::take(const CancelItem &item)
{
    const auto known = std::find_if(m_items.begin(), m_items.end(), [&item](const CancelItem &each) { return each.meeting == item.meeting; });
    if (known == m_items.end())
        m_items.append(item);
    else
        *known = item;
}

QList<CancelItem> CancelJournal::dated(QList<CancelItem> items) const
{
    const QDateTime now = m_clock();
    for (CancelItem &item : items)
        item.changedAt = now;
    return items;
}

Result<Done> CancelJournal::remove(const QList<QUrl> &meetings)
{
    const Result<Done> removed = m_table.remove(meetings);
    if (removed)
        m_items.removeIf([&meetings](const CancelItem &item) { return meetings.contains(item.meeting); });
    return removed;
}
