// SPDX-License-Identifier: GPL-3.0-or-later
#include "iconmark.h"

#include "icons.h"

#include <QPainter>

IconMark::IconMark(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconMark::present(const QString &iconName, ColorRole role, int size)
{
    if (m_iconName == iconName && m_role == role && m_size == size)
        return;
    m_iconName = iconName;
    m_role = role;
    m_size = size;
    updateGeometry();
    update();
}

/// As high as a line of the text beside it, so that the drawing stands in the middle of the first line.
QSize IconMark::sizeHint() const
{
    return {m_size, std::max(m_size, fontMetrics().height())};
}

void IconMark::paintEvent(QPaintEvent *)
{
    if (m_iconName.isEmpty())
        return;
    QPainter painter(this);
    painter.drawPixmap((width() - m_size) / 2, (height() - m_size) / 2,
                       tintedPixmap(m_iconName, m_size, themeColor(m_role, palette()), devicePixelRatioF()));
}
