// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"
#include "mainwindowparts.h"
#include "paletteitem.h"

#include <QObject>
#include <QSet>

class LinkCopier;
class MainWindow;
class PageShelf;
class QAction;
class QMenu;
class ToastHost;

/// What the command palette offers: every action of the menus and of all pages with its keys, meetings, and event types
/// whose single-use link Enter copies.
class WindowCommands : public QObject
{
    Q_OBJECT

public:
    /// A child of `window`, which owns `pages`. All outlive it.
    WindowCommands(const MainWindowParts &parts, ToastHost &toasts, MainWindow &window, PageShelf &pages);

    void openBy(QAction *opener); ///< which is the one command that need not be offered
    void open();
    QList<PaletteItem> find(const PaletteWish &wish) const;

private:
    using Scored = std::pair<int, PaletteItem>;

    void addMenu(QList<Scored> &found, const PaletteWish &wish, const QMenu &menu, const QString &path, QSet<const QAction *> &seen) const;
    void addPage(QList<Scored> &found, const PaletteWish &wish, int page, QSet<const QAction *> &seen) const;
    void addAction(QList<Scored> &found, const PaletteWish &wish, QAction *action, const QString &path, int page,
                   QSet<const QAction *> &seen) const;
    void addEventTypes(QList<Scored> &found, const PaletteWish &wish) const;
    QList<PaletteItem> meetings(const PaletteWish &wish) const;
    static PaletteItem meetingItem(const MeetingSummary &meeting, const AgendaSetting &setting);

    const MainWindowParts &m_parts;
    MainWindow &m_window;
    PageShelf &m_pages;
    LinkCopier *m_copier;
    const QAction *m_opener = nullptr;
};
