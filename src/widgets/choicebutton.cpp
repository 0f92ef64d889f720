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
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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
    const int words = QFontMetrics(themeFont(TextSize::Small, false, font())).horizontalAdvance(m_sentence);
    const QSize least = minimumSizeHint();
    const int wanted = std::max(least.width(), least.width() - roomForWords(least.width()) + words);
    return {wanted, heightForWidth(wanted)};
}

/// As wide as what it is; the sentence takes the lines that it needs then.
QSize ChoiceButton::minimumSizeHint() const
{
    const int words = QFontMetrics(themeFont(TextSize::Body, true, font())).horizontalAdvance(text());
    const int width = wordsLeft() + words + gap + keyCapSize(tr("Enter"), font()).width() + side;
    return {width, heightForWidth(width)};
}

int ChoiceButton::heightForWidth(int width) const
{
    constexpr int least = 64;
    constexpr int air = 28;
    return std::max(least, QFontMetrics(themeFont(TextSize::Body, true, font())).height() + sentenceHeight(roomForWords(width)) + air);
}

int ChoiceButton::wordsLeft() const
{
    return side + grownHeight(tileEdge, font()) + gap;
}

int ChoiceButton::roomForWords(int width) const
{
    constexpr int beforeCap = 4;
    return width - side - keyCapSize(tr("Enter"), font()).width() - beforeCap - wordsLeft();
}

int ChoiceButton::sentenceHeight(int room) const
{
    const QFontMetrics small(themeFont(TextSize::Small, false, font()));
    return std::max(small.height(), small.boundingRect(QRect(0, 0, room, QWIDGETSIZE_MAX), Qt::TextWordWrap, m_sentence).height());
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
                           tintedPixmap(readingIcon(QStringLiteral("chevron-right"), layoutDirection()), edgeLength,
                                        color(ColorRole::Text2), devicePixelRatioF()));
    }
    paintWords(painter);
}

void ChoiceButton::paintWords(QPainter &painter) const
{
    const int room = roomForWords(width());
    const QFont strong = themeFont(TextSize::Body, true, font());
    const QFont small = themeFont(TextSize::Small, false, font());
    const int first = QFontMetrics(strong).height();
    const int second = sentenceHeight(room);
    const int top = (height() - first - second) / 2;
    const auto line = [&](int y, int tall) { return QStyle::visualRect(layoutDirection(), rect(), QRect(wordsLeft(), y, room, tall)); };
    painter.setFont(strong);
    painter.setPen(themeColor(isEnabled() ? ColorRole::Text : ColorRole::Text3, palette()));
    painter.drawText(line(top, first), int(Qt::AlignLeading | Qt::AlignVCenter | Qt::TextHideMnemonic), text());
    painter.setFont(small);
    painter.setPen(themeColor(isEnabled() ? ColorRole::Text2 : ColorRole::Text3, palette()));
    painter.drawText(line(top + first, second), int(Qt::AlignLeading | Qt::AlignVCenter | Qt::TextWordWrap), m_sentence);
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}
