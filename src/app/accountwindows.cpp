// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountwindows.h"

#include "accountservice.h"
#include "composition.h"
#include "mainwindow.h"
#include "profilefiles.h"
#include "storagenotices.h"

#include <algorithm>

/// One account, or the place where somebody signs in to one.
struct AccountWindows::Run
{
    std::unique_ptr<Composition> composition;
    std::unique_ptr<MainWindow> window; ///< made when it is shown for the first time
    bool wasSignedIn = false;
};

AccountWindows::AccountWindows(ProfileFiles &files, Clock clock, Make make, Complete complete, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_clock(std::move(clock))
    , m_make(std::move(make))
    , m_complete(std::move(complete))
    , m_accounts(files.accounts)
{
    connect(&m_accounts, &OpenAccounts::showWanted, this, &AccountWindows::show);
    // Queued: it comes from the end of another window.
    connect(&m_accounts, &OpenAccounts::closeWanted, this, &AccountWindows::close, Qt::QueuedConnection);
    connect(&m_accounts, &OpenAccounts::addWanted, this, &AccountWindows::addAccount);
    connect(&m_accounts, &OpenAccounts::leaveWanted, this, &AccountWindows::leaveSignIn);
    files.preferences.whenRefused([this] { tellChoicesRefused(); });
}

AccountWindows::~AccountWindows()
{
    m_files.preferences.whenRefused({});
    // Windows first: each looks at the others' accounts.
    m_accounts.disconnect();
    for (const auto &run : m_runs)
        run->window.reset();
}

void AccountWindows::openLast()
{
    Run &run = makeRun();
    run.composition->account().openLast();
    run.composition->sync().start();
    bringToFront(run);
    // After the first picture: nobody waits for what stands behind it.
    QMetaObject::invokeMethod(this, &AccountWindows::openOthers, Qt::QueuedConnection);
}

void AccountWindows::openWithToken(const QByteArray &token)
{
    Run &run = makeRun();
    run.composition->account().openWithToken(token);
    run.composition->sync().start();
    bringToFront(run);
}

void AccountWindows::openOthers()
{
    const QList<KnownAccount> listed = m_files.accounts.accounts();
    for (const KnownAccount &account : listed) {
        if (m_accounts.find(account.key))
            continue;
        Run &run = makeRun();
        run.composition->account().open(account.key);
        run.composition->sync().start();
    }
}

MainWindow *AccountWindows::window() const
{
    return m_front ? m_front->window.get() : nullptr;
}

Composition *AccountWindows::composition() const
{
    return m_front ? m_front->composition.get() : nullptr;
}

bool AccountWindows::deliverRedirect(const QUrl &redirect)
{
    return std::any_of(m_runs.begin(), m_runs.end(), [&redirect](const auto &run) { return run->composition->account().deliverRedirect(redirect); });
}

bool AccountWindows::isBrowserSignInUnderWay() const
{
    return std::any_of(m_runs.begin(), m_runs.end(), [](const auto &run) { return run->composition->account().isBrowserSignInUnderWay(); });
}

void AccountWindows::followKeeping()
{
    for (const auto &run : m_runs)
        run->composition->account().followKeeping();
}

AccountWindows::Run &AccountWindows::makeRun()
{
    Run &run = *m_runs.emplace_back(std::make_unique<Run>());
    run.composition = m_make(&m_accounts);
    m_accounts.add(run.composition->openAccount());
    connect(&run.composition->account(), &AccountService::changed, this, [this, &run] { followAccount(run); });
    // Whether confirmed cancellations wait a moment is asked once for all accounts.
    connect(&run.composition->held(), &HeldActions::onChanged, this, [this](bool on) {
        for (const auto &other : m_runs)
            other->composition->held().setOn(on);
    });
    // So is for how long meetings are kept.
    connect(&run.composition->retention(), &Retention::changed, this, [this, &run] {
        for (const auto &other : m_runs)
            other->composition->retention().setMonths(run.composition->retention().months());
    });
    return run;
}

MainWindow *AccountWindows::windowOf(Run &run)
{
    if (!run.window) {
        MainWindowParts parts = run.composition->windowParts();
        m_complete(parts);
        run.window = std::make_unique<MainWindow>(parts);
        connect(run.window.get(), &MainWindow::demoRequested, this, &AccountWindows::demoRequested);
    }
    return run.window.get();
}

/// In the place of the one that is shown. That goes after the other has come: without any window the program would end.
void AccountWindows::bringToFront(Run &run)
{
    MainWindow *before = window();
    MainWindow *now = windowOf(run);
    m_front = &run;
    if (const std::optional<Account> account = run.composition->account().account())
        m_files.accounts.use(account->key, m_clock());
    if (before && before != now) {
        now->setGeometry(before->geometry());
        now->setWindowState(before->windowState() & ~Qt::WindowMinimized);
    }
    now->showAndRaise();
    if (before && before != now)
        before->hide();
}

void AccountWindows::show(const QString &key, const QUrl &meeting)
{
    Run *run = runOf(key);
    if (!run)
        return;
    bringToFront(*run);
    if (!meeting.isEmpty())
        run->window->showMeeting(meeting);
}

void AccountWindows::close(const QString &key)
{
    if (Run *run = runOf(key)) {
        bringToFront(*run);
        run->window->close();
    }
}

/// Where one was signed out there is a place already.
void AccountWindows::addAccount()
{
    const auto vacant = std::find_if(m_runs.begin(), m_runs.end(), [](const auto &run) { return !run->composition->account().account(); });
    if (vacant != m_runs.end())
        return bringToFront(**vacant);
    Run &run = makeRun();
    run.composition->sync().start();
    bringToFront(run);
}

void AccountWindows::leaveSignIn()
{
    m_front->composition->account().stopBrowserSignIn();
    if (Run *other = lastUsedBeside(*m_front))
        bringToFront(*other);
}

void AccountWindows::followAccount(Run &run)
{
    const std::optional<Account> account = run.composition->account().account();
    if (account && !run.wasSignedIn && &run == m_front)
        m_files.accounts.use(account->key, m_clock());
    const bool isGone = run.wasSignedIn && !account;
    run.wasSignedIn = account.has_value();
    if (!isGone || &run != m_front)
        return;
    if (Run *other = lastUsedBeside(run))
        bringToFront(*other);
}

void AccountWindows::tellChoicesRefused()
{
    if (MainWindow *shown = window())
        StorageNotices::tellChoicesRefused(composition()->account(), shown->toasts(), shown);
}

AccountWindows::Run *AccountWindows::runOf(const QString &key) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&key](const auto &run) {
        const std::optional<Account> account = run->composition->account().account();
        return account && account->key == key;
    });
    return found == m_runs.end() ? nullptr : found->get();
}

AccountWindows::Run *AccountWindows::lastUsedBeside(const Run &run) const
{
    for (const KnownAccount &account : m_files.accounts.accounts()) {
        if (Run *other = runOf(account.key); other && other != &run)
            return other;
    }
    return nullptr;
}
