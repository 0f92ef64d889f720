// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinfixture.h"
#include "visitor.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>

/// The browser’s answer that does not come by itself: somebody copies the address of the last page and pastes it.
class TestPastedAnswer : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<SignInFixture>();
        QVERIFY(m_fixture->open());
        QVERIFY(m_fixture->startInBrowser());
    }
    void cleanup() { m_fixture.reset(); }

    void theRightAddress_signsIn_andIsNotLeftInTheField()
    {
        paste(QLatin1Char(' ') + allowed() + QLatin1Char('\n')); // as it comes along when a whole line is copied
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QCOMPARE(m_fixture->sent(QStringLiteral("POST /oauth/token")), 1);
        QVERIFY(field()->text().isEmpty());
    }

    void somethingElse_isNamed_andTheAttemptGoesOn_data()
    {
        QTest::addColumn<QString>("query"); // null: not even the right place
        QTest::addColumn<QString>("address");
        QTest::newRow("words") << QString() << QStringLiteral("I allowed it");
        QTest::newRow("page of Calendly") << QString() << QStringLiteral("https://calendly.com/app/scheduled_events");
        QTest::newRow("page of another site") << QString() << QStringLiteral("https://127.0.0.1.example.com/callback?code=a&state=b");
        QTest::newRow("state of somebody else") << QStringLiteral("code=canary&state=foreign") << QString();
        QTest::newRow("no state") << QStringLiteral("code=canary") << QString();
        QTest::newRow("refusal of somebody else") << QStringLiteral("error=access_denied&state=foreign") << QString();
        QTest::newRow("right state twice") << QStringLiteral("code=canary&state=STATE&state=STATE") << QString();
        QTest::newRow("right state without code") << QStringLiteral("state=STATE") << QString();
    }

    void somethingElse_isNamed_andTheAttemptGoesOn()
    {
        QFETCH(QString, query);
        QFETCH(const QString, address);
        paste(query.isNull() ? address : m_fixture->answer(query.replace(QLatin1String("STATE"), m_fixture->asked("state"))));
        QTRY_VERIFY(problem().contains(QLatin1String("not the address of this sign-in")));
        QVERIFY(!problem().contains(QLatin1String("canary")));
        QVERIFY(m_fixture->account().isBrowserSignInUnderWay());
        QCOMPARE(m_fixture->sent(QStringLiteral("POST /oauth/token")), 0);
        paste(allowed());
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
    }

    void theAddressOfTheAttemptBefore_isNotTaken()
    {
        const QString before = allowed();
        QVERIFY(m_fixture->hands().click("stop", "BrowserPage"));
        QVERIFY(m_fixture->startInBrowser());
        QVERIFY(field()->text().isEmpty());
        paste(before);
        QTRY_VERIFY(problem().contains(QLatin1String("not the address of this sign-in")));
        QCOMPARE(m_fixture->sent(QStringLiteral("POST /oauth/token")), 0);
    }

    void aRefusalThatIsPasted_endsTheAttempt()
    {
        paste(m_fixture->answer(QStringLiteral("error=access_denied&state=") + m_fixture->asked("state")));
        QTRY_COMPARE(m_fixture->hands().text("headline", "BrowserPage"), QStringLiteral("You did not allow access"));
        QCOMPARE(m_fixture->sent(QStringLiteral("POST /oauth/token")), 0);
    }

private:
    QLineEdit *field() const { return m_fixture->application().window()->findChild<QLineEdit *>(QStringLiteral("address")); }
    QString problem() const { return m_fixture->hands().text("addressProblem", "BrowserPage"); }

    /// In the place of what stands in the field.
    void paste(const QString &text) const
    {
        QGuiApplication::clipboard()->setText(text);
        field()->setFocus();
        QTest::keyClick(field(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field(), Qt::Key_V, Qt::ControlModifier);
    }

    /// What the browser shows in its address field after access was allowed.
    QString allowed() { return m_visitor.allowWithoutGoingBack(m_fixture->opened.last()).toString(QUrl::FullyEncoded); }

    Visitor m_visitor;
    std::unique_ptr<SignInFixture> m_fixture;
};

QTEST_MAIN(TestPastedAnswer)
#include "tst_pastedanswer.moc"
