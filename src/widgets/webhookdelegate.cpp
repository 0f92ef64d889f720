// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhookdelegate.h"

#include "icons.h"
#include "rowground.h"
#include "stylesheet.h"
#include "theme.h"
#include "webhookmodel.h"
#include "webhooktext.h"

#include <QApplication>

namespace {

constexpr int contentEdge = 20;
constexpr int iconSize = 14;
constexpr int gap = 6;

ColorRole roleOf(WebhookState state)
{
    switch (state) {
    case WebhookState::Active:
        return ColorRole::Ok;
    case WebhookState::Failing:
        return ColorRole::BrassText;
    case WebhookState::Disabled:
        return ColorRole::Text2;
    }
    return ColorRole::Text2;
}

QRect placed(const QStyleOptionViewItem &option, int x, int width)
{
    return QStyle::visualRect(option.direction, option.rect, QRect(option.rect.left() + x, option.rect.top(), width, option.rect.height()));
}

} // namespace

void WebhookDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const int column = index.column();
    paintRowGround(*painter, option, column == WebhookModel::AddressColumn, column == WebhookModel::CreatedColumn,
                   option.state & QStyle::State_Selected);
    const auto state = static_cast<WebhookState>(index.data(WebhookModel::StateRole).toInt());
    const bool isAddress = column == WebhookModel::AddressColumn;
    const bool isPale = state == WebhookState::Disabled;
    ColorRole role = isAddress && !isPale ? ColorRole::Text : ColorRole::Text2;
    int begin = isAddress ? contentEdge : 0;
    if (column == WebhookModel::StateColumn) {
        role = roleOf(state);
        const int edge = grownHeight(iconSize, QApplication::font());
        const QRect place = placed(option, 0, edge);
        painter->drawPixmap(place.left(), option.rect.center().y() - edge / 2,
                            tintedPixmap(webhookStateIconName(state), edge, themeColor(role, option.palette), painter->device()->devicePixelRatioF()));
        begin = edge + gap;
    }
    paintTwoLines(*painter, placed(option, begin, option.rect.width() - begin - 8), index.data().toString(),
                  themeFont(TextSize::Body, isAddress && !isPale, QApplication::font()), themeColor(role, option.palette), {},
                  themeFont(TextSize::Small, false, QApplication::font()), {});
    painter->restore();
}

QSize WebhookDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), twoLineRowHeight(QApplication::font())};
}
