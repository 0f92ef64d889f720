// SPDX-License-Identifier: GPL-3.0-or-later
#include "pendingwrites.h"

#include <algorithm>

PendingWrites::Hold PendingWrites::hold(Kind kind)
{
    count(kind, +1);
    return Hold(this, [writes = QPointer<PendingWrites>(this), kind](void *) {
        if (writes) // a request may outlive the account's services
            writes->count(kind, -1);
    });
}

bool PendingWrites::isEmpty() const
{
    return std::all_of(m_counts.cbegin(), m_counts.cend(), [](int count) { return count == 0; });
}

void PendingWrites::count(Kind kind, int change)
{
    m_counts[kind] += change;
    emit changed();
}
