// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardpane.h"

#include <QEvent>
#include <QPropertyAnimation>
#include <QScrollArea>
#include <QSplitter>
#include <QStyle>

#include <algorithm>

namespace {

constexpr int slideMilliseconds = 160;

QWidget *contentOf(QWidget *card)
{
    const auto *area = qobject_cast<QScrollArea *>(card);
    return area ? area->widget() : nullptr;
}

} // namespace

CardPane::CardPane(QSplitter *splitter, QWidget *card)
    : QObject(splitter)
    , m_splitter(splitter)
    , m_card(card)
    , m_slide(new QPropertyAnimation(card, "pos", this))
    , m_widest(card->maximumWidth())
{
    m_slide->setDuration(slideMilliseconds);
    m_splitter->installEventFilter(this);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_width = m_card->width(); });
    if (QWidget *content = contentOf(card))
        content->installEventFilter(this);
}

void CardPane::setWidth(int width)
{
    m_width = width;
    if (!m_folded)
        applyWidth();
}

void CardPane::applyWidth()
{
    if (m_width > 0)
        m_splitter->setSizes({std::max(0, m_splitter->width() - m_splitter->handleWidth() - m_width), m_width});
}

void CardPane::setWanted(bool wanted)
{
    const bool same = m_wanted == wanted;
    m_wanted = wanted;
    m_card->setVisible(wanted && (!m_folded || m_open));
    if (!same)
        emit changed();
}

void CardPane::setFolded(bool folded)
{
    if (m_folded == folded)
        return;
    m_folded = folded;
    m_open = false;
    m_slide->stop();
    if (folded) {
        // A child of the splitter's parent: the splitter would take a child of its own into its row.
        m_card->setParent(m_splitter->parentWidget());
        m_card->setMaximumWidth(QWIDGETSIZE_MAX);
        m_card->hide();
    } else {
        m_card->setMaximumWidth(m_widest);
        m_splitter->addWidget(m_card);
        m_card->setVisible(m_wanted);
        applyWidth(); // the splitter would give it what it asks for by itself
    }
    emit changed();
}

bool CardPane::isOpen() const
{
    return m_card->isVisible();
}

void CardPane::toggle()
{
    if (!m_folded || !m_wanted)
        return;
    if (m_open)
        return close();
    m_open = true;
    emit opening();
    slideIn();
    emit opened();
    emit changed();
}

void CardPane::close()
{
    if (!m_folded || !m_open)
        return;
    m_open = false;
    m_slide->stop();
    m_card->hide();
    emit closed();
    emit changed();
}

bool CardPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOutside = watched == m_splitter && event->type() == QEvent::Resize;
    // What a card says may come later than the card, and need more room.
    const bool isInside = watched != m_splitter && event->type() == QEvent::LayoutRequest && m_card->size() != openPlace().size();
    if (m_folded && m_open && (isOutside || isInside)) {
        m_slide->stop();
        m_card->setGeometry(openPlace());
    }
    return QObject::eventFilter(watched, event);
}

QRect CardPane::openPlace() const
{
    const QRect whole = m_splitter->geometry();
    // Large text may need more than the card asks for by itself, and what is cut at its edge cannot be scrolled to.
    const QWidget *content = contentOf(m_card);
    const int needed = content ? content->minimumSizeHint().width() + m_card->contentsMargins().left() + m_card->contentsMargins().right() : 0;
    const int width = std::min(std::max(m_card->sizeHint().width(), needed), whole.width());
    const int x = m_splitter->isRightToLeft() ? whole.left() : whole.right() - width + 1;
    return {x, whole.top(), width, whole.height()};
}

void CardPane::slideIn()
{
    const QRect place = openPlace();
    m_card->setGeometry(place);
    m_card->show();
    m_card->raise();
    if (m_card->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, m_card) == 0)
        return;
    m_slide->setStartValue(place.topLeft() + QPoint(m_splitter->isRightToLeft() ? -place.width() : place.width(), 0));
    m_slide->setEndValue(place.topLeft());
    m_slide->start();
}
