// SPDX-License-Identifier: GPL-3.0-or-later
#include "choicebutton.h"

#include "icons.h"
#include "keycap.h"
#include "stylesheet.h"
#include "theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace {

constexpr int side = 17;
constexpr int tileEdge = 36;
constexpr int gap = 14;

} // namespace

ChoiceButton::ChoiceButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setProperty("ownFocus", true); // its own edge shows the focus
}

void ChoiceButton::setSentence(const QString &sentence)
{
    m_sentence = sentence;
    setAccessibleDescription(sentence);
    updateGeometry();
    update();
}

QSize ChoiceButton::sizeHint() const
{
    const QFontMetrics strong(themeFont(TextSize::Body, true, font()));
    const QFontMetrics small(themeFont(TextSize::Small, false, font()));
    const int words = std::max(strong.horizontalAdvance(text()), small.horizontalAdvance(m_sentence));
    return {2 * side + grownHeight(tileEdge, font()) + 2 * gap + words + keyCapSize(tr("Enter"), font()).width(),
            std::max(64, strong.height() + small.height() + 28)};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto color = [this](ColorRole role) { return themeColor(role, palette()); };
    const auto placed = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const bool chosen = hasFocus() && isEnabled();
    const double pen = chosen ? 2 : 1;
    QPen edge(color(chosen ? ColorRole::Focus : underMouse() && isEnabled() ? ColorRole::Control : ColorRole::Line2), pen);
    if (!isEnabled())
        edge.setStyle(Qt::DashLine);
    painter.setPen(edge);
    painter.setBrush(color(isDown() ? ColorRole::Line : chosen ? ColorRole::AccentSoft : underMouse() && isEnabled() ? ColorRole::Hover : ColorRole::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), 7, 7);

    const int tile = grownHeight(tileEdge, font());
    const int icon = grownHeight(20, font());
    const QRect tileRect = placed(QRect(side, (height() - tile) / 2, tile, tile));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(chosen ? ColorRole::Accent : ColorRole::Window));
    painter.drawRoundedRect(tileRect, 6, 6);
    painter.drawPixmap(tileRect.center() - QPoint(icon / 2 - 1, icon / 2 - 1),
                       tintedPixmap(m_iconName, icon, color(!isEnabled() ? ColorRole::Text3 : chosen ? ColorRole::OnAccent : ColorRole::AccentText),
                                    devicePixelRatioF()));

    const QString key = tr("Enter");
    const QSize cap = keyCapSize(key, font());
    const QRect end(width() - side - cap.width(), 0, cap.width(), height());
    if (chosen)
        paintKeyCap(painter, placed(end), key, font(), color(ColorRole::AccentText), color(ColorRole::AccentText));
    else if (isEnabled()) {
        const int edgeLength = grownHeight(16, font());
        const QRect arrow(width() - side - edgeLength, (height() - edgeLength) / 2, edgeLength, edgeLength);
        painter.drawPixmap(placed(arrow).topLeft(),
                           tintedPixmap(isRightToLeft() ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right"), edgeLength,
                                        color(ColorRole::Text2), devicePixelRatioF()));
    }
    const int x = side + tile + gap;
    paintWords(painter, x, end.left() - 4 - x);
}

void ChoiceButton::paintWords(QPainter &painter, int x, int room) const
{
    const QFont strong = themeFont(TextSize::Body, true, font());
    const QFont small = themeFont(TextSize::Small, false, font());
    const int first = QFontMetrics(strong).height();
    const int second = QFontMetrics(small).height();
    const int top = (height() - first - second) / 2;
    const auto line = [&](int y, int tall) { return QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, room, tall)); };
    painter.setFont(strong);
    painter.setPen(themeColor(isEnabled() ? ColorRole::Text : ColorRole::Text3, palette()));
    painter.drawText(line(top, first), int(Qt::AlignLeading | Qt::AlignVCenter | Qt::TextHideMnemonic), text());
    painter.setFont(small);
    painter.setPen(themeColor(isEnabled() ? ColorRole::Text2 : ColorRole::Text3, palette()));
    painter.drawText(line(top + first, second), int(Qt::AlignLeading | Qt::AlignVCenter),
                     QFontMetrics(small).elidedText(m_sentence, Qt::ElideRight, room));
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}
