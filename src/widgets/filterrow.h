// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flowrow.h"

#include <functional>

/// The row of a search field, chips and a count: where they do not fit side by side, the chips have a line of their own.
class FilterRow : public FlowRow
{
    Q_OBJECT

public:
    /// Its items are the field, the chips and the count, in this order. `leastChips` says how wide the chips are when they
    /// are as few as they may be, in one line.
    FilterRow(QWidget *parent, int spacing, std::function<int()> leastChips);

protected:
    int arrange(const QRect &rect, bool place) const override;

private:
    std::function<int()> m_leastChips;
};
