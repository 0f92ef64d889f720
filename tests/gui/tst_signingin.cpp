// SPDX-License-Identifier: GPL-3.0-or-later
#include "systemvault.h"
#include "visitor.h"
#include "waiting.h"
#include "windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QUrlQuery>

/// A keychain that locks itself after it took something: then it shows nothing, and removes nothing.
class LockingVault : public LastingVault
{
    Q_OBJECT

public:
    void read(const QString &key, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then) override
    {
        LastingVault::read(isLocked ? QStringLiteral("nothing is here") : key, context, std::move(then));
    }
    void remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then) override
    {
        LastingVault::remove(isLocked ? QStringLiteral("nothing is here") : key, context, std::move(then));
    }

    bool isLocked = false;
};

/// Signing in and out, as somebody before the window does it.
class TestSigningIn : public QObject
{
    Q_OBJECT

public slots:
    void openInBrowser(const QUrl &url) { m_opened.append(url); }

private slots:
    void init()
    {
        m_opened.clear();
        QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "openInBrowser");
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
        QVERIFY(m_fixture->openWindow());
        QVERIFY(hands().seen("WelcomePage"));
    }

    void cleanup()
    {
        m_fixture.reset();
        QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    }

    void aListOfAccountsThatCannotBeReadIsSaidInsteadOfASilentWelcome()
    {
        m_fixture->quit();
        QVERIFY(QDir(m_fixture->profile.path()).mkdir(QStringLiteral("accounts.json")));
        m_fixture->openWindow();
        auto *box = qobject_cast<QMessageBox *>(hands().dialog("storageTrouble"));
        QVERIFY(box);
        QVERIFY(box->text().contains(QLatin1String("Nothing is lost")));
    }

    void aGoodTokenSaysWhoseItIsAndIsKeptOnlyAfterAdding()
    {
        QVERIFY(m_fixture->pasteToken(m_fixture->calendly.token()));
        QTRY_VERIFY(hands().seen("result", "TokenPage"));
        QCOMPARE(hands().text("person", "TokenPage"), m_fixture->calendly->demoPerson().name);
        QVERIFY(hands().seen("permissions", "TokenPage"));
        QVERIFY(!m_fixture->storedBytes().contains("mara"));
        QVERIFY(hands().click("add", "TokenPage"));
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QVERIFY(m_fixture->window->windowTitle().startsWith(QLatin1String("Schedule")));
    }

    void theTokenIsNeitherShownNorStoredInTheProfile()
    {
        QVERIFY(m_fixture->pasteToken(m_fixture->calendly.token()));
        auto *field = hands().seen<QLineEdit>("token", "TokenPage");
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QTRY_VERIFY(hands().seen("result", "TokenPage"));
        QVERIFY(hands().click("add", "TokenPage"));
        QVERIFY(m_fixture->isUpToDate());
        QVERIFY(field->text().isEmpty());
        QVERIFY(!m_fixture->storedBytes().contains(m_fixture->calendly.token().toLatin1()));
    }

    void aRefusedTokenSaysSoAndStoresNothing()
    {
        QVERIFY(m_fixture->pasteToken(QStringLiteral("pat-nobody-9")));
        QTRY_VERIFY(hands().seen("refusal", "TokenPage"));
        QVERIFY(hands().text("refusalText", "TokenPage").contains(QLatin1String("does not accept this token")));
        QCOMPARE(hands().seen<QPushButton>("add", "TokenPage")->text(), QStringLiteral("Check token"));
        QVERIFY(hands().click("back", "TokenPage"));
        QVERIFY(hands().seen("WelcomePage"));
    }

    void aTokenThatCouldNotBeTriedIsNotCalledWrong()
    {
        m_fixture->calendly->failAlways(QStringLiteral("GET /users/me"), {.kind = sandbox::Fault::Kind::Html});
        QVERIFY(m_fixture->pasteToken(m_fixture->calendly.token()));
        QTRY_VERIFY_WITH_TIMEOUT(hands().seen("refusal", "TokenPage"), 30000);
        QVERIFY(!hands().text("refusalText", "TokenPage").contains(QLatin1String("does not accept")));
        QVERIFY(hands().text("refusalCauses", "TokenPage").contains(QLatin1String("not judged")));
        QCOMPARE(hands().seen<QLineEdit>("token", "TokenPage")->text(), m_fixture->calendly.token());
    }

    void allowingInTheBrowserOpensTheSchedule()
    {
        QVERIFY(startInBrowser());
        const Visitor::Page page = m_visitor.consent(m_opened.first(), true);
        QCOMPARE(page.status, 200);
        QCOMPARE(page.address.host(), QStringLiteral("127.0.0.1"));
        QVERIFY(page.text.contains(QLatin1String("Back to Sundial")));
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QCOMPARE(m_fixture->sent(QStringLiteral("POST /oauth/token")), 1);
    }

    void denyingInTheBrowserSaysSoAndLeadsBack()
    {
        QVERIFY(startInBrowser());
        QVERIFY(m_visitor.consent(m_opened.first(), false).text.contains(QLatin1String("Not signed in")));
        QTRY_COMPARE(hands().text("headline", "BrowserPage"), QStringLiteral("You did not allow access"));
        QCOMPARE(m_fixture->sent(QStringLiteral("POST /oauth/token")), 0);
        QVERIFY(hands().click("stop", "BrowserPage"));
        QVERIFY(hands().seen("WelcomePage"));
    }

    void withoutABrowserTheAddressCanBeCopied()
    {
        QDesktopServices::unsetUrlHandler(QStringLiteral("http")); // nothing here opens it
        QVERIFY(hands().click("browser", "WelcomePage"));
        QTRY_VERIFY(hands().text("sentence", "BrowserPage").contains(QLatin1String("No browser could be opened.")));
        QVERIFY(hands().click("copy", "BrowserPage"));
        const QUrl address(QGuiApplication::clipboard()->text());
        QVERIFY(address.hasQuery());
        QCOMPARE(m_visitor.consent(address, true).status, 200);
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
    }

    void somebodyElsesSignInIsNotMixedIn()
    {
        QVERIFY(signInWithToken());
        m_fixture->window->findChild<QAction *>(QStringLiteral("actionSignInAgain"))->trigger();
        QTRY_COMPARE(m_opened.size(), 1);
        const WorldUser &first = m_fixture->calendly->demoPerson();
        WorldUser other;
        for (const WorldUser &user : m_fixture->calendly->world().users()) {
            if (user.id != first.id)
                other = user;
        }
        m_visitor.consent(m_opened.first(), true, other.slug);
        const auto said = [this] { return hands().words("BrowserPage"); };
        QTRY_VERIFY2(said().contains(QStringLiteral("You signed in as %1, but this is the schedule of %2.").arg(other.name, first.name)), qPrintable(said()));
        QTRY_COMPARE(m_fixture->sent(QStringLiteral("POST /oauth/revoke")), 1); // nothing of it lives on in Calendly
        QVERIFY(hands().click("stop", "BrowserPage"));
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QCOMPARE(m_fixture->composition->account().account()->user.name, first.name);
    }

    void whatIsMissingIsAllowedInTheBrowser_andNothingElse()
    {
        const QString wanted = QStringLiteral("routing_forms:read");
        QVERIFY(startInBrowser());
        QCOMPARE(m_visitor.consent(m_opened.first(), true).status, 200);
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QVERIFY(!granted().contains(wanted));
        QVERIFY(hands().chooseFromMenuBar(QStringLiteral("File"), QStringLiteral("Permissions…")));
        QDialog *dialog = hands().dialog("PermissionsDialog");
        QVERIFY(dialog);
        QVERIFY(!WindowHands(*dialog).seen("allow scheduled_events:write"));
        QVERIFY(WindowHands(*dialog).click("allow routing_forms:read"));
        QTRY_COMPARE(m_opened.size(), 2);
        const QString scope = QUrlQuery(m_opened.last()).queryItemValue(QStringLiteral("scope"), QUrl::FullyDecoded);
        QVERIFY(scope.contains(wanted));
        QVERIFY(!scope.contains(QLatin1String("data_compliance")));
        QCOMPARE(m_visitor.consent(m_opened.last(), true).status, 200);
        QTRY_VERIFY(granted().contains(wanted));
        QVERIFY(granted().contains(QLatin1String("scheduled_events:write")));
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
    }

    void aTokenSaysWhatItAllows_andLeadsToAnother()
    {
        QVERIFY(signInWithToken());
        QVERIFY(hands().chooseFromMenuBar(QStringLiteral("File"), QStringLiteral("Permissions…")));
        QDialog *dialog = hands().dialog("PermissionsDialog");
        QVERIFY(dialog);
        QTRY_VERIFY(hands().words("PermissionsDialog").contains(QLatin1String("cannot be tried without writing")));
        QVERIFY(hands().words("PermissionsDialog").contains(QLatin1String("Not known")));
        QVERIFY(!WindowHands(*dialog).seen("allow routing_forms:read"));
        QVERIFY(WindowHands(*dialog).click("signInAgain"));
        QVERIFY(waitUntil([this] { return hands().seen("BrowserPage") || hands().seen("TokenPage"); }));
    }

    void stoppingEndsTheAttempt()
    {
        QVERIFY(startInBrowser());
        QVERIFY(hands().click("stop", "BrowserPage"));
        QVERIFY(hands().seen("WelcomePage"));
        QVERIFY(m_visitor.consent(m_opened.first(), true).status != 200);
        QCOMPARE(m_fixture->sent(QStringLiteral("POST /oauth/token")), 0);
        QVERIFY(hands().seen("WelcomePage"));
    }

    void signingOutLeavesNothingOfTheAccount()
    {
        QVERIFY(signInWithToken());
        QVERIFY(m_fixture->storedBytes().contains("Kenji Watanabe"));
        const QByteArray user = m_fixture->composition->account().account()->key.toLatin1();
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QVERIFY(hands().choose("linkMenu", QStringLiteral("Product demo")));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Single-use link copied")));
        for (const char *uri : {"/scheduled_events/", "/event_types/"})
            QTRY_VERIFY2(choices().contains(uri), uri);
        QVERIFY2(!choices().contains(user), "it is nobody's business who is told of links");
        QVERIFY(askToSignOut());
        QDialog *question = hands().dialog("signOutQuestion");
        QVERIFY(question);
        QVERIFY(WindowHands(*question).clickText(QStringLiteral("Sign out")));
        QTRY_VERIFY(hands().seen("WelcomePage"));
        QTRY_VERIFY(!m_fixture->storedBytes().contains("Kenji Watanabe"));
        QVERIFY(!m_fixture->storedBytes().contains("mara"));
        m_fixture->quit();
        QVERIFY(!m_fixture->storedBytes().contains(user));
        for (const char *trace : {"/scheduled_events/", "/event_types/", "expiryTold"})
            QVERIFY2(!m_fixture->storedBytes().contains(trace), trace);
        QVERIFY(m_fixture->openWindow());
        QVERIFY(hands().seen("WelcomePage"));
    }

    void signingOutOfAToken_saysThatItGoesOnWorking()
    {
        const auto names = [](const QMessageBox &box) {
            return box.informativeText().contains(QStringLiteral("goes on working until you delete it on Calendly’s website"));
        };
        QVERIFY(signInWithToken());
        QVERIFY(askToSignOut());
        auto *question = qobject_cast<QMessageBox *>(hands().dialog("signOutQuestion"));
        QVERIFY(question);
        QVERIFY2(names(*question), qPrintable(question->informativeText()));
        QVERIFY(!question->informativeText().contains(QLatin1String("The sign-in ends")));
        QVERIFY(WindowHands(*question).clickText(QStringLiteral("Sign out")));
        auto *result = qobject_cast<QMessageBox *>(hands().dialog("signOutProblem"));
        QVERIFY(result);
        QVERIFY2(result->text().contains(QLatin1String("everything is removed")), qPrintable(result->text()));
        QVERIFY2(names(*result), qPrintable(result->informativeText()));
    }

    void signingOutWithALockedKeychain_saysWhatIsLeftWhere()
    {
        m_fixture->quit();
        auto vault = std::make_unique<LockingVault>();
        LockingVault *keychain = vault.get();
        m_fixture->otherVault = std::move(vault);
        QVERIFY(m_fixture->openWindow());
        QVERIFY(signInWithToken());
        keychain->isLocked = true;
        QVERIFY(askToSignOut());
        QDialog *question = hands().dialog("signOutQuestion");
        QVERIFY(question);
        QVERIFY(WindowHands(*question).clickText(QStringLiteral("Sign out")));
        auto *left = qobject_cast<QMessageBox *>(hands().dialog("signOutProblem"));
        QVERIFY(left);
        QVERIFY2(left->text().contains(QLatin1String("not everything could be removed")), qPrintable(left->text()));
        QVERIFY2(left->informativeText().contains(QLatin1String("may still be in it")), qPrintable(left->informativeText()));
        QVERIFY(hands().seen("WelcomePage"));
    }

    void withoutAKeychain_theSignInIsKeptInAFileOnlyWhenAskedFor()
    {
        QVERIFY(openWithoutKeychain());
        QVERIFY(hands().text("kept", "WelcomePage").contains(QLatin1String("in memory only")));
        QDialog *question = askForTheFile();
        QVERIFY(question);
        QVERIFY(qobject_cast<QMessageBox *>(question)->informativeText().contains(QLatin1String("not encrypted")));
        QTest::keyClick(question, Qt::Key_Return); // the careful answer is the ready one
        QVERIFY(isBackInFront());
        QVERIFY(!m_fixture->composition->account().isInFile());
        QVERIFY(signInWithToken());
        QVERIFY(!m_fixture->storedBytes().contains(m_fixture->calendly.token().toLatin1()));
    }

    void aSignInInAFile_outlivesTheProgram_andGoesWithSigningOut()
    {
        QVERIFY(openWithoutKeychain());
        QVERIFY(keepInFile());
        QVERIFY(hands().text("kept", "WelcomePage").contains(QLatin1String("only your user may read")));
        QVERIFY(signInWithToken());
        QVERIFY(m_fixture->storedBytes().contains(m_fixture->calendly.token().toLatin1()));
        QVERIFY(openWithoutKeychain());
        QVERIFY(m_fixture->isUpToDate());
        QVERIFY(askToSignOut());
        QDialog *question = hands().dialog("signOutQuestion");
        QVERIFY(question);
        QVERIFY(WindowHands(*question).clickText(QStringLiteral("Sign out")));
        QTRY_VERIFY(hands().seen("WelcomePage"));
        QTRY_VERIFY(!m_fixture->storedBytes().contains(m_fixture->calendly.token().toLatin1()));
    }

    void whenAKeychainAppears_theSignInMovesThere_andIsSaid()
    {
        QVERIFY(openWithoutKeychain());
        QVERIFY(keepInFile());
        QVERIFY(signInWithToken());
        m_fixture->quit();
        m_fixture->otherVault = std::make_unique<SystemVault>(std::make_unique<LastingVault>(), true, m_fixture->profile.path());
        QVERIFY(m_fixture->openWindow());
        QTRY_VERIFY(hands().hasToast(QStringLiteral("in the system’s keychain now")));
        QVERIFY(m_fixture->isUpToDate());
        QVERIFY(!m_fixture->storedBytes().contains(m_fixture->calendly.token().toLatin1()));
    }

    void aFileThatOthersCouldRead_leadsToSigningInAgain()
    {
        QVERIFY(openWithoutKeychain());
        QVERIFY(keepInFile());
        QVERIFY(signInWithToken());
        m_fixture->quit();
        const QDir folder(m_fixture->profile.filePath(QStringLiteral("sign-ins")));
        const QStringList files = folder.entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QVERIFY(QFile::setPermissions(folder.filePath(files.first()), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QVERIFY(openWithoutKeychain());
        QTRY_VERIFY(hands().words("banner").contains(QLatin1String("others could have read")));
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe"))); // what was stored is shown meanwhile
        QVERIFY(hands().clickText(QStringLiteral("Sign in again")));
        QTRY_COMPARE(m_fixture->composition->account().isBrowserSignInUnderWay(), true);
    }

    void enterStaysSignedIn()
    {
        QVERIFY(signInWithToken());
        QVERIFY(askToSignOut());
        QDialog *question = hands().dialog("signOutQuestion");
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Return);
        QTRY_VERIFY(!hands().seen("signOutQuestion"));
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }

    QByteArray choices() const
    {
        QFile file(m_fixture->profile.filePath(QStringLiteral("sundial.ini")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The same profile on a machine without a keychain.
    bool openWithoutKeychain()
    {
        m_fixture->quit();
        m_fixture->otherVault = std::make_unique<SystemVault>(std::make_unique<LastingVault>(), false, m_fixture->profile.path());
        return m_fixture->openWindow();
    }

    QDialog *askForTheFile() { return hands().click("keep", "WelcomePage") ? hands().dialog("keepingQuestion") : nullptr; }

    bool keepInFile()
    {
        QDialog *question = askForTheFile();
        return question && WindowHands(*question).clickText(QStringLiteral("Keep in a file"))
            && WindowHands::waitFor([this] { return m_fixture->composition->account().isInFile(); }) && isBackInFront();
    }

    /// The question is gone, and keys go to the window again.
    bool isBackInFront()
    {
        if (!WindowHands::waitFor([this] { return !hands().seen("keepingQuestion"); }))
            return false;
        m_fixture->window->activateWindow();
        return QTest::qWaitForWindowActive(m_fixture->window.get());
    }

    QStringList granted() const { return m_fixture->composition->account().account()->scopes; }

    bool startInBrowser() { return hands().click("browser", "WelcomePage") && waitUntil([this] { return m_opened.size() == 1; }); }

    bool signInWithToken()
    {
        return m_fixture->pasteToken(m_fixture->calendly.token()) && waitUntil([this] { return hands().seen("result", "TokenPage"); })
            && hands().click("add", "TokenPage") && m_fixture->listShows(QStringLiteral("Kenji Watanabe")) && m_fixture->isUpToDate();
    }

    bool askToSignOut() { return hands().chooseFromMenuBar(QStringLiteral("File"), QStringLiteral("Sign out…")); }

    QList<QUrl> m_opened;
    Visitor m_visitor;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestSigningIn)
#include "tst_signingin.moc"
