// SPDX-License-Identifier: GPL-3.0-or-later
#include "insighttile.h"

#include "theme.h"

#include <QPainter>

#include <algorithm>

namespace {

constexpr int padding = 12;
constexpr int gap = 2;
constexpr int wrapped = Qt::TextWordWrap | Qt::AlignTop | Qt::AlignLeading;

int textHeight(const QFont &font, int width, const QString &text)
{
    return text.isEmpty() ? 0 : QFontMetrics(font).boundingRect(QRect(0, 0, std::max(1, width), 10000), wrapped, text).height();
}

} // namespace

InsightTile::InsightTile(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void InsightTile::present(const InsightFigure &figure)
{
    m_figure = figure;
    setObjectName(figure.key + QStringLiteral("Tile"));
    setText(figure.title);
    setAccessibleName(figure.remark.isEmpty() ? tr("%1: %2", "figure").arg(figure.title, figure.value)
                                              : tr("%1: %2. %3", "figure").arg(figure.title, figure.value, figure.remark));
    setAccessibleDescription(tr("Shows these meetings"));
    setToolTip(tr("Show these meetings"));
    updateGeometry();
    update();
}

QSize InsightTile::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 22 + 2 * padding;
    return {width, heightForWidth(width)};
}

QSize InsightTile::minimumSizeHint() const
{
    const QFontMetrics value(themeFont(TextSize::Title, true, font()));
    return {std::max(fontMetrics().averageCharWidth() * 14, value.horizontalAdvance(m_figure.value)) + 2 * padding, heightForWidth(width())};
}

int InsightTile::heightForWidth(int width) const
{
    const int room = width - 2 * padding;
    const QFont small = themeFont(TextSize::Small, false, font());
    return 2 * padding + textHeight(small, room, m_figure.title) + gap + textHeight(themeFont(TextSize::Title, true, font()), room, m_figure.value) + gap
        + std::max(QFontMetrics(small).height(), textHeight(small, room, m_figure.remark));
}

void InsightTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColor(underMouse() ? ColorRole::Control : ColorRole::Line, palette()), 1));
    painter.setBrush(themeColor(isDown() ? ColorRole::Line : underMouse() ? ColorRole::Hover : ColorRole::Surface, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    QRect room = rect().adjusted(padding, padding, -padding, -padding);
    const auto write = [&](const QFont &with, ColorRole role, const QString &text) {
        painter.setFont(with);
        painter.setPen(themeColor(role, palette()));
        painter.drawText(room, wrapped, text);
        room.setTop(room.top() + textHeight(with, room.width(), text) + gap);
    };
    const QFont small = themeFont(TextSize::Small, false, font());
    write(small, ColorRole::Text2, m_figure.title);
    write(themeFont(TextSize::Title, true, font()), ColorRole::Text, m_figure.value);
    write(small, ColorRole::Text2, m_figure.remark);
}

void InsightTile::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void InsightTile::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}
