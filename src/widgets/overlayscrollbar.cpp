// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlayscrollbar.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QStyle>

OverlayScrollBar::OverlayScrollBar(QAbstractScrollArea *area) : QScrollBar(Qt::Vertical, area), m_area(area)
{
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->installEventFilter(this);
    const QScrollBar *hidden = area->verticalScrollBar();
    connect(hidden, &QScrollBar::rangeChanged, this, &OverlayScrollBar::follow);
    connect(hidden, &QScrollBar::valueChanged, this, &OverlayScrollBar::setValue);
    connect(this, &QScrollBar::valueChanged, hidden, &QScrollBar::setValue);
    follow();
}

bool OverlayScrollBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::LayoutDirectionChange)
        follow();
    return QScrollBar::eventFilter(watched, event);
}

void OverlayScrollBar::follow()
{
    const QScrollBar *hidden = m_area->verticalScrollBar();
    setRange(hidden->minimum(), hidden->maximum());
    setPageStep(hidden->pageStep());
    setSingleStep(hidden->singleStep());
    setValue(hidden->value());
    setVisible(hidden->maximum() > hidden->minimum());
    place();
}

void OverlayScrollBar::place()
{
    const QRect view = m_area->viewport()->geometry();
    const int width = sizeHint().width();
    const int x = isRightToLeft() ? view.left() : view.right() - width + 1;
    setGeometry(x, view.top(), width, view.height());
    raise();
}
