// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowmenus.h"

#include "contentpage.h"

#include <QAction>
#include <QMenu>

WindowMenus::WindowMenus(Menus menus, QObject *parent) : QObject(parent), m_menus(menus) { }

void WindowMenus::show(const ContentPage *page)
{
    for (const auto &[menu, action] : std::as_const(m_added))
        menu->removeAction(action);
    m_added.clear();
    const QList<QAction *> meeting = page->meetingActions();
    const QList<QAction *> link = page->linkActions();
    add(m_menus.view, page->viewActions());
    add(m_menus.meeting, meeting.isEmpty() ? QList<QAction *>{m_menus.toSchedule} : meeting);
    add(m_menus.link, link.isEmpty() ? QList<QAction *>{m_menus.toEventTypes} : link);
}

void WindowMenus::add(QMenu *menu, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        menu->addAction(action);
        m_added.append({menu, action});
    }
}
