// SPDX-License-Identifier: GPL-3.0-or-later
#include "keybutton.h"

#include "icons.h"
#include "keycap.h"
#include "stylesheet.h"
#include "theme.h"

#include <QStyleOptionButton>
#include <QDialog>
#include <QKeyEvent>
#include <QStylePainter>

namespace {

constexpr int gap = 8;

struct ButtonInk
{
    ColorRole text;
    ColorRole cap; // edge of the key cap
};

ButtonInk inkOf(const QWidget &button)
{
    if (!button.isEnabled())
        return {ColorRole::Text3, ColorRole::Line2};
    const QString look = button.property("look").toString();
    if (look == QLatin1String("filled"))
        return {ColorRole::OnAccent, ColorRole::OnAccent};
    if (look == QLatin1String("dangerFilled"))
        return {ColorRole::OnDanger, ColorRole::OnDanger};
    if (look == QLatin1String("tonal"))
        return {ColorRole::AccentText, ColorRole::AccentText};
    if (look == QLatin1String("link"))
        return {ColorRole::AccentText, ColorRole::Line2};
    if (look == QLatin1String("danger"))
        return {ColorRole::Danger, ColorRole::Line2};
    return {ColorRole::Text, ColorRole::Line2};
}

} // namespace

KeyButton::KeyButton(QWidget *parent) : QPushButton(parent) { }

void KeyButton::setText(const QString &text)
{
    QPushButton::setText(text);
    sayKey();
}

void KeyButton::sayKey()
{
    const QString plain = QString(text()).remove(QLatin1Char('&'));
    //: A button's name for a screen reader: its text and its key.
    setAccessibleName(m_keyText.isEmpty() ? QString() : tr("%1, %2").arg(plain, m_keyText));
}

void KeyButton::setKeyText(const QString &text)
{
    m_keyText = text;
    sayKey();
    updateGeometry();
    update();
}

void KeyButton::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

QSize KeyButton::sizeHint() const
{
    return sizeWith(m_keyText);
}

QSize KeyButton::minimumSizeHint() const
{
    return sizeWith(m_capYields ? QString() : m_keyText);
}

QString KeyButton::shownKey() const
{
    return m_capYields && width() < sizeHint().width() ? QString() : m_keyText;
}

QSize KeyButton::sizeWith(const QString &keyText) const
{
    ensurePolished();
    QStyleOptionButton option;
    initStyleOption(&option);
    const int edge = grownHeight(16, font());
    const QFontMetrics metrics(font());
    int width = metrics.size(Qt::TextShowMnemonic, text()).width();
    int height = metrics.height();
    if (!m_iconName.isEmpty())
        width += edge + (text().isEmpty() ? 0 : gap);
    if (!keyText.isEmpty()) {
        const QSize cap = keyCapSize(keyText, font());
        width += gap + cap.width();
        height = std::max(height, cap.height());
    }
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, QSize(width, height), this);
}

/// Outside a dialog a push button does not take Enter by itself; inside, the dialog decides which one it means.
void KeyButton::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (enter && plain && !event->isAutoRepeat() && !qobject_cast<QDialog *>(window()))
        click();
    else
        QPushButton::keyPressEvent(event);
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const ButtonInk ink = inkOf(*this);
    const QColor color = themeColor(ink.text, palette());
    const int edge = grownHeight(16, font());
    const QFontMetrics metrics(font());
    const int textWidth = metrics.size(Qt::TextShowMnemonic, text()).width();
    const int iconWidth = m_iconName.isEmpty() ? 0 : edge + (text().isEmpty() ? 0 : gap);
    const QString key = shownKey();
    const QSize cap = key.isEmpty() ? QSize(0, 0) : keyCapSize(key, font());
    const int capWidth = key.isEmpty() ? 0 : gap + cap.width();
    const bool left = property("look").toString() == QLatin1String("link");
    int x = left ? 0 : std::max(0, (width() - textWidth - iconWidth - capWidth) / 2);
    const auto placed = [this](int from, int wide) { return QStyle::visualRect(layoutDirection(), rect(), QRect(from, 0, wide, height())); };

    if (iconWidth > 0) {
        const QRect place = placed(x, edge);
        painter.drawPixmap(place.x(), (height() - edge) / 2, tintedPixmap(readingIcon(m_iconName, layoutDirection()), edge, color, devicePixelRatioF()));
        x += iconWidth;
    }
    painter.setPen(color);
    QFont shown = font();
    if (!isEnabled())
        shown.setWeight(QFont::Normal);
    painter.setFont(shown);
    painter.drawText(placed(x, textWidth), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    if (capWidth > 0)
        paintKeyCap(painter, placed(x + textWidth + gap, cap.width()), key, font(), color, themeColor(ink.cap, palette()));
}
