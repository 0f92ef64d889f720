// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterrow.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

FilterRow::FilterRow(QWidget *parent, int spacing, std::function<int()> leastChips) : FlowRow(parent, spacing), m_leastChips(std::move(leastChips)) { }

int FilterRow::arrange(const QRect &rect, bool place) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    QLayoutItem *field = items().at(0);
    QLayoutItem *chips = items().at(1);
    QLayoutItem *count = items().at(2);
    const int countWidth = count->isEmpty() ? 0 : std::min(count->sizeHint().width(), room.width() / 2);
    const int countRoom = countWidth > 0 ? countWidth + spacing() : 0;
    const int fieldWidth = std::min(field->sizeHint().width(), room.width() - countRoom);
    const int firstHeight = std::max(field->sizeHint().height(), count->isEmpty() ? 0 : count->sizeHint().height());
    const int beside = room.width() - fieldWidth - spacing() - countRoom;
    const bool isOneLine = m_leastChips() <= beside;

    const int chipsWidth = isOneLine ? beside : room.width();
    const int chipsHeight = chips->hasHeightForWidth() ? chips->heightForWidth(chipsWidth) : chips->sizeHint().height();
    const QRect chipsPlace(isOneLine ? room.x() + fieldWidth + spacing() : room.x(), isOneLine ? room.y() : room.y() + firstHeight + spacing(), chipsWidth,
                           chipsHeight);
    if (place) {
        const auto put = [this, &room](QLayoutItem *item, const QRect &at) { item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), room, at)); };
        put(field, QRect(room.x(), room.y(), fieldWidth, field->sizeHint().height()));
        put(chips, chipsPlace);
        if (countWidth > 0)
            put(count, QRect(room.right() - countWidth + 1, room.y(), countWidth, firstHeight));
    }
    return std::max(room.y() + firstHeight, chipsPlace.y() + chipsHeight) - rect.y() + contentsMargins().bottom();
}
