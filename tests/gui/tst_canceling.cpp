// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QDialog>
#include <QPlainTextEdit>
#include <QPointer>

using sandbox::Fault;

namespace {

const QString cancellation = QStringLiteral("POST /scheduled_events/*/cancellation");
const QString words = QStringLiteral("I am ill today");

} // namespace

/// Canceling a meeting: the question, what is sent, and what is said in the end.
class TestCanceling : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->openReady());
    }

    void cleanup() { m_fixture.reset(); }

    void theReasonIsSentOnceAndTheRowSaysCanceled()
    {
        QVERIFY(ask(QStringLiteral("Kenji Watanabe")));
        QVERIFY(WindowHands(*m_dialog).text("people").contains(QLatin1String("kenji@harborline.example")));
        QTest::keyClicks(reason(), words);
        QCOMPARE(m_fixture->sent(cancellation), 0);
        QVERIFY(confirm());
        QTRY_VERIFY(!m_dialog);
        QVERIFY(hands().hasToast(QStringLiteral("is canceled. Calendly mails everybody.")));
        QCOMPARE(m_fixture->sent(cancellation), 1);
        QVERIFY(m_fixture->calendly->requests(cancellation).first().body.contains(words.toUtf8()));
        QTRY_VERIFY(m_fixture->rowOf(QStringLiteral("Kenji Watanabe")).contains(QLatin1String("anceled")));
        QCOMPARE(hands().toasts().size(), 1);
    }

    void keepingTheMeetingSendsNothing()
    {
        QVERIFY(ask(QStringLiteral("Kenji Watanabe")));
        QTest::keyClicks(reason(), words);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_fixture->sent(cancellation), 0);
    }

    void aMeetingThatIsCanceledAlreadySaysSo()
    {
        const QUrl meeting = bookSoon();
        QVERIFY(ask(QStringLiteral("Ottavia Neri")));
        m_fixture->calendly.cancel(meeting);
        QVERIFY(confirm());
        QTRY_VERIFY(!m_dialog);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("was canceled already. Nothing was sent.")));
        QTRY_VERIFY(m_fixture->rowOf(QStringLiteral("Ottavia Neri")).contains(QLatin1String("anceled")));
    }

    void aFailureKeepsTheReason()
    {
        QVERIFY(ask(QStringLiteral("Kenji Watanabe")));
        QTest::keyClicks(reason(), words);
        m_fixture->calendly->failNext(cancellation, 403);
        QVERIFY(confirm());
        QTRY_VERIFY(WindowHands(*m_dialog).seen("problem"));
        QCOMPARE(reason()->toPlainText(), words);
        QVERIFY(!m_fixture->rowOf(QStringLiteral("Kenji Watanabe")).contains(QLatin1String("anceled")));
        QVERIFY(confirm());
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_fixture->sent(cancellation), 2);
        QVERIFY(m_fixture->calendly->requests(cancellation).last().body.contains(words.toUtf8()));
    }

    void aLostAnswerIsLookedForAndNothingIsSentTwice()
    {
        QVERIFY(ask(QStringLiteral("Kenji Watanabe")));
        m_fixture->calendly->failNext(cancellation, {.kind = Fault::Kind::Lost});
        QVERIFY(confirm());
        QTRY_VERIFY(!m_dialog);
        QVERIFY(hands().hasToast(QStringLiteral("is canceled")));
        QCOMPARE(m_fixture->sent(cancellation), 1);
        QVERIFY(m_fixture->sent(QStringLiteral("GET /scheduled_events/*")) >= 1);
    }

    void aRequestThatNeverArrivedIsLookedForAndCanBeSentAgain()
    {
        QVERIFY(ask(QStringLiteral("Kenji Watanabe")));
        QTest::keyClicks(reason(), words);
        m_fixture->calendly->failNext(cancellation, {.kind = Fault::Kind::Drop});
        QVERIFY(confirm());
        QTRY_VERIFY(WindowHands(*m_dialog).seen("problem"));
        QCOMPARE(m_fixture->sent(cancellation), 1);
        QCOMPARE(reason()->toPlainText(), words);
        QVERIFY(confirm());
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_fixture->sent(cancellation), 2);
    }

    void aGroupIsSaidToEndForAll()
    {
        QVERIFY(ask(QStringLiteral("Office hours")));
        QTRY_VERIFY(WindowHands(*m_dialog).text("promise").contains(QLatin1String("it ends for all 5")));
        QVERIFY(WindowHands(*m_dialog).seen("group"));
        QTRY_VERIFY(WindowHands(*m_dialog).text("people").contains(QLatin1String("Gwen Harte")));
    }

    void whatIsOverOrCanceledCannotBeCanceled()
    {
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Lena Fischer")));
        QTRY_VERIFY(hands().isUsable("copyEmail", "card"));
        QVERIFY(!hands().isUsable("cancel", "card"));
        QTest::keyClick(m_fixture->list(), Qt::Key_Delete);
        QVERIFY(!hands().seen("CancelDialog"));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    QPlainTextEdit *reason() const { return WindowHands(*m_dialog).seen<QPlainTextEdit>("reason"); }
    bool confirm() { return WindowHands(*m_dialog).click("confirm"); }

    QUrl bookSoon()
    {
        const QUrl meeting = m_fixture->bookAs(QStringLiteral("Ottavia Neri"), m_fixture->clock.now().addSecs(4 * 3600));
        hands().press(Qt::Key_F5);
        return meeting;
    }

    /// Opens the question for the meeting whose row holds `part`, by key.
    bool ask(const QString &part)
    {
        if (!m_fixture->listShows(part) || !hands().clickRow(*m_fixture->list(), part))
            return false;
        QTest::keyClick(m_fixture->list(), Qt::Key_Delete);
        m_dialog = hands().dialog("CancelDialog");
        return m_dialog;
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QPointer<QDialog> m_dialog;
};

QTEST_MAIN(TestCanceling)
#include "tst_canceling.moc"
