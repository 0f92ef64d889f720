// SPDX-License-Identifier: GPL-3.0-or-later
#include "personmark.h"

#include "stylesheet.h"
#include "theme.h"

#include <QPainter>

PersonMark::PersonMark(const QString &initials, QWidget *parent) : QWidget(parent), m_initials(initials)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize PersonMark::sizeHint() const
{
    const int side = grownHeight(30, font());
    return {side, side};
}

void PersonMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(ColorRole::InfoSoft, palette()));
    painter.drawEllipse(rect());
    painter.setPen(themeColor(ColorRole::Info, palette()));
    painter.setFont(themeFont(TextSize::Small, true, font()));
    painter.drawText(rect(), Qt::AlignCenter, m_initials);
}
