// SPDX-License-Identifier: GPL-3.0-or-later
#include "canceljournal.h"

CancelJournal::CancelJournal(CancelTable &table, Clock clock) : Journal(table, std::move(clock), &CancelItem::meeting) { }

Result<QList<CancelItem>> CancelJournal::readItems()
{
    Result<QList<CancelItem>> items = table().items();
    if (!items)
        return items;
    for (CancelItem &item : *items) {
        if (item.state == State::Sending)
            item.state = State::Unknown;
        else if (item.state == State::MakingLink || item.state == State::Held)
            item.state = State::Waiting; // a link that nobody knows does no harm
    }
    return items;
}

void CancelJournal::noteUnknown(const QUrl &meeting, const Error &problem)
{
    const CancelItem *known = find(meeting);
    if (!known)
        return;
    CancelItem item = *known;
    item.state = State::Unknown;
    item.problem = problem;
    keep(item);
}

void CancelJournal::noteLink(const CancelItem &item, const Error &problem)
{
    CancelItem waiting = item;
    waiting.state = State::Waiting;
    waiting.problem = problem;
    keep(waiting);
}
