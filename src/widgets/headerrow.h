// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flowrow.h"

/// A flow row for a page's head: what follows startEnd() stands at the row's end. Before it goes on in a next row its
/// widgets shrink to their minimum, the last ones first; where that is not enough, the end makes a row of its own.
class HeaderRow : public FlowRow
{
    Q_OBJECT

public:
    using FlowRow::FlowRow;

    void startEnd() { m_end = count(); }

protected:
    int arrange(const QRect &rect, bool place) const override;

private:
    struct Line;

    Line lineFrom(int first, int behind, int width) const;
    void place(const Line &line, const QRect &room, int y) const;

    int m_end = 0; ///< the first item of those at the end
};
