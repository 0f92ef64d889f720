// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;

/// A page of the window: Schedule, Event types, Availability, Links.
///
/// A page owns its actions and adds each to itself with addAction(), so that a shortcut acts while the page is shown,
/// wherever in the window the focus is, and not while it is hidden. The window puts the actions of the page that is shown
/// into its menus; an action without text stands for a separator.
class ContentPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString title() const = 0; ///< as the navigation and the window's title name it
    virtual QList<QAction *> meetingActions() const { return {}; } ///< of the Meeting menu
    virtual QList<QAction *> linkActions() const { return {}; } ///< of the Link menu
    virtual QList<QAction *> viewActions() const { return {}; } ///< of the View menu: earlier, later, today, filters
    virtual void focusSearch() { } ///< Ctrl+F
    /// When the page comes up: keys act in its list at once. Not a focus proxy of the page, since Tab would then enter the
    /// page at the list and never come to what is before it.
    virtual void focusList() = 0;
    /// Toasts stand over this part of the page: its list. Null stands for the whole page.
    virtual QWidget *toastPlace() const { return nullptr; }
    virtual bool hasSearch() const { return false; }
    virtual void refresh() { } ///< F5, after SyncService::refresh(): what this page alone reads

signals:
    void statusText(const QString &text); ///< what is selected, for the status bar: "1 of 18 selected"
    void signInWanted(); ///< the sign-in ended and the user asked for a new one
};
