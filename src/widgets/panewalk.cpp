// SPDX-License-Identifier: GPL-3.0-or-later
#include "panewalk.h"

#include "contentpage.h"
#include "pageshelf.h"

#include <QAction>
#include <QApplication>
#include <QScrollArea>
#include <QSplitter>

#include <algorithm>

namespace {

bool takesFocus(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy();
}

bool holds(const QWidget *pane, const QWidget *widget)
{
    return widget && (pane == widget || pane->isAncestorOf(widget));
}

/// The pane that `widget` belongs to: the head of a page is what is in none of the page's other panes.
qsizetype paneOf(const QWidget *widget, const QList<QWidget *> &panes)
{
    for (qsizetype i = panes.size() - 1; i >= 0; --i) {
        if (holds(panes[i], widget))
            return i;
    }
    return -1;
}

/// What had the focus in `pane` before, else the first that can have it; null where nothing can.
QWidget *entryOf(qsizetype pane, const QList<QWidget *> &panes)
{
    QWidget *place = panes[pane];
    const auto fits = [&](const QWidget *widget) { return takesFocus(widget) && paneOf(widget, panes) == pane; };
    if (QWidget *before = place->focusWidget(); before && fits(before))
        return before;
    QWidget *widget = place;
    do {
        if (fits(widget))
            return widget;
        widget = widget->nextInFocusChain();
    } while (widget != place);
    return nullptr;
}

} // namespace

PaneWalk::PaneWalk(QWidget *navigation, QWidget *banner, PageShelf *pages, QObject *parent)
    : QObject(parent), m_navigation(navigation), m_banner(banner), m_pages(pages)
{
}

void PaneWalk::openBy(QAction *next, QAction *previous)
{
    connect(next, &QAction::triggered, this, [this] { step(1); });
    connect(previous, &QAction::triggered, this, [this] { step(-1); });
}

QList<QWidget *> PaneWalk::panes() const
{
    QList<QWidget *> panes{m_navigation, m_banner};
    if (ContentPage *page = m_pages->current()) {
        panes.append(page);
        // A list and its card stand beside each other.
        for (const QSplitter *splitter : page->findChildren<QSplitter *>()) {
            for (QWidget *side : splitter->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
                if (splitter->isVisible() && side->isVisible())
                    panes.append(side);
            }
            // In a narrow window the card lies over the list.
            for (QScrollArea *folded : splitter->parentWidget()->findChildren<QScrollArea *>(Qt::FindDirectChildrenOnly)) {
                if (folded->isVisible())
                    panes.append(folded);
            }
        }
    }
    panes.removeIf([](const QWidget *pane) { return !pane->isVisible(); });
    return panes;
}

void PaneWalk::step(int direction) const
{
    const QList<QWidget *> all = panes();
    const qsizetype count = all.size();
    const qsizetype from = paneOf(QApplication::focusWidget(), all);
    for (qsizetype i = 1; i <= count; ++i) {
        const qsizetype pane = (std::max<qsizetype>(from, 0) + direction * i + count * i) % count;
        if (QWidget *entry = entryOf(pane, all))
            return entry->setFocus(direction > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    }
}
