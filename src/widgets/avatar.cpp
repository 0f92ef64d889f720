// SPDX-License-Identifier: GPL-3.0-or-later
#include "avatar.h"

#include "theme.h"
#include "user.h"

#include <QPainter>

void paintAvatar(QPainter &painter, const QRect &rect, const QString &name, AvatarShape shape, const QFont &base, const QPalette &palette)
{
    const bool person = shape == AvatarShape::Person;
    const ColorRole ground = person ? ColorRole::InfoSoft : shape == AvatarShape::Account ? ColorRole::Accent : ColorRole::Surface;
    const ColorRole ink = person ? ColorRole::Info : shape == AvatarShape::Account ? ColorRole::OnAccent : ColorRole::Ok;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(ground, palette));
    const qreal corner = person ? rect.width() / 2.0 : 7;
    painter.drawRoundedRect(rect, corner, corner);
    painter.setFont(themeFont(TextSize::Small, true, base));
    painter.setPen(themeColor(ink, palette));
    painter.drawText(rect, Qt::AlignCenter, initialsOf(name));
    painter.restore();
}
