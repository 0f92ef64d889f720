// SPDX-License-Identifier: GPL-3.0-or-later
#include "toastitem.h"

#include "icons.h"
#include "stylesheet.h"
#include "ui_toast.h"

#include <QAccessible>
#include <QApplication>

#include <chrono>

namespace {

QString iconOf(Toast::Kind kind)
{
    switch (kind) {
    case Toast::Kind::Done:
        return QStringLiteral("done");
    case Toast::Kind::Info:
        return QStringLiteral("info");
    case Toast::Kind::Warning:
    case Toast::Kind::Failed:
        break;
    }
    return QStringLiteral("warning");
}

// Time to notice it, and time to read it.
std::chrono::milliseconds timeFor(const QString &text)
{
    return std::chrono::milliseconds(4000 + 70 * text.size());
}

} // namespace

ToastItem::ToastItem(Toast toast, int id, QWidget *parent)
    : QFrame(parent), m_ui(std::make_unique<Ui::ToastItem>()), m_toast(std::move(toast)), m_id(id)
{
    m_ui->setupUi(this);
    m_ui->toastText->setText(m_toast.text);
    m_ui->toastAction->setText(m_toast.actionText);
    m_ui->toastAction->setVisible(!m_toast.actionText.isEmpty());
    setAccessibleName(m_toast.text);
    paintIcons();
    connect(m_ui->toastAction, &QToolButton::clicked, this, &ToastItem::act);
    connect(m_ui->toastClose, &QToolButton::clicked, this, &ToastItem::dismiss);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ToastItem::goIfLeftAlone);
    if (m_toast.actionText.isEmpty())
        m_timer.start(timeFor(m_toast.text));
}

ToastItem::~ToastItem() = default;

void ToastItem::setText(const QString &text)
{
    m_toast.text = text;
    m_ui->toastText->setText(text);
    setAccessibleName(text);
}

bool ToastItem::repeats(const Toast &toast) const
{
    return m_toast.kind == toast.kind && m_toast.text == toast.text && m_toast.actionText.isEmpty() && toast.actionText.isEmpty();
}

void ToastItem::announce()
{
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

int ToastItem::widthFor(int most) const
{
    const QLabel &label = *m_ui->toastText;
    const int rest = sizeHint().width() - label.sizeHint().width();
    return std::min(most, rest + label.fontMetrics().horizontalAdvance(label.text()) + 8);
}

void ToastItem::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
    QFrame::changeEvent(event);
}

void ToastItem::paintIcons()
{
    const QColor ink = themeColor(ColorRole::OnToast, palette());
    m_ui->toastIcon->setPixmap(tintedPixmap(iconOf(m_toast.kind), grownHeight(16, font()), ink, devicePixelRatioF()));
    m_ui->toastClose->setIconSize(QSize(1, 1) * grownHeight(16, font()));
    m_ui->toastClose->setIcon(QIcon(tintedPixmap(QStringLiteral("close"), grownHeight(16, font()), ink, devicePixelRatioF())));
}

void ToastItem::goIfLeftAlone()
{
    if (underMouse() || isAncestorOf(QApplication::focusWidget()))
        m_timer.start(timeFor({}));
    else
        emit dismissed();
}

void ToastItem::dismiss()
{
    const auto closed = m_toast.closed;
    emit dismissed();
    if (closed)
        closed();
}

void ToastItem::act()
{
    const auto action = m_toast.action;
    emit dismissed();
    if (action)
        action();
}
