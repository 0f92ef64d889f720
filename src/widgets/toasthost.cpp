// SPDX-License-Identifier: GPL-3.0-or-later
#include "toasthost.h"

#include "toastitem.h"

#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QPropertyAnimation>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int most = 3;
constexpr int fromBottom = 18;
constexpr int fromSides = 16;
constexpr int fadeMilliseconds = 120;

void fadeIn(QWidget &item)
{
    if (item.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &item) == 0)
        return;
    auto *effect = new QGraphicsOpacityEffect(&item);
    effect->setOpacity(0);
    item.setGraphicsEffect(effect);
    auto *fade = new QPropertyAnimation(effect, "opacity", effect);
    fade->setDuration(fadeMilliseconds);
    fade->setStartValue(0.0);
    fade->setEndValue(1.0);
    // Without the effect the text is drawn as sharp as everywhere else.
    QObject::connect(fade, &QPropertyAnimation::finished, &item, [&item] { item.setGraphicsEffect(nullptr); });
    fade->start();
}

} // namespace

ToastHost::ToastHost(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("toastHost"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    parent->installEventFilter(this);
    hide();
}

ToastHost::Id ToastHost::add(const Toast &toast)
{
    // Copied twice is told anew, not twice: what else is there stays longer.
    const auto same = std::find_if(m_items.begin(), m_items.end(), [&toast](const ToastItem *item) { return item->repeats(toast); });
    if (same != m_items.end())
        drop(*same);
    while (m_items.size() >= most) {
        // What is not done yet, and can be taken back without a trace, is the last to go.
        const auto spare = std::find_if(m_items.begin(), m_items.end(), [](const ToastItem *item) { return !item->isHeld(); });
        drop(spare == m_items.end() ? m_items.first() : *spare);
    }
    auto *item = new ToastItem(toast, ++m_last, this);
    connect(item, &ToastItem::dismissed, this, [this, item] { drop(item); });
    m_items.append(item);
    layout()->addWidget(item);
    item->show(); // the layout would do so a little later, after the announcement
    QWidget::show();
    raise();
    place();
    fadeIn(*item);
    item->announce();
    emit undoChanged();
    emit told(toast);
    if (toast.kind == Toast::Kind::Warning || toast.kind == Toast::Kind::Failed)
        emit troubleTold();
    return m_last;
}

void ToastHost::setText(Id id, const QString &text)
{
    if (ToastItem *item = find(id)) {
        item->setText(text);
        place();
    }
}

void ToastHost::dismiss(Id id)
{
    if (ToastItem *item = find(id))
        drop(item);
}

ToastItem *ToastHost::newestToUndo() const
{
    const auto found = std::find_if(m_items.rbegin(), m_items.rend(), [](const ToastItem *item) { return item->takesBack(); });
    return found == m_items.rend() ? nullptr : *found;
}

bool ToastHost::canUndo() const
{
    return newestToUndo();
}

void ToastHost::undo()
{
    if (ToastItem *item = newestToUndo())
        item->act();
}

ToastItem *ToastHost::find(Id id) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [id](const ToastItem *item) { return item->id() == id; });
    return found == m_items.end() ? nullptr : *found;
}

void ToastHost::drop(ToastItem *item)
{
    if (!m_items.removeOne(item))
        return;
    // A button of it may be on the stack.
    item->hide();
    layout()->removeWidget(item);
    item->deleteLater();
    if (m_items.isEmpty())
        hide();
    else
        place();
    emit undoChanged();
}

void ToastHost::setOver(QWidget *place)
{
    if (m_over)
        m_over->removeEventFilter(this);
    m_over = place;
    if (place)
        place->installEventFilter(this);
    raise();
    this->place();
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
        place();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

QRect ToastHost::room() const
{
    if (!m_over || !m_over->isVisible())
        return parentWidget()->rect();
    return {m_over->mapTo(parentWidget(), QPoint()), m_over->size()};
}

void ToastHost::place()
{
    if (m_items.isEmpty())
        return;
    const QRect room = this->room().adjusted(fromSides, fromSides, -fromSides, -fromBottom);
    int width = 0;
    for (const ToastItem *item : std::as_const(m_items)) {
        item->ensurePolished();
        width = std::max(width, item->widthFor(room.width()));
    }
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->totalSizeHint().height();
    QRect place(0, 0, width, height);
    place.moveCenter(room.center());
    place.moveBottom(room.bottom());
    setGeometry(place);
}
