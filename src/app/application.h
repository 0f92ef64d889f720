// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "commandline.h"
#include "profile.h"
#include "result.h"
#include "synctimes.h"
#include "tokenvault.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <memory>

class AccountWindows;
class Appearance;
class Composition;
class LeftRemoval;
class LetterKeys;
class MainWindow;
class SandboxThread;
struct LinkRequest;
struct ProfileFiles;

/// What the program takes from the system, so that whoever runs it may give its own instead.
struct ApplicationParts
{
    Clock clock = systemClock();
    std::unique_ptr<TokenVault> vault{}; ///< null: the keychain; in the demo memory
    SyncTimes times{};
};

/// A running Sundial: its profile, and its accounts with a window each.
class Application : public QObject
{
    Q_OBJECT

public:
    /// `token` is that of SUNDIAL_TOKEN, or empty.
    Application(LaunchOptions options, QByteArray token, Profile &profile, ApplicationParts parts = {}, QObject *parent = nullptr);
    ~Application() override;

    /// Shows the window; in the demo as soon as its sandbox answers. started() follows.
    void start();

    /// What a later start of the program, or the system, hands over. From outside: finishes a sign-in that is under way,
    /// says that what was answered is no longer under way, fills in for which link somebody asks, or shows the window, nothing else.
    void receive(const QStringList &words);

    /// Waits, three seconds at most, for what is being written to the keychain or is on its way there, and for sign-outs: a
    /// renewed sign-in that does not get there is lost with the program. One that could not be written is tried once more.
    /// For the end of the program.
    void finishWriting();

    MainWindow *window() const; ///< the one that is shown; null before started()
    Composition *composition() const; ///< what stands behind it; null before started()
    AccountWindows *accounts() const { return m_accounts.get(); } ///< null before started()
    Appearance &appearance() { return *m_appearance; }

signals:
    void started();
    /// The window's wish to see the demo beside, or instead of, this run.
    void demoRequested();

private:
    void startWith(const LaunchOptions &options, const QByteArray &token);
    void startDemo();
    void startSandbox(quint16 port);
    void readSettingsAgain();
    void deliver(const QString &address);
    void deliver(const LinkRequest &request);
    void say(const QString &name, const QString &text, const QString &further);

    LaunchOptions m_options;
    QByteArray m_token;
    Profile &m_profile;
    Clock m_clock;
    SyncTimes m_times;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<SandboxThread> m_sandbox;
    std::unique_ptr<TokenVault> m_vault;
    std::unique_ptr<ProfileFiles> m_files;
    std::unique_ptr<LetterKeys> m_letters;
    std::unique_ptr<LeftRemoval> m_leftRemoval;
    std::unique_ptr<AccountWindows> m_accounts;
};
