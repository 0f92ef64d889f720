// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class PageShelf;
class QAction;
class QWidget;

/// F6 and Shift+F6: from one pane of the window to the next, each time to where the focus was in it before. The panes are
/// the navigation, the banner, and of the page its head, its list and its card, as far as they are seen.
class PaneWalk : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    PaneWalk(QWidget *navigation, QWidget *banner, PageShelf *pages, QObject *parent);

    void openBy(QAction *next, QAction *previous);

private:
    void step(int direction) const;
    QList<QWidget *> panes() const;

    QWidget *m_navigation;
    QWidget *m_banner;
    PageShelf *m_pages;
};
