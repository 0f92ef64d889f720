// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "profile.h"
#include "windowfixture.h"

#include <QMessageBox>
#include <QUrlQuery>

namespace {

const QString redirect = QStringLiteral("io.github.sundial-app:/callback");

} // namespace

/// The browser answers a sign-in that nobody waits for: the program was closed in between, or it was stopped.
class TestLateSignIn : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_calendly = std::make_unique<LocalCalendly>(m_clock, 20);
        QVERIFY(m_calendly->start());
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile = std::make_unique<Profile>(m_folder->path(), false);
        LaunchOptions options;
        options.apiUrl = m_calendly->url();
        options.authUrl = m_calendly->url();
        options.clientId = QStringLiteral("sundial-demo");
        options.redirectUri = QUrl(redirect);
        m_application = std::make_unique<Application>(options, QByteArray(), *m_profile, parts());
        m_application->start();
        QVERIFY(QTest::qWaitForWindowActive(m_application->window()));
    }

    void cleanup()
    {
        m_application.reset();
        m_calendly.reset();
    }

    void anAnswerToAnEarlierRun_isSaidToBeTooLate_andNothingIsSent()
    {
        m_application->receive({redirect + QStringLiteral("?code=abc&state=of-an-earlier-run")});
        QTRY_VERIFY(box("lateSignIn"));
        QVERIFY(box("lateSignIn")->informativeText().contains(QLatin1String("please start it again")));
        QVERIFY((*m_calendly)->requests(QStringLiteral("POST /oauth/token")).isEmpty());
        QCOMPARE(m_application->composition()->account().state(), AccountService::State::SignedOut);
    }

    void anAnswerToAStoppedAttempt_isSaid_andTellsNoSecret()
    {
        AccountService &account = m_application->composition()->account();
        const QString answer = begunAttempt();
        account.stopBrowserSignIn();
        m_application->receive({answer});
        QTRY_VERIFY(box("lateSignIn"));
        QVERIFY(box("lateSignIn")->text().contains(QLatin1String("not under way any more")));
        QVERIFY(!box("lateSignIn")->informativeText().contains(QLatin1String("canary")));
        QVERIFY((*m_calendly)->requests(QStringLiteral("POST /oauth/token")).isEmpty());
    }

    void anAnswerBesideAnOpenAccount_isSaid_andLeavesItAlone()
    {
        AccountService &account = m_application->composition()->account();
        account.openWithToken(m_calendly->token().toLatin1());
        QTRY_COMPARE(account.state(), AccountService::State::Ready);
        m_application->receive({redirect + QStringLiteral("?code=canary&state=stopped-long-ago")});
        QTRY_VERIFY(box("lateSignIn"));
        QCOMPARE(account.state(), AccountService::State::Ready);
    }

    void anAnswerToAnotherAttempt_isSaid_andTheOneUnderWayGoesOn()
    {
        const QString answerToTheFirst = begunAttempt();
        const QString answerToTheSecond = begunAttempt();
        m_application->receive({answerToTheFirst});
        QTRY_VERIFY(box("otherSignIn"));
        QVERIFY(!box("otherSignIn")->informativeText().contains(QLatin1String("canary")));
        QVERIFY(m_application->composition()->account().isBrowserSignInUnderWay());
        m_application->receive({answerToTheSecond});
        QTRY_COMPARE((*m_calendly)->requests(QStringLiteral("POST /oauth/token")).size(), 1);
        QVERIFY(!box("lateSignIn"));
    }

    void otherAddresses_areNotAnswered_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("path") << QStringLiteral("io.github.sundial-app:/other?code=a&state=b");
        QTest::newRow("scheme") << QStringLiteral("https://example.com/callback?code=a&state=b");
        QTest::newRow("nonsense") << QStringLiteral("io.github.sundial-app");
    }

    void otherAddresses_areNotAnswered()
    {
        QFETCH(const QString, address);
        m_application->receive({address});
        QCoreApplication::processEvents();
        QVERIFY(!box("lateSignIn"));
        QVERIFY(!box("otherSignIn"));
    }

private:
    ApplicationParts parts() const
    {
        ApplicationParts parts;
        parts.clock = m_clock.clock();
        parts.vault = std::make_unique<LastingVault>();
        parts.times = ServiceWorld::quickTimes();
        return parts;
    }

    QMessageBox *box(const char *name) const { return m_application->window()->findChild<QMessageBox *>(QLatin1String(name)); }

    /// What the browser would be sent to after this attempt was allowed.
    QString begunAttempt() const
    {
        AccountService &account = m_application->composition()->account();
        account.startBrowserSignIn();
        const QString state = QUrlQuery(account.authorizationUrl()).queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded);
        return redirect + QStringLiteral("?code=canary&state=") + state;
    }

    TestClock m_clock;
    std::unique_ptr<LocalCalendly> m_calendly;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Application> m_application;
};

QTEST_MAIN(TestLateSignIn)
#include "tst_latesignin.moc"
