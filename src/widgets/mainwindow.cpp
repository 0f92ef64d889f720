// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "accountmenu.h"
#include "accountservice.h"
#include "accountwords.h"
#include "availabilitypage.h"
#include "bookingservice.h"
#include "bookingwatch.h"
#include "cancelwatch.h"
#include "clocknotice.h"
#include "closingguard.h"
#include "crashnotice.h"
#include "errortext.h"
#include "eventtypespage.h"
#include "heldactions.h"
#include "heldtoasts.h"
#include "helpactions.h"
#include "insightspage.h"
#include "joinnext.h"
#include "linkcopier.h"
#include "linknews.h"
#include "linkservice.h"
#include "linkspage.h"
#include "manylinksdialog.h"
#include "meetingservice.h"
#include "navigation.h"
#include "openaccounts.h"
#include "owndataactions.h"
#include "owndatanotices.h"
#include "pageshelf.h"
#include "panewalk.h"
#include "permissionsdialog.h"
#include "preferencesdialog.h"
#include "pinkeys.h"
#include "quickpalette.h"
#include "schedulepage.h"
#include "signinflow.h"
#include "signinkeeping.h"
#include "signoutquestion.h"
#include "statusline.h"
#include "storagenotices.h"
#include "syncservice.h"
#include "teampage.h"
#include "toasthost.h"
#include "ui_mainwindow.h"
#include "undoaction.h"
#include "webhookspage.h"
#include "windowcommands.h"
#include "windowmenus.h"
#include "windowplace.h"

#include <QCloseEvent>
#include <QScreen>

namespace {

constexpr QSize firstSize(1280, 800);

QString pageKey()
{
    return QStringLiteral("window/page");
}

} // namespace

MainWindow::MainWindow(MainWindowParts parts, QWidget *parent)
    : QMainWindow(parent), m_parts(std::move(parts)), m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    m_status = new StatusLine(m_parts, this);
    m_status->setObjectName(QStringLiteral("statusLine"));
    setStatusBar(m_status);
    m_toasts = new ToastHost(m_ui->pages);
    new HeldToasts(m_parts.held, *m_toasts, this);
    m_cancels = new CancelWatch(m_parts, *m_toasts, this);
    if (m_parts.bookings)
        new BookingWatch(m_parts, *m_toasts, this);
    m_guard = new ClosingGuard(m_parts, this);
    m_place = new WindowPlace(m_parts.remembered, m_parts.remember, this);
    m_navigation = new Navigation(m_parts, m_ui->shell);
    m_ui->shellRow->insertWidget(0, m_navigation);
    m_menus = new WindowMenus({.view = m_ui->menuView,
                               .meeting = m_ui->menuMeeting,
                               .link = m_ui->menuLink,
                               .toSchedule = m_ui->actionSchedule,
                               .toEventTypes = m_ui->actionEventTypes},
                              this);
    makePages();
    connectMenus();
    connectServices();
    restoreWindow();
    showAccountState();
}

MainWindow::~MainWindow()
{
    delete m_quick;
}

void MainWindow::makePages()
{
    m_pages = new PageShelf(m_ui->pages, this);
    connect(m_pages, &PageShelf::made, this, [this](ContentPage *page) {
        connect(page, &ContentPage::signInWanted, this, &MainWindow::bannerClicked);
        connect(page, &ContentPage::statusText, this, [this, page](const QString &text) {
            if (page == m_pages->current())
                m_status->setSelectionText(text);
        });
    });
    addPage<SchedulePage>(m_ui->actionSchedule, QStringLiteral("schedule"), [this](SchedulePage *schedule) { m_schedule = schedule; });
    addPage<EventTypesPage>(m_ui->actionEventTypes, QStringLiteral("event-types"), [this](EventTypesPage *types) { m_eventTypes = types; });
    addPage<AvailabilityPage>(m_ui->actionAvailability, QStringLiteral("availability"));
    makeNews(addPage<LinksPage>(m_ui->actionLinks, QStringLiteral("link"),
                                [this](LinksPage *links) { connect(links, &LinksPage::meetingWanted, this, &MainWindow::showMeeting); }));
    m_ui->actionTeam->setVisible(m_parts.organization);
    m_ui->actionWebhooks->setVisible(m_parts.webhooks);
    m_ui->actionInsights->setVisible(m_parts.insights);
    if (m_parts.organization) {
        addPage<TeamPage>(m_ui->actionTeam, QStringLiteral("team"), [this](TeamPage *team) {
            connect(team, &TeamPage::meetingWanted, this, &MainWindow::showMeeting);
            connect(team, &TeamPage::permissionsWanted, m_ui->actionPermissions, &QAction::trigger);
        });
    }
    if (m_parts.webhooks)
        addPage<WebhooksPage>(m_ui->actionWebhooks, QStringLiteral("webhooks"));
    if (m_parts.insights) {
        addPage<InsightsPage>(m_ui->actionInsights, QStringLiteral("insights"), [this](InsightsPage *insights) {
            connect(insights, &InsightsPage::listWanted, this, [this](const ScheduleFilter &filter) {
                showPage(0);
                m_schedule->showFilter(filter);
            });
        });
    }
    m_pages->page(0); // others show meetings on it
    connect(m_navigation, &Navigation::pageChosen, this, [this](int page) {
        m_pages->show(page);
        pageChanged();
    });
    connect(m_navigation, &Navigation::joinRequested, m_ui->actionJoinNext, &QAction::trigger);
}

/// `connectPage` is called with the page when it is made.
template <typename Page> int MainWindow::addPage(QAction *opener, const QString &iconName, std::function<void(Page *)> connectPage)
{
    const int number = m_pages->add([this, connectPage = std::move(connectPage)]() -> ContentPage * {
        auto *page = new Page(m_parts, *m_toasts, m_ui->pages);
        if (connectPage)
            connectPage(page);
        return page;
    });
    m_navigation->addPage(Page::pageTitle(), iconName);
    connect(opener, &QAction::triggered, this, [this, number] { showPage(number); });
    return number;
}

void MainWindow::makeNews(int linksPage)
{
    auto *news = new LinkNews(m_parts, *m_toasts, this);
    connect(news, &LinkNews::meetingWanted, this, &MainWindow::showMeeting);
    connect(news, &LinkNews::manyLinksWanted, this, [this] { ManyLinksDialog::show(m_parts, *m_toasts, this); });
    connect(news, &LinkNews::linksWanted, m_ui->actionLinks, &QAction::trigger);
    connect(news, &LinkNews::expiring, this, [this, linksPage](const QString &count, const QString &spoken) {
        m_navigation->setCount(linksPage, count, QStringLiteral("expiring"), spoken);
    });
    news->tellCount();
    new PinKeys(m_parts, *new LinkCopier(m_parts, *m_toasts, this), *m_toasts, this);
}

void MainWindow::connectMenus()
{
    m_ui->actionRefresh->setShortcuts({QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)});
    m_ui->actionQuit->setMenuRole(QAction::QuitRole);
    connect(m_ui->actionQuit, &QAction::triggered, this, &MainWindow::close);
    new UndoAction(*m_ui->actionUndo, m_parts.held, *m_toasts);
    connect(m_ui->actionSearch, &QAction::triggered, this, [this] { m_pages->current()->focusSearch(); });
    (new WindowCommands(m_parts, *m_toasts, *this, *m_pages))->openBy(m_ui->actionCommands);
    connect(m_ui->actionRefresh, &QAction::triggered, this, &MainWindow::refresh);
    connect(m_ui->actionJoinNext, &QAction::triggered, this, [this] { joinRunningOrNext(m_parts, *m_toasts); });
    connect(m_ui->actionSignOut, &QAction::triggered, new SignOutQuestion(m_parts, this), &SignOutQuestion::ask);
    connect(m_ui->actionPreferences, &QAction::triggered, this, [this] { (new PreferencesDialog(m_parts, this))->open(); });
    new OwnDataActions(m_parts, *m_toasts, m_ui->actionExportOwnData, m_ui->actionImportOwnData, this);
    connect(m_ui->actionSignInAgain, &QAction::triggered, this, [this] { signInAgain({}); });
    connect(m_ui->actionPermissions, &QAction::triggered, this, [this] {
        auto *dialog = new PermissionsDialog(m_parts, this);
        connect(dialog, &PermissionsDialog::signInWanted, this, &MainWindow::signInAgain);
        dialog->open();
    });
    new HelpActions(m_parts, *m_toasts, {m_ui->actionShortcuts, m_ui->actionWebHelp, m_ui->actionNotices, m_ui->actionDiagnostics, m_ui->actionCrashReports, m_ui->actionAbout}, this);
    (new PaneWalk(m_navigation, m_ui->banner, m_pages, this))->openBy(m_ui->actionNextPane, m_ui->actionPreviousPane);
    connect(m_ui->actionAccounts, &QAction::triggered, m_navigation, &Navigation::openAccountMenu);
    if (m_parts.accounts)
        connect(m_parts.accounts, &OpenAccounts::changed, this, &MainWindow::showTitle);
    auto *keeping = new SignInKeeping(m_parts.account, this);
    keeping->tellBy(*m_toasts);
    new AccountMenu(m_parts, {m_navigation->accountMenu(), m_ui->menuAccounts, m_ui->actionAccounts},
                    {m_ui->actionPermissions, keeping->action(), m_ui->actionSignInAgain, m_ui->actionSignOut}, this);
}

void MainWindow::signInAgain(const QStringList &furtherScopes)
{
    m_signingInAgain = true;
    showRoom();
    signIn()->signInAgain(furtherScopes);
}

void MainWindow::connectServices()
{
    connect(&m_parts.account, &AccountService::changed, this, &MainWindow::showAccountState);
    new OwnDataNotices(m_parts, *m_toasts, this);
    new StorageNotices(m_parts, *m_toasts, this);
    new ClockNotice(m_parts, *m_toasts, this);
    if (m_parts.crashes)
        new CrashNotice(m_parts, *m_toasts, this);
    connect(&m_parts.links, &LinkService::ledgerFailed, this, [this] {
        m_toasts->show({Toast::Kind::Warning, tr("The link works, but it could not be written down here, so Sundial will not know who used it."), {}, {}});
    });
    connect(m_cancels, &CancelWatch::changed, this, &MainWindow::showBanner);
    connect(m_guard, &ClosingGuard::closeWanted, this, &MainWindow::close);
    connect(m_guard, &ClosingGuard::awaitsResult, this, [this] {
        m_toasts->show({Toast::Kind::Info, tr("Something is still being sent. Sundial closes as soon as its result is known."), {}, {}});
    });
    connect(m_toasts, &ToastHost::troubleTold, m_guard, &ClosingGuard::stay);
    connect(m_ui->banner, &Banner::actionClicked, this, &MainWindow::bannerClicked);
}

SignInFlow *MainWindow::signIn()
{
    if (m_signIn)
        return m_signIn;
    m_signIn = new SignInFlow(m_parts, m_ui->rooms);
    m_ui->rooms->addWidget(m_signIn);
    const auto back = [this] {
        m_signingInAgain = false;
        showRoom();
    };
    connect(m_signIn, &SignInFlow::demoRequested, this, &MainWindow::demoRequested);
    connect(m_signIn, &SignInFlow::finished, this, back);
    connect(m_signIn, &SignInFlow::left, this, back);
    return m_signIn;
}

void MainWindow::restoreWindow()
{
    resize(firstSize.boundedTo(screen()->availableSize()));
    m_place->restore();
    showPage(m_parts.remembered ? m_parts.remembered(pageKey()).toInt() : 0);
    // From here on: what shows the pages until then chose none.
    connect(m_navigation, &Navigation::pageChosen, this, [this](int page) {
        if (m_parts.remember)
            m_parts.remember(pageKey(), page);
    });
}

void MainWindow::showPage(int page)
{
    m_navigation->setCurrentPage(page >= 0 && page < m_pages->count() ? page : 0);
}

void MainWindow::startQuickly()
{
    if (!m_parts.account.account()) // a sign-in comes first
        return showAndRaise();
    if (!m_quick)
        m_quick = new QuickPalette(m_parts, *m_toasts, this);
    m_quick->present();
}

void MainWindow::showAndRaise()
{
    show();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::showMeeting(const QUrl &meeting)
{
    showPage(0);
    m_schedule->showMeeting(meeting);
}

void MainWindow::prepareLink(const QUrl &eventType, const QString &label)
{
    showPage(1);
    m_eventTypes->prepareLink(eventType, label);
}

void MainWindow::pageChanged()
{
    ContentPage *page = m_pages->current();
    m_menus->show(page);
    m_status->setSelectionText({});
    m_ui->actionSearch->setEnabled(page->hasSearch());
    showTitle();
    m_toasts->setOver(page->toastPlace());
    showBanner();
    if (isShellShown())
        page->focusList();
}

void MainWindow::showTitle()
{
    if (isShellShown())
        setWindowTitle(windowTitleOf(m_parts, m_pages->current()->title()));
}

bool MainWindow::isShellShown() const
{
    return m_ui->rooms->currentWidget() == m_ui->shell;
}

void MainWindow::showRoom()
{
    const bool signedOut = m_parts.account.state() == AccountService::State::SignedOut;
    const bool shell = !signedOut && !m_signingInAgain;
    const bool changed = isShellShown() != shell;
    m_ui->rooms->setCurrentWidget(shell ? static_cast<QWidget *>(m_ui->shell) : signIn());
    m_status->setVisible(shell);
    for (QMenu *menu : {m_ui->menuEdit, m_ui->menuView, m_ui->menuGo, m_ui->menuMeeting, m_ui->menuLink}) {
        menu->menuAction()->setVisible(shell);
        menu->setEnabled(shell);
    }
    const QList<QAction *> others{m_ui->actionCommands, m_ui->actionRefresh, m_ui->actionJoinNext, m_ui->actionPermissions, m_ui->actionSignInAgain,
                                  m_ui->actionSignOut, m_ui->actionExportOwnData, m_ui->actionImportOwnData, m_ui->menuAccounts->menuAction()};
    for (QAction *action : m_ui->menuGo->actions() + others) // the menu holds the pages
        action->setEnabled(shell);
    m_ui->actionSearch->setEnabled(shell && m_pages->current()->hasSearch());
    if (shell && changed)
        pageChanged();
    else if (changed && signedOut) {
        setWindowTitle(tr("Welcome to Sundial"));
        signIn()->showWelcome();
    }
}

void MainWindow::showAccountState()
{
    showRoom();
    showBanner();
}

void MainWindow::showBanner()
{
    const AccountService::State state = m_parts.account.state();
    // The schedule says it in a banner of its own, with the age of what it shows.
    if (state == AccountService::State::SignInEnded && m_pages->current() != m_schedule)
        m_ui->banner->present(QStringLiteral("key"),
                              m_parts.account.account() ? tr("%1 What you see was read before.").arg(whyUnread(m_parts.account.problem()))
                                                        : whyUnread(m_parts.account.problem()),
                              m_parts.canSignInWithBrowser ? tr("Sign in with browser") : tr("Sign in with a token"));
    else if (state == AccountService::State::KeychainUnreachable)
        m_ui->banner->present(QStringLiteral("locked"), SignInKeeping::unreachable(m_parts.account), SignInKeeping::wayOn(m_parts.account));
    else if (const QString leftOver = m_cancels->leftOver(); !leftOver.isEmpty())
        m_ui->banner->present(QStringLiteral("warning"), leftOver, tr("Review…"));
    else
        m_ui->banner->dismiss();
    m_ui->bannerRoom->setVisible(!m_ui->banner->isHidden());
}

void MainWindow::bannerClicked()
{
    const AccountService::State state = m_parts.account.state();
    const bool isUnreachable = state == AccountService::State::KeychainUnreachable;
    if (isUnreachable && !m_parts.account.isInFile())
        m_parts.account.retryKeychain();
    else if (!isUnreachable && state != AccountService::State::SignInEnded && !m_cancels->leftOver().isEmpty())
        m_cancels->showRun();
    else
        m_ui->actionSignInAgain->trigger();
}

void MainWindow::refresh()
{
    m_parts.sync.refresh();
    m_pages->current()->refresh();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_guard->mayClose())
        return event->ignore();
    m_place->rememberNow();
    QMainWindow::closeEvent(event);
    emit closed();
}
