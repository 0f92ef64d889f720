// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

class BrowserPage;
class TokenPage;
class WelcomePage;
struct MainWindowParts;

/// Signing in, step by step, in the place of the pages: welcome, then token or browser.
class SignInFlow : public QStackedWidget
{
    Q_OBJECT

public:
    explicit SignInFlow(const MainWindowParts &parts, QWidget *parent = nullptr);

    void showWelcome();
    /// Signing in again to an account, with the browser where this build can, else with a token. `furtherScopes` are asked
    /// for besides what it has.
    void signInAgain(const QStringList &furtherScopes = {});

signals:
    void demoRequested();
    void finished(); ///< an account was opened
    void left(); ///< the user went back from a step that was entered by signInAgain()

private:
    void goBack();
    void enter(QWidget *page);

    bool m_canUseBrowser = false;
    bool m_again = false;
    WelcomePage *m_welcome = nullptr;
    TokenPage *m_token = nullptr;
    BrowserPage *m_browser = nullptr;
};
