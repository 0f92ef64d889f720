// SPDX-License-Identifier: GPL-3.0-or-later
#include "accesstokensjson.h"
#include "signinfixture.h"
#include "startup.h"
#include "visitor.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QDialog>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QMutex>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>

namespace {

QByteArray logged;
QMutex logging;

void keepMessage(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    const QMutexLocker lock(&logging);
    logged += QByteArray(context.category) + ": " + message.toUtf8() + '\n';
}

/// Collects what the program logs while it lives.
class Listening
{
public:
    Listening()
    {
        logged.clear();
        m_before = qInstallMessageHandler(keepMessage);
    }
    ~Listening() { qInstallMessageHandler(m_before); }
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;

private:
    QtMessageHandler m_before;
};

const QString reason = QStringLiteral("canary-reason-4711");

} // namespace

/// With every log that Qt has switched on, nothing about people and no secret is written down.
class TestLogs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QAccessible::setActive(true); // a screen reader makes Qt log what is read
        {
            const Listening listening;
            QLabel label(QStringLiteral("canary"));
            label.show();
            QVERIFY2(logged.contains("qt."), "nothing is logged, so that nothing could be found");
        }
        prepareApplication();
    }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
    }

    void cleanup() { m_fixture.reset(); }

    void aWholeRun_logsNobody()
    {
        const Listening listening;
        QVERIFY(m_fixture->openSignedIn());
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("kenji@harborline.example")));
        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("kenji"));
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QTest::keyClick(m_fixture->list(), Qt::Key_Delete);
        QDialog *dialog = hands().dialog("CancelDialog");
        QVERIFY(dialog);
        QTest::keyClicks(WindowHands(*dialog).seen<QPlainTextEdit>("reason"), reason);
        m_fixture->calendly->failNext(QStringLiteral("POST /scheduled_events/*/cancellation"), {.kind = sandbox::Fault::Kind::Lost});
        QVERIFY(WindowHands(*dialog).click("confirm"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("is canceled")));
        m_fixture->calendly->failAlways(QStringLiteral("*"), {.kind = sandbox::Fault::Kind::NotJson});
        m_fixture->calendly->clearRequests();
        m_fixture->composition->sync().refresh();
        QTRY_VERIFY(m_fixture->sent(QStringLiteral("GET /scheduled_events")) > 0);
        QTRY_VERIFY(m_fixture->composition->sync().problem()); // a look that still runs would be the next one, too
        m_fixture->calendly->clearFaults();
        m_fixture->calendly->failAlways(QStringLiteral("*"), {.kind = sandbox::Fault::Kind::RevokedGrant});
        m_fixture->composition->sync().refresh();
        QTRY_COMPARE(m_fixture->composition->account().state(), AccountService::State::SignInEnded);
        m_fixture->quit();
        expectNobodyIn(logged);
    }

    void aBrowserSignIn_logsNoSecret_fromTheFirstPageToItsEnd()
    {
        SignInFixture browsing;
        Visitor visitor;
        QByteArrayList secrets{"/oauth/authorize", "/callback?"};
        const Listening listening;
        QVERIFY(browsing.open());
        QDesktopServices::unsetUrlHandler(QStringLiteral("http")); // so that no browser can be opened, of which Qt would tell
        QVERIFY(browsing.hands().click("browser", "WelcomePage"));
        QTRY_VERIFY(browsing.hands().text("sentence", "BrowserPage").contains(QLatin1String("No browser could be opened.")));
        const QUrl page = browsing.account().authorizationUrl();
        const QUrl answer = visitor.allowWithoutGoingBack(page);
        secrets << itemOf(page, "state") << itemOf(page, "code_challenge") << itemOf(answer, "code");

        QUrl foreign = answer;
        foreign.setQuery(QStringLiteral("code=canary-code&state=canary-state"));
        QCOMPARE(visitor.get(foreign).status, 400);
        browsing.application().receive({foreign.toString()});
        QCOMPARE(visitor.get(answer).status, 200);
        QVERIFY(browsing.listShows(QStringLiteral("Kenji Watanabe")));
        secrets << "canary-code"
                << "canary-state" << QUrlQuery(QString::fromLatin1(lastPost(browsing).body)).queryItemValue(QStringLiteral("code_verifier")).toLatin1();
        secrets += tokensIn(*browsing.vault);

        const auto pastItsEnd = std::chrono::hours(3);
        browsing.clock.advance(pastItsEnd);
        browsing.application().composition()->sync().refresh();
        QTRY_COMPARE(browsing.sent(QStringLiteral("POST /oauth/token")), 2);
        QTRY_VERIFY(!secrets.contains(tokensIn(*browsing.vault).constFirst()));
        secrets += tokensIn(*browsing.vault);

        // While one look is under way no other begins.
        QTRY_COMPARE(browsing.application().composition()->sync().state(), SyncService::State::UpToDate);

        browsing.calendly->failAlways(QStringLiteral("*"), {.kind = sandbox::Fault::Kind::RevokedGrant});
        browsing.clock.advance(pastItsEnd);
        browsing.application().composition()->sync().refresh();
        QTRY_COMPARE(browsing.account().state(), AccountService::State::SignInEnded);
        secrets << browsing.calendly->demoPerson().name.toUtf8() << browsing.calendly->demoPerson().email.toUtf8();
        expectNobodyIn(logged);
        QCOMPARE(secrets.size(), 14);
        for (const QByteArray &secret : std::as_const(secrets)) {
            QVERIFY(secret.size() > 3);
            QVERIFY2(!logged.contains(secret), secret.constData());
        }
    }

    void aProcessToldToLogEverything_logsNobody()
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true"));
        environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
        environment.insert(QStringLiteral("SUNDIAL_TOKEN"), m_fixture->calendly.token());
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent/bus"));
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        const QString address = m_fixture->calendly.url().toString();
        program.start(QStringLiteral(SUNDIAL_PROGRAM),
                      {QStringLiteral("--profile"), m_fixture->profile.path(), QStringLiteral("--api-url"), address, QStringLiteral("--auth-url"), address});
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->sent(QStringLiteral("GET /scheduled_events/*/invitees")) > 20, 60000);
        QFile arguments(QStringLiteral("/proc/%1/cmdline").arg(program.processId()));
        if (arguments.open(QIODevice::ReadOnly))
            QVERIFY(!arguments.readAll().contains(m_fixture->calendly.token().toUtf8()));
        program.terminate();
        QVERIFY(program.waitForFinished(60000));
        expectNobodyIn(program.readAll());
        QVERIFY2(!m_fixture->storedBytes().contains(m_fixture->calendly.token().toUtf8()), "the token lies in the profile");
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }

    static QByteArray itemOf(const QUrl &url, const char *name)
    {
        return QUrlQuery(url).queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toUtf8();
    }

    static LoggedRequest lastPost(SignInFixture &browsing) { return browsing.calendly->requests(QStringLiteral("POST /oauth/token")).last(); }

    /// Both tokens of the only sign-in that is kept.
    static QByteArrayList tokensIn(const LastingVault &vault)
    {
        const Result<AccessTokens> tokens = fromItemText(vault.text(vault.keys().value(0)).value_or(QString()));
        return tokens ? QByteArrayList{tokens->accessToken, tokens->refreshToken} : QByteArrayList{{}, {}};
    }

    void expectNobodyIn(const QByteArray &log) const
    {
        static const QRegularExpression address(QStringLiteral("[\\w.+-]+(@|%40)[\\w-]+\\.[\\w.]+"));
        const QList<QByteArray> lines = log.split('\n');
        for (const QByteArray &line : lines) {
            QVERIFY2(!line.contains(m_fixture->calendly.token().toUtf8()), "the token");
            QVERIFY2(!address.match(QString::fromUtf8(line)).hasMatch(), line.constData());
            for (const char *canary : {"Kenji", "kenji", "Watanabe", "Priya", "canary-reason", "/cancellations/", "/reschedulings/"})
                QVERIFY2(!line.contains(canary), line.constData());
        }
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

int main(int count, char **words)
{
    qputenv("QT_LOGGING_RULES", "*=true"); // stronger than any rule that a program sets
    QApplication app(count, words);
    TestLogs test;
    return QTest::qExec(&test, count, words);
}

#include "tst_logs.moc"
