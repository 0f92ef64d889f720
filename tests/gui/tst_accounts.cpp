// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountwindows.h"
#include "application.h"
#include "profile.h"
#include "schedulefilterbar.h"
#include "windowfixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QRegularExpression>

namespace {

/// The keychain, which stays while the program is closed and opened again.
struct Keychain
{
    LastingVault items;
    QStringList written; ///< keys in the order in which they came
};

class VaultOfKeychain : public TokenVault
{
    Q_OBJECT

public:
    explicit VaultOfKeychain(std::shared_ptr<Keychain> keychain)
        : m_keychain(std::move(keychain))
    {
    }

    bool isPersistent() const override { return true; }
    void read(const QString &key, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then) override
    {
        m_keychain->items.read(key, context, std::move(then));
    }
    void write(const QString &key, const QString &text, QObject *context, std::function<void(const Result<Done> &)> then) override
    {
        if (!m_keychain->written.contains(key))
            m_keychain->written.append(key);
        m_keychain->items.write(key, text, context, std::move(then));
    }
    void remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then) override
    {
        m_keychain->written.removeAll(key);
        m_keychain->items.remove(key, context, std::move(then));
    }
    bool isWriting() const override { return false; }

private:
    std::shared_ptr<Keychain> m_keychain;
};

} // namespace

/// Several accounts in one program, as somebody before its windows does it.
class TestAccounts : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_calendly = std::make_unique<LocalCalendly>(m_clock, 60);
        QVERIFY(m_calendly->start());
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_shared<Keychain>();
        start();
        QVERIFY(add(QStringLiteral("mara")));
        QVERIFY(shows(QStringLiteral("Kenji Watanabe")));
    }

    void cleanup()
    {
        m_application.reset();
        m_calendly.reset();
        m_keychain.reset();
    }

    void aSecondAccount_hasAWindowOfItsOwn_andItsMeetingsBesideTheFirst()
    {
        QVERIFY(addSecond());
        QCOMPARE(user(), QStringLiteral("theo"));
        QVERIFY(button().contains(QLatin1String("Theo Marchetti")));
        QVERIFY(button().contains(QLatin1String("2 accounts")));
        QVERIFY(window()->windowTitle().contains(QLatin1String("Theo Marchetti")));
        QVERIFY(shows(QStringLiteral("Kenji Watanabe")));
        QVERIFY2(rowOf(QStringLiteral("Kenji Watanabe")).endsWith(QLatin1String("Mara Lindqvist")), "the row does not say whose meeting it is");
    }

    void othersMeetings_goAtAWish()
    {
        QVERIFY(addSecond());
        QVERIFY(shows(QStringLiteral("Kenji Watanabe")));
        auto *all = window()->findChild<QAction *>(QStringLiteral("allAccounts"));
        QVERIFY(all && all->isVisible() && all->isChecked());
        all->trigger();
        QTRY_VERIFY(rowOf(QStringLiteral("Kenji Watanabe")).isEmpty());
    }

    void anothersMeeting_isCopiedAndExportedWithTheRest()
    {
        QVERIFY(addSecond());
        QVERIFY(shows(QStringLiteral("Kenji Watanabe")));
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Kenji Watanabe")));
        QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
        window()->findChild<QAction *>(QStringLiteral("copyAddresses"))->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("kenji@harborline.example")));
        window()->findChild<QAction *>(QStringLiteral("exportMeetings"))->trigger();
        QVERIFY(hands().dialog("ExportDialog"));
        const int rows = list()->model()->rowCount();
        const QString offered = hands().seen<QAbstractButton>("shown", "ExportDialog")->text();
        const int meetings = QString(offered).remove(QRegularExpression(QStringLiteral("[^0-9]"))).toInt();
        QVERIFY2(meetings > rows / 2 && hands().text("count").startsWith(QString::number(meetings)), qPrintable(offered));
    }

    void anothersMeeting_isChangedInItsOwnWindowOnly()
    {
        QVERIFY(addSecond());
        QVERIFY(shows(QStringLiteral("Kenji Watanabe")));
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("in the account Mara Lindqvist")));
        const auto *cancel = window()->findChild<QAction *>(QStringLiteral("cancelMeeting"));
        QVERIFY(!cancel->isEnabled());
        QVERIFY(cancel->toolTip().contains(QLatin1String("Mara Lindqvist")));
        (*m_calendly)->clearRequests();
        window()->findChild<QAction *>(QStringLiteral("showInItsAccount"))->trigger();
        QTRY_COMPARE(user(), QStringLiteral("mara"));
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("kenji@harborline.example")));
        QVERIFY(window()->findChild<QAction *>(QStringLiteral("cancelMeeting"))->isEnabled());
    }

    void theMenusEntriesStayWhileTheAccountsAreTheSame()
    {
        QVERIFY(addSecond());
        auto *menu = window()->findChild<QMenu *>(QStringLiteral("menuAccounts"));
        const auto entries = [menu] {
            QList<QPointer<QAction>> found;
            for (QAction *action : menu->actions()) {
                if (action->objectName().startsWith(QLatin1String("account.")))
                    found.append(action);
            }
            return found;
        };
        const QList<QPointer<QAction>> before = entries();
        QCOMPARE(before.size(), 2);
        emit menu->aboutToShow(); // fills it anew
        QVERIFY(before.first() && before.last());
        QCOMPARE(entries(), before);
    }

    void theAccountsMenu_switchesWindows()
    {
        QVERIFY(addSecond());
        MainWindow *second = window();
        const QRect place = second->geometry();
        QVERIFY(switchTo(QStringLiteral("Mara Lindqvist")));
        QCOMPARE(user(), QStringLiteral("mara"));
        QVERIFY(window()->isVisible());
        QVERIFY(!second->isVisible());
        QCOMPARE(window()->geometry(), place);
    }

    void whatIsDoneInCalendly_namesItsAccountWhereThereAreSeveral()
    {
        QVERIFY(openPage(Qt::Key_5, "TeamPage") && hands().click("invite", "TeamPage"));
        QVERIFY(!saidIn("InviteDialog").contains(QLatin1String("In the account")));
        QVERIFY(addSecond());
        QVERIFY(openPage(Qt::Key_5, "TeamPage") && WindowHands::waitFor([this] { return list("TeamPage") && hands().rows(*list("TeamPage")).size() == 7; }));
        QVERIFY(hands().click("invite", "TeamPage"));
        QVERIFY(namesTheo("InviteDialog"));
        QVERIFY(hands().clickRow(*list("TeamPage"), QStringLiteral("Dev Raman")) && hands().click("remove", "MemberCard"));
        QVERIFY(namesTheo("removeMemberQuestion"));
        QVERIFY(hands().click("showInvitationsButton", "TeamPage") && hands().click("revoke", "InvitationCard"));
        QVERIFY(namesTheo("revokeQuestion"));
        QVERIFY(openPage(Qt::Key_6, "WebhooksPage") && hands().click("create", "WebhooksPage"));
        QVERIFY(namesTheo("WebhookDialog"));
        QVERIFY(openPage(Qt::Key_6, "WebhooksPage") && WindowHands::waitFor([this] { return list("WebhooksPage") != nullptr; }));
        list("WebhooksPage")->setFocus();
        hands().press(Qt::Key_Delete);
        QVERIFY(namesTheo("deleteWebhookQuestion"));
        QVERIFY(openPage(Qt::Key_4, "LinksPage"));
        hands().press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(namesTheo("ManyLinksDialog"));
        QVERIFY(openPage(Qt::Key_2, "EventTypesPage") && hands().clickRow(*list("EventTypesPage"), QStringLiteral("Budget round")));
        hands().press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(namesTheo("ShareDialog"));
    }

    void aSingleUseLink_isCopiedWithTheNameOfItsAccount()
    {
        QVERIFY(addSecond());
        QVERIFY(openPage(Qt::Key_2, "EventTypesPage"));
        QTRY_VERIFY(list("EventTypesPage"));
        QVERIFY(hands().clickRow(*list("EventTypesPage"), QStringLiteral("Budget round")));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Single-use link copied · Budget round · expires")));
        QVERIFY(hands().hasToast(QStringLiteral(" · account Theo Marchetti")));
        hands().closeToasts();
        hands().press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(hands().dialog("ShareDialog"));
        hands().press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Customized link copied · Budget round · account Theo Marchetti")));
    }

    void theSameAccountTwice_isRefused()
    {
        QVERIFY(addAnother());
        QVERIFY(paste(QStringLiteral("mara")));
        QTRY_VERIFY(hands().text("refusalText", "TokenPage").contains(QLatin1String("Mara Lindqvist is here already")));
        QCOMPARE(m_keychain->written.size(), 1);
    }

    void theWayToAnother_leadsBack()
    {
        QVERIFY(addAnother());
        hands().press(Qt::Key_Escape);
        QTRY_COMPARE(user(), QStringLiteral("mara"));
        QVERIFY(!button().contains(QLatin1String("accounts")));
    }

    void signingOutOfOne_showsTheOther_andLeavesIt()
    {
        QVERIFY(addSecond());
        window()->findChild<QAction *>(QStringLiteral("actionSignOut"))->trigger();
        QTRY_VERIFY(window()->findChild<QMessageBox *>(QStringLiteral("signOutQuestion")));
        QVERIFY(hands().clickText(QStringLiteral("Sign out")));
        QTRY_COMPARE(user(), QStringLiteral("mara"));
        QVERIFY(shows(QStringLiteral("Kenji Watanabe")));
        QTRY_COMPARE(m_keychain->written.size(), 1);
        QCOMPARE(QDir(m_folder->filePath(QStringLiteral("accounts"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    }

    void signingOutOfOne_leavesWhatTheOtherChose()
    {
        const QString maras = QStringLiteral("https://api.example.com/users/of-mara");
        const QString theos = QStringLiteral("https://api.example.com/users/of-theo");
        QVERIFY(addSecond());
        QVERIFY(choose(QStringLiteral("mara"), maras));
        QVERIFY(choose(QStringLiteral("theo"), theos));
        window()->findChild<QAction *>(QStringLiteral("actionSignOut"))->trigger();
        QTRY_VERIFY(window()->findChild<QMessageBox *>(QStringLiteral("signOutQuestion")));
        QVERIFY(hands().clickText(QStringLiteral("Sign out")));
        QTRY_COMPARE(user(), QStringLiteral("mara"));
        QTRY_COMPARE(m_keychain->written.size(), 1);
        m_application.reset();
        QFile choices(m_folder->filePath(QStringLiteral("sundial.ini")));
        QVERIFY(choices.open(QIODevice::ReadOnly));
        QVERIFY(!choices.readAll().contains("of-theo"));
        start();
        QCOMPARE(user(), QStringLiteral("mara"));
        QCOMPARE(filters()->filter().host, QUrl(maras));
        QCOMPARE(filters()->filter().status, MeetingQuery::Status::Canceled);
    }

    void choicesThatCannotBeWritten_areSaidOnce_andWrittenLater()
    {
        const QString file = m_folder->filePath(QStringLiteral("sundial.ini"));
        const auto holdsChoice = [&file] {
            QFile stored(file);
            return stored.open(QIODevice::ReadOnly) && stored.readAll().contains("view=month");
        };
        QVERIFY(QFile::remove(file) && QDir().mkdir(file));
        QVERIFY(hands().click("viewMonthButton"));
        QTRY_VERIFY2(hands().hasToast(QStringLiteral("could not be written down")), qPrintable(hands().toasts().join(u'\n')));
        hands().closeToasts();
        QVERIFY(QDir().rmdir(file));
        QVERIFY(!holdsChoice());
        QVERIFY(hands().click("viewWeekButton"));
        QVERIFY(hands().click("viewMonthButton"));
        QTRY_VERIFY(holdsChoice());
        QVERIFY(!hands().hasToast(QStringLiteral("could not be written down")));
    }

    void bothAreThereAtTheNextStart_theLastShownInFront()
    {
        QVERIFY(addSecond());
        QVERIFY(switchTo(QStringLiteral("Mara Lindqvist")));
        m_application.reset();
        start();
        QCOMPARE(user(), QStringLiteral("mara"));
        QTRY_VERIFY(button().contains(QLatin1String("2 accounts")));
        QVERIFY(switchTo(QStringLiteral("Theo Marchetti")));
        QTRY_COMPARE(user(), QStringLiteral("theo"));
    }

    void oneWhoseSignInIsLost_doesNotDisturbTheOther()
    {
        QVERIFY(addSecond());
        QVERIFY(switchTo(QStringLiteral("Mara Lindqvist")));
        m_application.reset();
        m_keychain->items.remove(m_keychain->written.last(), this, [](const Result<Done> &) { });
        start();
        QTRY_VERIFY2(button().contains(QLatin1String("Look at Theo Marchetti")), qPrintable(button()));
        QCOMPARE(user(), QStringLiteral("mara"));
        QTRY_COMPARE(m_application->composition()->account().state(), AccountService::State::Ready);
        QVERIFY(shows(QStringLiteral("Kenji Watanabe")));
        QVERIFY(!hands().seen("banner"));
        QVERIFY(switchTo(QStringLiteral("Theo Marchetti")));
        QTRY_VERIFY(hands().seen("banner"));
    }

    void quitting_asksWhereSomethingIsHeld()
    {
        QVERIFY(addSecond());
        QVERIFY(switchTo(QStringLiteral("Mara Lindqvist")));
        bool isDone = false;
        m_application->composition()->held().hold({QStringLiteral("Something"), [&isDone] { isDone = true; }, [] { }});
        QVERIFY(switchTo(QStringLiteral("Theo Marchetti")));
        window()->close();
        QTRY_COMPARE(user(), QStringLiteral("mara"));
        QTRY_VERIFY(window()->findChild<QMessageBox *>(QStringLiteral("closingQuestion")));
        QVERIFY(!isDone);
        QVERIFY(hands().clickText(QStringLiteral("Send now")));
        QTRY_VERIFY(!window()->isVisible());
        QVERIFY(isDone);
    }

private:
    void start()
    {
        m_profile = std::make_unique<Profile>(m_folder->path(), false);
        LaunchOptions options;
        options.apiUrl = m_calendly->url();
        options.authUrl = m_calendly->url();
        options.clientId = QStringLiteral("sundial-demo");
        ApplicationParts parts;
        parts.clock = m_clock.clock();
        parts.vault = std::make_unique<VaultOfKeychain>(m_keychain);
        parts.times = ServiceWorld::quickTimes();
        m_application = std::make_unique<Application>(options, QByteArray(), *m_profile, std::move(parts));
        m_application->start();
        window()->resize(1280, 800);
    }

    MainWindow *window() const { return m_application->window(); }
    ScheduleFilterBar *filters() const { return window()->findChild<ScheduleFilterBar *>(); }

    /// In the window of `account`: what was canceled with `host`.
    bool choose(const QString &account, const QString &host)
    {
        if (user() != account && !switchTo(account == QLatin1String("mara") ? QStringLiteral("Mara Lindqvist") : QStringLiteral("Theo Marchetti")))
            return false;
        ScheduleFilter filter;
        filter.status = MeetingQuery::Status::Canceled;
        filter.host = QUrl(host);
        filters()->show(filter);
        return WindowHands::waitFor([&] { return user() == account; });
    }
    WindowHands hands() const { return WindowHands(*window()); }
    QTreeView *list(const char *page = "SchedulePage") const { return hands().seen<QTreeView>("list", page); }

    bool openPage(Qt::Key key, const char *page)
    {
        window()->activateWindow(); // nobody does it here when a dialog has closed
        if (!QTest::qWaitForWindowActive(window()))
            return false;
        hands().press(key, Qt::ControlModifier);
        return WindowHands::waitFor([&] { return hands().seen(page); });
    }

    /// What the dialog says; closes it.
    QString saidIn(const char *name)
    {
        QPointer<QDialog> dialog = hands().dialog(name);
        const QString said = dialog ? hands().words(name) : QString();
        if (dialog)
            QTest::keyClick(dialog, Qt::Key_Escape);
        WindowHands::waitFor([&] { return !dialog; });
        return said;
    }

    bool namesTheo(const char *dialog) { return saidIn(dialog).contains(QLatin1String("In the account Theo Marchetti.")); }


    bool paste(const QString &slug)
    {
        if (!hands().click("token", "WelcomePage"))
            return false;
        QGuiApplication::clipboard()->setText((*m_calendly)->personalAccessToken(slug));
        hands().press(Qt::Key_V, Qt::ControlModifier);
        hands().press(Qt::Key_Return);
        return true;
    }

    bool add(const QString &slug)
    {
        return QTest::qWaitForWindowActive(window()) && paste(slug) && WindowHands::waitFor([this] { return hands().seen("result", "TokenPage"); })
            && hands().click("add", "TokenPage") && WindowHands::waitFor([&] { return user() == slug; });
    }

    bool addAnother()
    {
        window()->findChild<QAction *>(QStringLiteral("addAccount"))->trigger();
        return QTest::qWaitForWindowActive(window()) && hands().seen("WelcomePage");
    }

    bool addSecond()
    {
        return addAnother() && add(QStringLiteral("theo"));
    }

    bool switchTo(const QString &name)
    {
        for (QAction *action : window()->findChildren<QAction *>()) {
            if (action->objectName().startsWith(QLatin1String("account.")) && action->text().startsWith(name)) {
                action->trigger();
                return QTest::qWaitForWindowActive(window());
            }
        }
        return false;
    }

    /// Whose window is shown, by the address before the "@".
    QString user() const
    {
        const std::optional<Account> account = m_application->composition()->account().account();
        return account ? account->user.email.section(QLatin1Char('@'), 0, 0) : QString();
    }

    QString button() const { return hands().seen("account")->accessibleName(); }
    QString rowOf(const QString &part) const { return list() ? hands().rows(*list()).filter(part).value(0) : QString(); }
    bool shows(const QString &part) const
    {
        return WindowHands::waitFor([&] { return !rowOf(part).isEmpty(); });
    }

    TestClock m_clock;
    std::unique_ptr<LocalCalendly> m_calendly;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    std::shared_ptr<Keychain> m_keychain;
    std::unique_ptr<Application> m_application;
};

QTEST_MAIN(TestAccounts)
#include "tst_accounts.moc"
