// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkdelegate.h"

#include "icons.h"
#include "linkmodel.h"
#include "linktext.h"
#include "rowground.h"
#include "stylesheet.h"
#include "theme.h"

#include <QApplication>

namespace {

constexpr int contentEdge = 20;
constexpr int stripeHeight = 16;
constexpr int iconSize = 14;
constexpr int meterWidth = 44;
constexpr int meterHeight = 5;
constexpr int gap = 6;

/// One cell while it is painted.
struct Cell
{
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const QModelIndex &index;

    LinkStatus status() const { return static_cast<LinkStatus>(index.data(LinkModel::StatusRole).toInt()); }
    bool isPale() const
    {
        const bool over = status() == LinkStatus::Expired || status() == LinkStatus::Unknown;
        return over && !index.data(LinkModel::DaysRole).isValid(); // what may still be booked is as others are
    }
    QColor color(ColorRole role) const { return themeColor(role, option.palette); }
    QFont font(TextSize size, bool strong) const { return themeFont(size, strong, QApplication::font()); }
    QRect placed(int x, int width) const
    {
        return QStyle::visualRect(option.direction, option.rect, QRect(option.rect.left() + x, option.rect.top(), width, option.rect.height()));
    }
    QRect rest(int x) const { return placed(x, option.rect.width() - x - 8); }
};

void paintLabel(const Cell &cell)
{
    const bool quiet = cell.isPale() || cell.index.data(LinkModel::UnnamedRole).toBool();
    paintTwoLines(cell.painter, cell.rest(contentEdge), cell.index.data().toString(), cell.font(TextSize::Body, !quiet),
                  cell.color(quiet ? ColorRole::Text2 : ColorRole::Text), cell.index.data(LinkModel::SecondLineRole).toString(),
                  cell.font(TextSize::Small, false), cell.color(ColorRole::Text2));
}

void paintType(const Cell &cell)
{
    const QString color = cell.index.data(LinkModel::StripeRole).toString();
    if (!color.isEmpty())
        paintStripe(cell.painter, cell.placed(0, 4).left(), cell.option.rect, qRound(stripeHeight * textGrowth(QApplication::font())), color, cell.isPale(), cell.option.palette);
    paintTwoLines(cell.painter, cell.rest(12), cell.index.data().toString(), cell.font(TextSize::Body, false),
                  cell.color(cell.isPale() ? ColorRole::Text2 : ColorRole::Text), {}, cell.font(TextSize::Small, false), {});
}

void paintPlain(const Cell &cell)
{
    paintTwoLines(cell.painter, cell.rest(0), cell.index.data().toString(), cell.font(TextSize::Body, false), cell.color(ColorRole::Text2), {},
                  cell.font(TextSize::Small, false), {});
}

/// A number, and how much of the 90 days that is; brass and an hourglass when the last week has begun.
void paintDays(const Cell &cell)
{
    const QVariant days = cell.index.data(LinkModel::DaysRole);
    const bool soon = cell.index.data(LinkModel::SoonRole).toBool();
    const QFont font = cell.font(TextSize::Body, days.isValid());
    const int number = QFontMetrics(font).horizontalAdvance(QStringLiteral("90"));
    cell.painter.setFont(font);
    cell.painter.setPen(cell.color(!days.isValid() ? ColorRole::Text2 : soon ? ColorRole::BrassText : ColorRole::Text));
    cell.painter.drawText(cell.placed(8, number), Qt::AlignVCenter | Qt::AlignTrailing, cell.index.data().toString());
    if (!days.isValid())
        return;
    cell.painter.setRenderHint(QPainter::Antialiasing);
    cell.painter.setPen(Qt::NoPen);
    const int x = 8 + number + gap;
    const int y = cell.option.rect.center().y() - meterHeight / 2;
    const auto bar = [&](int width, ColorRole role) {
        QRect place = cell.placed(x, width);
        place.setTop(y);
        place.setHeight(meterHeight);
        cell.painter.setBrush(cell.color(role));
        cell.painter.drawRoundedRect(place, meterHeight / 2.0, meterHeight / 2.0);
    };
    bar(meterWidth, ColorRole::Line);
    bar(std::clamp(meterWidth * days.toInt() / singleUseLinkDays, meterHeight, meterWidth), soon ? ColorRole::Brass : ColorRole::Accent);
    if (!soon)
        return;
    const int edge = grownHeight(iconSize, QApplication::font());
    const QRect place = cell.placed(x + meterWidth + gap, edge);
    cell.painter.drawPixmap(place.left(), cell.option.rect.center().y() - edge / 2,
                            tintedPixmap(QStringLiteral("expiring"), edge, cell.color(ColorRole::BrassText), cell.painter.device()->devicePixelRatioF()));
}

ColorRole roleOf(LinkStatus status)
{
    switch (status) {
    case LinkStatus::Open:
        return ColorRole::AccentText;
    case LinkStatus::Booked:
        return ColorRole::Ok;
    case LinkStatus::Expired:
        return ColorRole::Text2;
    case LinkStatus::Unknown:
        return ColorRole::BrassText;
    }
    return ColorRole::Text2;
}

void paintStatus(const Cell &cell)
{
    const int edge = grownHeight(iconSize, QApplication::font());
    const QColor color = cell.color(roleOf(cell.status()));
    const QRect place = cell.placed(0, edge);
    cell.painter.drawPixmap(place.left(), cell.option.rect.center().y() - edge / 2,
                            tintedPixmap(linkStatusIconName(cell.status()), edge, color, cell.painter.device()->devicePixelRatioF()));
    paintTwoLines(cell.painter, cell.rest(edge + gap), cell.index.data().toString(), cell.font(TextSize::Body, false), color, {},
                  cell.font(TextSize::Small, false), {});
}

void paintMeeting(const Cell &cell)
{
    paintTwoLines(cell.painter, cell.rest(0), cell.index.data().toString(), cell.font(TextSize::Body, false), cell.color(ColorRole::AccentText),
                  cell.index.data(LinkModel::SecondLineRole).toString(), cell.font(TextSize::Small, false), cell.color(ColorRole::Text2));
}

} // namespace

void LinkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintRowGround(*painter, option, index.column() == LinkModel::LabelColumn, index.column() == LinkModel::BecameColumn,
                   option.state & QStyle::State_Selected);
    const Cell cell{*painter, option, index};
    switch (index.column()) {
    case LinkModel::LabelColumn:
        paintLabel(cell);
        break;
    case LinkModel::TypeColumn:
        paintType(cell);
        break;
    case LinkModel::LeftColumn:
        paintDays(cell);
        break;
    case LinkModel::StatusColumn:
        paintStatus(cell);
        break;
    case LinkModel::BecameColumn:
        paintMeeting(cell);
        break;
    default:
        paintPlain(cell);
    }
    painter->restore();
}

QSize LinkDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize words = QStyledItemDelegate::sizeHint(option, index);
    return {words.width(), twoLineRowHeight(QApplication::font())};
}
