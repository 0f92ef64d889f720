// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchfield.h"

#include "icons.h"
#include "keycap.h"
#include "stylesheet.h"
#include "theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace {

constexpr int edge = 8; // from the field's edge to what is drawn

} // namespace

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    makeRoom();
    connect(this, &QLineEdit::textChanged, this, &SearchField::makeRoom);
}

void SearchField::setKeyText(const QString &text)
{
    m_keyText = text;
    makeRoom();
}

void SearchField::setIconName(const QString &name)
{
    m_iconName = name;
    update();
}

void SearchField::makeRoom()
{
    const int cap = m_keyText.isEmpty() || !text().isEmpty() ? 0 : keyCapSize(m_keyText, font()).width() + 2;
    const int before = grownHeight(16, font()) + edge - 1;
    // Text margins do not mirror by themselves.
    setTextMargins(isRightToLeft() ? QMargins(cap, 0, before, 0) : QMargins(before, 0, cap, 0));
    update();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int iconSize = grownHeight(16, font());
    const QRect icon = QStyle::visualRect(layoutDirection(), rect(), QRect(edge, (height() - iconSize) / 2, iconSize, iconSize));
    painter.drawPixmap(icon.topLeft(), tintedPixmap(m_iconName, iconSize, themeColor(ColorRole::Text2, palette()), devicePixelRatioF()));
    if (m_keyText.isEmpty() || !text().isEmpty() || hasFocus())
        return;
    const QSize size = keyCapSize(m_keyText, font());
    const QRect cap(QPoint(width() - edge - size.width(), (height() - size.height()) / 2), size);
    paintKeyCap(painter, QStyle::visualRect(layoutDirection(), rect(), cap), m_keyText, font(), themeColor(ColorRole::Text3, palette()),
                themeColor(ColorRole::Line2, palette()));
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        return clear();
    if (event->key() == Qt::Key_Down && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier)
        return emit leftDownwards();
    QLineEdit::keyPressEvent(event);
}

void SearchField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        makeRoom();
    QLineEdit::changeEvent(event);
}
