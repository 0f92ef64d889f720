// SPDX-License-Identifier: GPL-3.0-or-later
#include "avatarlabel.h"

#include "stylesheet.h"

#include <QPainter>

AvatarLabel::AvatarLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void AvatarLabel::present(const QString &name, AvatarShape shape)
{
    m_name = name;
    m_shape = shape;
    setAccessibleName(name);
    update();
}

QSize AvatarLabel::sizeHint() const
{
    const int edge = grownHeight(30, font());
    return {edge, edge};
}

void AvatarLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), m_name, m_shape, font(), palette());
}
