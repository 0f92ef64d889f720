// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripemark.h"

#include "rowground.h"

#include <QPainter>

StripeMark::StripeMark(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::MinimumExpanding);
}

void StripeMark::present(const QString &serverColor, bool dashed)
{
    m_color = serverColor;
    m_dashed = dashed;
    update();
}

void StripeMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStripe(painter, isRightToLeft() ? width() - 4 : 0, rect(), height(), m_color, m_dashed, palette());
}
