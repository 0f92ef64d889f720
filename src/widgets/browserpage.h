// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountservice.h"
#include "clock.h"

#include <QFrame>
#include <QTimer>

#include <memory>

namespace Ui {
class BrowserPage;
}

/// Signing in with the browser: waits for it, and offers a way on where it does not come back by itself.
class BrowserPage : public QFrame
{
    Q_OBJECT

public:
    BrowserPage(AccountService &account, Clock clock, QWidget *parent = nullptr);
    ~BrowserPage() override;

    void begin(const QStringList &furtherScopes = {}); ///< starts an attempt, which asks for these as well

signals:
    void backRequested();
    void signedIn();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void openBrowser();
    void copyAddress();
    void takeAddress();
    void finish(const Result<Account> &account);
    void stop();
    void showTimeLeft();
    void showWaiting(bool waiting);

    AccountService &m_account;
    Clock m_clock;
    std::unique_ptr<Ui::BrowserPage> m_ui;
    QTimer m_second;
    QStringList m_furtherScopes;
};
