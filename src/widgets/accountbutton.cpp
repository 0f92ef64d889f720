// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountbutton.h"

#include "avatar.h"
#include "icons.h"
#include "stylesheet.h"
#include "theme.h"

#include <QPainter>
#include <QStyle>

namespace {

constexpr int side = 8;
constexpr int gap = 10;

} // namespace

AccountButton::AccountButton(QWidget *parent) : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AccountButton::present(const AccountMark &account, const QString &secondLine)
{
    m_account = account;
    m_secondLine = secondLine;
    //: A button's name for a screen reader; %1 is a person, %2 an organization or an e-mail address.
    setAccessibleName(tr("Account: %1, %2").arg(account.name, secondLine));
    setToolTip(tr("%1, %2", "person, organization").arg(account.name, secondLine).toHtmlEscaped());
    updateGeometry();
    update();
}

QSize AccountButton::sizeHint() const
{
    const int lines = QFontMetrics(font()).height() + QFontMetrics(themeFont(TextSize::Small, false, font())).height();
    return {180, std::max(46, lines + 10)};
}

QSize AccountButton::minimumSizeHint() const
{
    return {grownHeight(30, font()), sizeHint().height()};
}

void AccountButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto color = [this](ColorRole role) { return themeColor(role, palette()); };
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(isDown() ? ColorRole::Line : ColorRole::Hover));
        painter.drawRoundedRect(rect(), 6, 6);
    }
    const auto placed = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const int avatar = grownHeight(30, font());
    const int iconEdge = grownHeight(16, font());
    const bool onlyFace = width() < 2 * side + 2 * avatar; // the tool tip has the name
    const QRect face(onlyFace ? (width() - avatar) / 2 : side, (height() - avatar) / 2, avatar, avatar);
    paintAccount(painter, placed(face), m_account, font(), palette());
    if (onlyFace)
        return;

    const QRect icon(width() - side - iconEdge, (height() - iconEdge) / 2, iconEdge, iconEdge);
    painter.drawPixmap(placed(icon).topLeft(), tintedPixmap(QStringLiteral("switch"), iconEdge, color(ColorRole::Text2), devicePixelRatioF()));

    const QFont strong = themeFont(TextSize::Body, true, font());
    const QFont small = themeFont(TextSize::Small, false, font());
    const int first = QFontMetrics(strong).height();
    const int second = QFontMetrics(small).height();
    const int top = (height() - first - second) / 2;
    const int x = face.right() + 1 + gap;
    const int room = icon.left() - 6 - x;
    painter.setFont(strong);
    painter.setPen(color(ColorRole::Text));
    painter.drawText(placed(QRect(x, top, room, first)), int(Qt::AlignLeading | Qt::AlignVCenter),
                     QFontMetrics(strong).elidedText(m_account.name, Qt::ElideRight, room));
    painter.setFont(small);
    painter.setPen(color(ColorRole::Text2));
    painter.drawText(placed(QRect(x, top + first, room, second)), int(Qt::AlignLeading | Qt::AlignVCenter),
                     QFontMetrics(small).elidedText(m_secondLine, Qt::ElideRight, room));
}
