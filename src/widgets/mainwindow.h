// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindowparts.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>

class CancelWatch;
class ClosingGuard;
class ContentPage;
class EventTypesPage;
class Navigation;
class PageShelf;
class QuickPalette;
class SchedulePage;
class SignInFlow;
class StatusLine;
class ToastHost;
class WindowMenus;
class WindowPlace;

namespace Ui {
class MainWindow;
}

/// The window: menu bar, navigation, the pages, status bar; or, without an account, the steps of signing in.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// What `parts` refers to outlives the window.
    explicit MainWindow(MainWindowParts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(int page); ///< 0 Schedule, 1 Event types, 2 Availability, 3 Links, then what this account has
    void showMeeting(const QUrl &meeting); ///< on the schedule
    void prepareLink(const QUrl &eventType, const QString &label); ///< shows the type with the label of its next link; makes none
    void startQuickly(); ///< the quick palette, where a single-use link is a name and Enter away; without an account the window
    void showAndRaise();
    ToastHost &toasts() { return *m_toasts; }

signals:
    void demoRequested(); ///< the user wants the program on invented data
    void closed(); ///< the window is gone by the user's wish, and nothing is under way any more

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makePages();
    template <typename Page> int addPage(QAction *opener, const QString &iconName, std::function<void(Page *)> connectPage = {});
    void makeNews(int linksPage);
    SignInFlow *signIn();
    void connectMenus();
    void connectServices();
    void restoreWindow();

    void showRoom();
    void showAccountState();
    void showBanner();
    void bannerClicked();
    void pageChanged();
    void showTitle();
    void refresh();
    void signInAgain(const QStringList &furtherScopes);
    bool isShellShown() const;

    const MainWindowParts m_parts;
    std::unique_ptr<Ui::MainWindow> m_ui;
    ToastHost *m_toasts = nullptr;
    Navigation *m_navigation = nullptr;
    SignInFlow *m_signIn = nullptr; ///< made when somebody has to sign in
    StatusLine *m_status = nullptr;
    SchedulePage *m_schedule = nullptr;
    EventTypesPage *m_eventTypes = nullptr; ///< null until it was shown
    PageShelf *m_pages = nullptr;
    WindowMenus *m_menus = nullptr;
    CancelWatch *m_cancels = nullptr;
    ClosingGuard *m_guard = nullptr;
    WindowPlace *m_place = nullptr;
    QPointer<QuickPalette> m_quick; ///< a window of its own, which deletes itself
    bool m_signingInAgain = false;
};
