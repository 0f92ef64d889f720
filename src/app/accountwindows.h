// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "openaccounts.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class Composition;
class MainWindow;
struct MainWindowParts;
struct ProfileFiles;

/// A window for each account that is signed in, of which one is shown; the others go on reading behind it.
class AccountWindows : public QObject
{
    Q_OBJECT

public:
    /// Puts together what stands behind one window; it is to know of `accounts`.
    using Make = std::function<std::unique_ptr<Composition>(OpenAccounts *accounts)>;

    /// Adds what all windows share to the parts of one.
    using Complete = std::function<void(MainWindowParts &parts)>;

    /// `files` outlives it.
    AccountWindows(ProfileFiles &files, Clock clock, Make make, Complete complete, QObject *parent = nullptr);
    ~AccountWindows() override;

    /// Shows the account used last, or the way to sign in to a first one; the others open behind it.
    void openLast();
    /// Shows the account of `token` and no other.
    void openWithToken(const QByteArray &token);

    MainWindow *window() const; ///< the one that is shown; null before one was opened
    Composition *composition() const;
    OpenAccounts &accounts() { return m_accounts; }
    /// True when the sign-in of one of the accounts was waiting for it.
    bool deliverRedirect(const QUrl &redirect);
    void followKeeping(); ///< what is in the keychain differs
    bool isBrowserSignInUnderWay() const;

signals:
    void demoRequested();

private:
    struct Run;

    Run &makeRun();
    MainWindow *windowOf(Run &run);
    void bringToFront(Run &run);
    void openOthers();
    void show(const QString &key, const QUrl &meeting);
    void close(const QString &key);
    void addAccount();
    void leaveSignIn();
    void followAccount(Run &run);
    void tellChoicesRefused();
    Run *runOf(const QString &key) const;
    Run *lastUsedBeside(const Run &run) const;

    ProfileFiles &m_files;
    Clock m_clock;
    Make m_make;
    Complete m_complete;
    OpenAccounts m_accounts;
    std::vector<std::unique_ptr<Run>> m_runs;
    Run *m_front = nullptr;
};
