// SPDX-License-Identifier: GPL-3.0-or-later
#include "avatar.h"

#include "accountcolors.h"
#include "theme.h"
#include "user.h"

#include <QFontInfo>
#include <QPainter>

#include <algorithm>

namespace {

struct Look
{
    QColor ground;
    QColor ink;
    qreal corner;
};

void paintInitials(QPainter &painter, const QRect &rect, const QString &name, const Look &look, const QFont &font)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.ground);
    painter.drawRoundedRect(rect, look.corner, look.corner);
    painter.setFont(font);
    painter.setPen(look.ink);
    painter.drawText(rect, Qt::AlignCenter, initialsOf(name));
    painter.restore();
}

// As round as the account's button at its size, and less where the square is smaller.
qreal accountCorner(const QRect &rect)
{
    return std::min(7.0, rect.width() / 4.0);
}

} // namespace

void paintAvatar(QPainter &painter, const QRect &rect, const QString &name, AvatarShape shape, const QFont &base, const QPalette &palette)
{
    const bool person = shape == AvatarShape::Person;
    const ColorRole ground = person ? ColorRole::InfoSoft : shape == AvatarShape::Account ? ColorRole::Accent : ColorRole::Surface;
    const ColorRole ink = person ? ColorRole::Info : shape == AvatarShape::Account ? ColorRole::OnAccent : ColorRole::Ok;
    const Look look{themeColor(ground, palette), themeColor(ink, palette), person ? rect.width() / 2.0 : 7};
    paintInitials(painter, rect, name, look, themeFont(TextSize::Small, true, base));
}

void paintAccount(QPainter &painter, const QRect &rect, const AccountMark &account, const QFont &base, const QPalette &palette)
{
    const AccountColors colors = accountColors(account.number, palette);
    const bool isSmall = rect.width() < 24;
    QFont font = themeFont(isSmall ? TextSize::Tiny : TextSize::Small, true, base);
    // Two letters stay within the square, however large the text around it is.
    font.setPixelSize(std::min(QFontInfo(font).pixelSize(), qRound(rect.width() * 0.55)));
    paintInitials(painter, rect, account.name, {colors.ground, colors.ink, accountCorner(rect)}, font);
}
