// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class ContentPage;
class QAction;
class QMenu;

/// Menus whose end belongs to the page that is shown: View, Meeting and Link.
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    struct Menus
    {
        QMenu *view = nullptr;
        QMenu *meeting = nullptr;
        QMenu *link = nullptr;
        QAction *toSchedule = nullptr; ///< stands in where a page has no meetings
        QAction *toEventTypes = nullptr; ///< stands in where a page has no links
    };

    WindowMenus(Menus menus, QObject *parent);
    void show(const ContentPage *page);

private:
    void add(QMenu *menu, const QList<QAction *> &actions);

    Menus m_menus;
    QList<std::pair<QMenu *, QAction *>> m_added;
};
