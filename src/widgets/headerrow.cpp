// SPDX-License-Identifier: GPL-3.0-or-later
#include "headerrow.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace {

/// A style sheet's least width, made for buttons of one icon, may be less than what is to be read.
int leastWidth(QLayoutItem &item)
{
    return std::max(item.minimumSize().width(), item.widget() ? item.widget()->minimumSizeHint().width() : 0);
}

} // namespace

struct HeaderRow::Line
{
    int first = 0;
    int next = 0; ///< the first item of the line that follows
    int least = 0; ///< how wide it is when all are at their minimum
    int height = 0;
};

/// As many items before `behind` as fit when they make themselves small, and at least one.
HeaderRow::Line HeaderRow::lineFrom(int first, int behind, int width) const
{
    Line line{.first = first, .next = first};
    for (; line.next < behind; ++line.next) {
        QLayoutItem *item = items().at(line.next);
        if (item->isEmpty())
            continue;
        const int least = leastWidth(*item) + (line.height > 0 ? spacing() : 0);
        if (line.height > 0 && line.least + least > width)
            break;
        line.least += least;
        line.height = std::max(line.height, item->sizeHint().height());
    }
    return line;
}

void HeaderRow::place(const Line &line, const QRect &room, int y) const
{
    const Qt::LayoutDirection direction = parentWidget()->layoutDirection();
    int spare = std::max(0, room.width() - line.least);
    QList<std::pair<QLayoutItem *, int>> widths;
    int wide = 0; // of all
    int endFrom = -1; // the first of those that stand at the end
    for (int number = line.first; number < line.next; ++number) {
        QLayoutItem *item = items().at(number);
        if (item->isEmpty())
            continue;
        const int least = leastWidth(*item);
        const int grown = std::min(least + spare, std::max(least, item->sizeHint().width()));
        spare -= grown - least;
        if (number >= m_end && endFrom < 0)
            endFrom = static_cast<int>(widths.size());
        wide += grown + (widths.isEmpty() ? 0 : spacing());
        widths.append({item, grown});
    }
    // A line of nothing but those has its first one at the begin.
    if (endFrom == 0)
        endFrom = 1;
    int x = room.x();
    for (int number = 0; number < widths.size(); ++number) {
        if (number == endFrom)
            x += std::max(0, room.width() - wide);
        const auto &[item, width] = widths.at(number);
        const int height = std::min(line.height, item->sizeHint().height());
        item->setGeometry(QStyle::visualRect(direction, room, QRect(x, y + (line.height - height) / 2, width, height)));
        x += width + spacing();
    }
}

int HeaderRow::arrange(const QRect &rect, bool placed) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    const bool isOneLine = lineFrom(0, count(), room.width()).next == count();
    int y = room.y();
    for (int first = 0; first < count();) {
        const Line line = lineFrom(first, isOneLine || first >= m_end ? count() : m_end, room.width());
        if (placed)
            place(line, room, y);
        first = line.next;
        if (line.height > 0)
            y += line.height + spacing();
    }
    return std::max(0, y - spacing() - rect.y()) + contentsMargins().bottom();
}
