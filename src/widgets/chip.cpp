// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip.h"

#include "icons.h"
#include "stylesheet.h"
#include "theme.h"

#include <QEvent>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace {

constexpr int gap = 5;

} // namespace

Chip::Chip(QWidget *parent) : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
}

void Chip::setClosable(bool closable)
{
    m_closable = closable;
    updateGeometry();
    update();
}

QString Chip::trailingIcon() const
{
    if (m_closable)
        return QStringLiteral("close");
    return menu() ? QStringLiteral("chevron-down") : QString();
}

void Chip::setWarning(bool warning)
{
    if (m_warning == warning)
        return;
    m_warning = warning;
    restyle(this);
}

/// Rows that fold their chips ask several times whenever anything in the header changes.
QSize Chip::sizeHint() const
{
    ensurePolished();
    const Content content{text(), trailingIcon(), isChecked()};
    if (m_hint.isValid() && content == m_measured)
        return m_hint;
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const int edge = grownHeight(14, font());
    const QFontMetrics metrics(font());
    int width = metrics.horizontalAdvance(content.text);
    if (content.checked && !m_closable)
        width += edge + gap;
    if (!content.trailing.isEmpty())
        width += gap + edge;
    m_measured = content;
    m_hint = style()->sizeFromContents(QStyle::CT_ToolButton, &option, QSize(width, metrics.height()), this);
    return m_hint;
}

bool Chip::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange || event->type() == QEvent::Polish)
        m_hint = {};
    return QToolButton::event(event);
}

void Chip::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    option.features = QStyleOptionToolButton::None;
    option.subControls = QStyle::SC_ToolButton;
    painter.drawComplexControl(QStyle::CC_ToolButton, option);

    const QColor color = themeColor(!isEnabled() ? ColorRole::Text3 : m_warning ? ColorRole::BrassText : isChecked() ? ColorRole::AccentText : ColorRole::Text2, palette());
    const bool check = isChecked() && !m_closable;
    const QString trailing = trailingIcon();
    const int edge = grownHeight(14, font());
    const QFontMetrics metrics(font());
    const int textWidth = metrics.horizontalAdvance(text());
    const int whole = textWidth + (check ? edge + gap : 0) + (trailing.isEmpty() ? 0 : gap + edge);
    int x = (width() - whole) / 2;
    const auto placed = [this](int from, int wide) { return QStyle::visualRect(layoutDirection(), rect(), QRect(from, 0, wide, height())); };
    const auto drawIcon = [&](const QString &name, int from) {
        painter.drawPixmap(placed(from, edge).x(), (height() - edge) / 2, tintedPixmap(name, edge, color, devicePixelRatioF()));
    };
    if (check) {
        drawIcon(QStringLiteral("check"), x);
        x += edge + gap;
    }
    painter.setPen(color);
    painter.drawText(placed(x, textWidth), Qt::AlignCenter, text());
    if (!trailing.isEmpty())
        drawIcon(trailing, x + textWidth + gap);
}
