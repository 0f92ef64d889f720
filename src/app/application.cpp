// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include "accountservice.h"
#include "accountwindows.h"
#include "appearance.h"
#include "backupservice.h"
#include "composition.h"
#include "endontheweb.h"
#include "leftremoval.h"
#include "letterkeys.h"
#include "linkrequest.h"
#include "mainwindow.h"
#include "meetingdrag.h"
#include "memoryvault.h"
#include "plaintext.h"
#include "profilefiles.h"
#include "sandboxthread.h"
#include "shortcutguard.h"
#include "systemvault.h"

#include <QEventLoop>
#include <QMessageBox>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace {

constexpr std::chrono::seconds longestWriting{3};
constexpr int highestPort = 65535;

QString demoPortKey()
{
    return QStringLiteral("demo/port");
}

void tellDemoFailed()
{
    auto *box = new QMessageBox(QMessageBox::Warning, Application::tr("Sundial"),
                                Application::tr("The demo could not start: this computer gave it no port to listen on. "
                                                "Nothing was changed. Please close other programs and try again."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

/// Names program and profile in the keychain, so that two profiles never share a sign-in.
QString keychainService(const QString &profileFolder)
{
    return QStringLiteral("Sundial (%1)").arg(profileFolder);
}

bool isRedirectTo(const QUrl &registered, const QUrl &url)
{
    constexpr auto place = QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::NormalizePathSegments;
    return registered.isValid() && !registered.isEmpty() && url.adjusted(place) == registered.adjusted(place);
}

}

Application::Application(LaunchOptions options, QByteArray token, Profile &profile, ApplicationParts parts, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_token(std::move(token))
    , m_profile(profile)
    , m_clock(std::move(parts.clock))
    , m_times(parts.times)
    , m_appearance(std::make_unique<Appearance>())
    , m_vault(std::move(parts.vault))
{
    new ShortcutGuard(this);
}

Application::~Application() = default;

MainWindow *Application::window() const
{
    return m_accounts ? m_accounts->window() : nullptr;
}

Composition *Application::composition() const
{
    return m_accounts ? m_accounts->composition() : nullptr;
}

void Application::start()
{
    m_files = std::make_unique<ProfileFiles>(m_profile.folder());
    if (m_options.demo)
        startDemo();
    else
        startWith(m_options, m_token);
}

/// At the address of before where it can be had: what a profile keeps of the demo is of the people at that address.
void Application::startDemo()
{
    const auto wished = static_cast<quint16>(std::clamp(m_files->preferences.value(demoPortKey(), 0).toInt(), 0, highestPort));
    startSandbox(wished);
}

void Application::startSandbox(quint16 port)
{
    m_sandbox = std::make_unique<SandboxThread>(SandboxOptions{.port = port, .nowClock = m_clock});
    connect(m_sandbox.get(), &SandboxThread::ready, this, [this](const QUrl &address, const QString &token) {
        m_files->preferences.setValue(demoPortKey(), address.port());
        LaunchOptions options = m_options;
        options.apiUrl = address;
        options.authUrl = address;
        startWith(options, token.toLatin1());
    });
    const auto goOn = [this, port] {
        if (port > 0)
            startSandbox(0);
        else
            tellDemoFailed();
    };
    connect(m_sandbox.get(), &SandboxThread::failed, this, goOn, Qt::QueuedConnection); // the thread ends with its object
    m_sandbox->start();
}

void Application::startWith(const LaunchOptions &options, const QByteArray &token)
{
    if (!m_vault && options.demo)
        m_vault = std::make_unique<MemoryVault>();
    else if (!m_vault)
        m_vault = std::make_unique<SystemVault>(keychainService(m_profile.folder()), m_profile.folder());
    MeetingDrag::sweep(m_profile.folder());
    Preferences &preferences = m_files->preferences;
    m_letters = std::make_unique<LetterKeys>([&preferences](const QString &key) { return preferences.value(key); },
                                             [&preferences](const QString &key, const QVariant &value) { preferences.setValue(key, value); });
    readSettingsAgain();
    m_accounts = std::make_unique<AccountWindows>(
        *m_files, m_clock,
        [this, options](OpenAccounts *accounts) {
            return std::make_unique<Composition>(options, *m_files, *m_vault, m_clock, m_times, accounts);
        },
        [this](MainWindowParts &parts) {
            parts.letters = m_letters.get();
            parts.appearance = m_appearance.get();
            parts.dragFolder = MeetingDrag::folderIn(m_profile.folder());
            if (parts.backups)
                connect(parts.backups, &BackupService::settingsCameBack, this, &Application::readSettingsAgain);
        });
    connect(m_accounts.get(), &AccountWindows::demoRequested, this, &Application::demoRequested);
    if (token.isEmpty())
        m_accounts->openLast();
    else
        m_accounts->openWithToken(token);
    m_leftRemoval = std::make_unique<LeftRemoval>(AuthServer{options.authUrl, options.clientId, options.redirectUri}, m_profile.folder(), *m_vault, m_clock);
    connect(m_leftRemoval.get(), &LeftRemoval::changed, m_accounts.get(), &AccountWindows::followKeeping);
    connect(m_leftRemoval.get(), &LeftRemoval::gaveUp, this, [this] {
        const QStringList further{tr("Sundial looked for it at ten starts and the keychain did not show it, so it looks no more. It is gone, or the keychain "
                                     "was locked each time: then it is still there, under “Sundial”, and can be removed there."),
                                  endSignInOnTheWeb(), endTokenOnTheWeb()};
        say(QStringLiteral("leftSignIn"), tr("A sign-in that you ended may still be in the keychain."), further.join(QLatin1Char(' ')));
    });
    m_leftRemoval->start();
    receive(handedOver(m_options));
    emit started();
}

/// What windows follow by themselves needs no telling.
void Application::readSettingsAgain()
{
    m_appearance->setDark(darkWishFrom(m_files->preferences.value(darkWishKey())));
    m_letters->readAgain();
}

void Application::receive(const QStringList &words)
{
    if (!window())
        return;
    const bool quick = words.contains(QLatin1String("--quick"));
    for (const QString &word : words) {
        if (word != QLatin1String("--quick"))
            deliver(word);
    }
    // The palette stands alone, over whatever the user is doing.
    if (quick)
        window()->startQuickly();
    else
        window()->showAndRaise();
}

void Application::finishWriting()
{
    if (!m_vault)
        return;
    m_vault->callLast();
    if (!m_vault->isBusy())
        return;
    QEventLoop waiting;
    connect(m_vault.get(), &TokenVault::writingChanged, &waiting, [this, &waiting] {
        if (!m_vault->isBusy())
            waiting.quit();
    });
    QTimer::singleShot(longestWriting, &waiting, &QEventLoop::quit);
    waiting.exec(QEventLoop::ExcludeUserInputEvents);
}

void Application::deliver(const QString &address)
{
    const QUrl redirect(address, QUrl::StrictMode);
    const std::optional<LinkRequest> request = linkRequestFrom(address);
    if (request && !isRedirectTo(m_options.redirectUri, redirect))
        return deliver(*request);
    const bool isWaiting = m_accounts->isBrowserSignInUnderWay();
    if (m_accounts->deliverRedirect(redirect) || !isRedirectTo(m_options.redirectUri, redirect))
        return;
    // Only the attempt that asked can take the answer: what proves that it is its own goes with it and was never written down.
    if (isWaiting)
        return say(QStringLiteral("otherSignIn"), tr("The browser answered another sign-in than the one that is under way."),
                   tr("That one is over, or was not started here, and nothing was changed by it. Please finish the one under way in the page that was "
                      "opened last, or stop it and start again."));
    say(QStringLiteral("lateSignIn"), tr("The browser answered a sign-in that is not under way any more."),
        tr("It is finished already, was stopped, took longer than ten minutes, or was started before Sundial was closed. Nothing was changed by this "
           "answer. If you are not signed in yet, please start it again."));
}

/// Shows what was asked for and sends nothing: only the user's own click, in the window, makes a link.
void Application::deliver(const LinkRequest &request)
{
    const QString name = QStringLiteral("linkRequest");
    if (!composition()->account().account())
        return say(name, tr("A link was asked for, but no account is open yet."),
                   tr("Nothing was made. Please sign in, or wait for your schedule, then open the address of the link again."));
    QList<EventType> types = composition()->eventTypes().eventTypes();
    types.removeIf([&request](const EventType &type) { return request.slug.isEmpty() || type.slug != request.slug; });
    if (types.isEmpty())
        return say(name,
                   request.slug.isEmpty() ? tr("A link was asked for, but the address names no event type.")
                                          : tr("A link was asked for, but there is no event type “%1” in this account.").arg(isolated(request.slug)),
                   tr("Nothing was made. If the event type is new in Calendly, refresh with F5 and open the address of the link again."));
    const auto bookable = std::find_if(types.cbegin(), types.cend(), &isBookable);
    window()->prepareLink((bookable == types.cend() ? types.first() : *bookable).uri, request.label);
}

void Application::say(const QString &name, const QString &text, const QString &further)
{
    if (window()->findChild<QMessageBox *>(name))
        return;
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Sundial"), text, QMessageBox::Close, window());
    box->setObjectName(name);
    box->setInformativeText(further);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}
