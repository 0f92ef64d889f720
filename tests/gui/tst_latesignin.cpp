// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "profile.h"
#include "windowfixture.h"

#include <QMessageBox>

namespace {

const QString redirect = QStringLiteral("io.github.sundial-app:/callback");

} // namespace

/// The browser answers a sign-in whose program was closed in between.
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
        QTRY_VERIFY(box());
        QVERIFY(box()->informativeText().contains(QLatin1String("Please start it again.")));
        QVERIFY((*m_calendly)->requests(QStringLiteral("POST /oauth/token")).isEmpty());
        QCOMPARE(m_application->composition()->account().state(), AccountService::State::SignedOut);
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
        QVERIFY(!box());
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

    QMessageBox *box() const { return m_application->window()->findChild<QMessageBox *>(QStringLiteral("lateSignIn")); }

    TestClock m_clock;
    std::unique_ptr<LocalCalendly> m_calendly;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Application> m_application;
};

QTEST_MAIN(TestLateSignIn)
#include "tst_latesignin.moc"
