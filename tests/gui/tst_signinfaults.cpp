// SPDX-License-Identifier: GPL-3.0-or-later
#include "secureserver.h"
#include "signinfixture.h"
#include "visitor.h"

#include <QTcpServer>

/// What somebody reads whose sign-in with the browser fails between this computer and Calendly.
class TestSignInFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<SignInFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void aServerThatCannotProveItself_isSentNothing_andIsNamed()
    {
        const QTemporaryDir place;
        QVERIFY(makeSelfSigned(place.path()));
        const SecureServer impostor(place.filePath(QStringLiteral("self-signed.pem")), place.filePath(QStringLiteral("server.key")));
        QVERIFY(m_fixture->open(impostor.url()));
        QVERIFY(m_fixture->startInBrowser());
        QVERIFY(m_fixture->account().deliverRedirect(QUrl(m_fixture->answer(QStringLiteral("code=canary&state=") + m_fixture->asked("state")))));
        QTRY_COMPARE(headline(), QStringLiteral("No secure connection to Calendly"));
        QVERIFY2(sentence().contains(QLatin1String("was not sent on. Nothing was stored")), qPrintable(sentence()));
        QVERIFY2(sentence().contains(QLatin1String("date of this computer")), qPrintable(sentence()));
        QCOMPARE(impostor.received(), QByteArray());
        QVERIFY(m_fixture->vault->keys().isEmpty());
    }

    void aPortThatIsTaken_isSaid_andTheNextTryWorks()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        QVERIFY(m_fixture->open({}, QUrl(QStringLiteral("http://127.0.0.1:%1/callback").arg(other.serverPort()))));
        QVERIFY(m_fixture->hands().click("browser", "WelcomePage"));
        QTRY_COMPARE(headline(), QStringLiteral("The way back from the browser is taken"));
        QVERIFY2(sentence().contains(QLatin1String("Nothing was stored")), qPrintable(sentence()));
        QVERIFY(!sentence().contains(QLatin1String("keychain")));
        QVERIFY(m_fixture->opened.isEmpty());
        other.close();
        QVERIFY(m_fixture->hands().click("open", "BrowserPage"));
        QTRY_COMPARE(m_fixture->opened.size(), 1);
        QVERIFY(m_fixture->account().isBrowserSignInUnderWay());
    }

    void anAnswerThatIsLost_isUnknown_andTheNextTryIsANewSignIn()
    {
        QVERIFY(m_fixture->open());
        m_fixture->calendly->failNext(QStringLiteral("POST /oauth/token"), {.kind = sandbox::Fault::Kind::Lost});
        QVERIFY(m_fixture->startInBrowser());
        QCOMPARE(m_visitor.consent(m_fixture->opened.last(), true).status, 200);
        QTRY_COMPARE(headline(), QStringLiteral("The connection broke"));
        QVERIFY2(sentence().contains(QLatin1String("not known")), qPrintable(sentence()));
        QVERIFY2(sentence().contains(QLatin1String("nothing that you had is lost")), qPrintable(sentence()));
        QCOMPARE(m_fixture->sent(QStringLiteral("POST /oauth/token")), 1);
        const QString state = m_fixture->asked("state");
        QVERIFY(m_fixture->hands().click("open", "BrowserPage"));
        QTRY_COMPARE(m_fixture->opened.size(), 2);
        QVERIFY(m_fixture->asked("state") != state);
        QCOMPARE(m_visitor.consent(m_fixture->opened.last(), true).status, 200);
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QCOMPARE(m_fixture->sent(QStringLiteral("POST /oauth/token")), 2);
    }

    void aPageInsteadOfAnAnswer_isSaidToBeNoneOfCalendly()
    {
        QVERIFY(m_fixture->open());
        m_fixture->calendly->failNext(QStringLiteral("POST /oauth/token"), {.kind = sandbox::Fault::Kind::Html});
        QVERIFY(m_fixture->startInBrowser());
        QCOMPARE(m_visitor.consent(m_fixture->opened.last(), true).status, 200);
        QTRY_VERIFY2(sentence().contains(QLatin1String("a network that asks for its own sign-in")), qPrintable(sentence()));
        QVERIFY(m_fixture->vault->keys().isEmpty());
    }

private:
    QString headline() const { return m_fixture->hands().text("headline", "BrowserPage"); }
    QString sentence() const { return m_fixture->hands().text("sentence", "BrowserPage"); }

    Visitor m_visitor;
    std::unique_ptr<SignInFixture> m_fixture;
};

QTEST_MAIN(TestSignInFaults)
#include "tst_signinfaults.moc"
