// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkbatch.h"
#include "windowfixture.h"

#include <QAction>
#include <QDialog>
#include <QMessageBox>
#include <QPointer>

using sandbox::Fault;

namespace {

const QString deletingWebhook = QStringLiteral("DELETE /webhook_subscriptions/*");
const QString erasing = QStringLiteral("POST /data_compliance/deletion/invitees");
const QString makingLink = QStringLiteral("POST /scheduling_links");

} // namespace

/// What was confirmed and has no answer yet: neither quitting nor signing out leaves it behind untold.
class TestPendingWrites : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->openReady());
    }

    void cleanup() { m_fixture.reset(); }

    void quittingWaitsForIt_data()
    {
        QTest::addColumn<QString>("request");
        for (const QString &request : {deletingWebhook, erasing, makingLink})
            QTest::newRow(qPrintable(request)) << request;
    }
    void quittingWaitsForIt()
    {
        QFETCH(QString, request);
        bool ended = false;
        QVERIFY(begin(request, [&ended] { ended = true; }));
        m_fixture->window->close();
        QVERIFY(m_fixture->window->isVisible());
        QVERIFY(hands().hasToast(QStringLiteral("Something is still being sent.")));
        QTRY_VERIFY(!m_fixture->window->isVisible());
        QVERIFY(ended);
        QCOMPARE(m_fixture->sent(request), 1);
    }

    void whoDoesNotWantToWait_mayQuitAnyway_data()
    {
        QTest::addColumn<bool>("closesAgain");
        QTest::newRow("closed again") << true;
        QTest::newRow("after three seconds") << false;
    }
    void whoDoesNotWantToWait_mayQuitAnyway()
    {
        QFETCH(const bool, closesAgain);
        QVERIFY(stall());
        m_fixture->window->close();
        QVERIFY(!hands().seen("closingQuestion"));
        if (closesAgain)
            m_fixture->window->close();
        QTRY_VERIFY(hands().dialog("closingQuestion"));
        QVERIFY(hands().words("closingQuestion").contains(QLatin1String("If you quit now, it may be done all the same.")));
        QVERIFY(WindowHands(*hands().dialog("closingQuestion")).clickText(QStringLiteral("Quit anyway")));
        QTRY_VERIFY(!m_fixture->window->isVisible());
        QCOMPARE(m_fixture->sent(makingLink), 1);
    }

    void whoStays_isNotClosed()
    {
        QVERIFY(stall());
        m_fixture->window->close();
        m_fixture->window->close();
        QPointer<QDialog> question = hands().dialog("closingQuestion");
        QVERIFY(question);
        QVERIFY(WindowHands(*question).clickText(QStringLiteral("Stay")));
        QTRY_VERIFY(!question);
        QVERIFY(m_fixture->window->isVisible());
        m_fixture->window->close(); // waits anew
        QVERIFY(m_fixture->window->isVisible());
        QVERIFY(!hands().seen("closingQuestion"));
    }

    void anAnswerWhileItIsAsked_closes()
    {
        QVERIFY(begin(makingLink, [] { }));
        m_fixture->window->close();
        m_fixture->window->close();
        QPointer<QDialog> question = hands().dialog("closingQuestion");
        QVERIFY(question);
        QTRY_VERIFY(!m_fixture->window->isVisible());
        QTRY_VERIFY(!question);
    }

    void signingOutNamesIt_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("webhook") << deletingWebhook << QStringLiteral("A change of webhooks has no answer from Calendly yet.");
        QTest::newRow("erasure") << erasing << QStringLiteral("A deletion of data has no answer from Calendly yet.");
        QTest::newRow("link") << makingLink << QStringLiteral("A link has no answer from Calendly yet.");
    }
    void signingOutNamesIt()
    {
        QFETCH(QString, request);
        QFETCH(QString, sentence);
        bool ended = false;
        QVERIFY(begin(request, [&ended] { ended = true; }));
        QPointer<QMessageBox> question = askToSignOut();
        QVERIFY(question && question->informativeText().contains(sentence));
        QVERIFY(WindowHands(*question).clickText(QStringLiteral("Sign out")));
        QTRY_VERIFY(!question);
        QTRY_VERIFY(hands().dialog("signOutQuestion")); // again, once it is known what came of it
        QVERIFY(ended);
        QVERIFY(m_fixture->composition->account().account());
        question = qobject_cast<QMessageBox *>(hands().dialog("signOutQuestion"));
        QVERIFY(question->informativeText().contains(QLatin1String("Nothing changes in Calendly.")));
        QVERIFY(WindowHands(*question).clickText(QStringLiteral("Sign out")));
        QTRY_VERIFY_WITH_TIMEOUT(hands().seen("WelcomePage"), 20000);
        QCOMPARE(m_fixture->sent(request), 1);
    }

    void signingOutStopsARunOfLinks()
    {
        holdUpNext(makingLink);
        LinkBatch &batch = parts().links.batch();
        QVERIFY(batch.start(parts().eventTypes.eventTypes().first(), {QStringLiteral("Ana"), QStringLiteral("Ben"), QStringLiteral("Cleo")}));
        QTRY_COMPARE(m_fixture->sent(makingLink), 1);
        QPointer<QMessageBox> question = askToSignOut();
        QVERIFY(question);
        QVERIFY2(question->informativeText().startsWith(QLatin1String("Of 3 links that are to be made, 0 are done and 3 are not.")),
                 qPrintable(question->informativeText()));
        QVERIFY(WindowHands(*question).clickText(QStringLiteral("Stop and sign out")));
        QTRY_VERIFY(!question);
        QVERIFY(m_fixture->composition->account().account()); // it waits for the one that is under way
        QTRY_VERIFY(hands().dialog("signOutQuestion"));
        question = qobject_cast<QMessageBox *>(hands().dialog("signOutQuestion"));
        QVERIFY2(question->informativeText().startsWith(QLatin1String("Of 3 links that are to be made, 1 are done and 2 are not.")),
                 qPrintable(question->informativeText()));
        QVERIFY(WindowHands(*question).clickText(QStringLiteral("Sign out")));
        QTRY_VERIFY_WITH_TIMEOUT(hands().seen("WelcomePage"), 20000);
        QCOMPARE(m_fixture->sent(makingLink), 1);
    }

    void signingOutNamesABookingThatMayHaveBeenMade()
    {
        m_fixture->calendly->failNext(QStringLiteral("POST /invitees"), faultOf(Fault::Kind::Drop));
        m_fixture->calendly->failAlways(QStringLiteral("GET /scheduled_events"), faultOf(Fault::Kind::Drop));
        BookingService &bookings = *parts().bookings;
        const EventType type = m_fixture->composition->eventTypes().eventTypes().first();
        const BookingDraft draft{.eventType = type.uri,
                                 .start = m_fixture->clock.now().addDays(2),
                                 .name = QStringLiteral("Ana"),
                                 .email = QStringLiteral("ana@example.org"),
                                 .timezone = QStringLiteral("Europe/Madrid")};
        bookings.book(draft, type, {m_fixture->calendly.person(), {}}, this, [](const Result<QUrl> &) { });
        QTRY_COMPARE_WITH_TIMEOUT(bookings.unknown().size(), 1, 30000);
        QMessageBox *question = askToSignOut();
        QVERIFY(question);
        QVERIFY(question->informativeText().contains(QLatin1String("Of a booking it is not known whether it was made, and Sundial forgets it")));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    MainWindowParts parts() const { return m_fixture->composition->windowParts(); }

    /// Its answer comes after a moment.
    void holdUpNext(const QString &request)
    {
        Fault late = faultOf(Fault::Kind::Late);
        late.wait = std::chrono::milliseconds(1500);
        m_fixture->calendly->failNext(request, late);
    }

    /// Asks for a link, and gets no answer in the time of this test.
    bool stall()
    {
        m_fixture->calendly->failNext(makingLink, faultOf(Fault::Kind::Hang));
        parts().links.singleUseLink(parts().eventTypes.eventTypes().first(), {}, this, [](const Result<SchedulingLink> &) { });
        return WindowHands::waitFor([this] { return m_fixture->sent(makingLink) == 1; });
    }

    /// Asks for it, and leaves it without its answer for a moment.
    bool begin(const QString &request, const std::function<void()> &ended)
    {
        holdUpNext(request);
        if (request == deletingWebhook) {
            const WebhookSubscription webhook{.uri = QUrl(m_fixture->calendly.url().toString() + QStringLiteral("/webhook_subscriptions/none"))};
            parts().webhooks->remove(webhook, this, [ended](const WriteOutcome &) { ended(); });
        } else if (request == erasing) {
            parts().organization->erasure.erasePeople({QStringLiteral("nobody@example.org")}, this, [ended](const auto &) { ended(); });
        } else {
            parts().links.singleUseLink(parts().eventTypes.eventTypes().first(), {}, this, [ended](const Result<SchedulingLink> &) { ended(); });
        }
        return WindowHands::waitFor([this, &request] { return m_fixture->sent(request) == 1; });
    }

    QMessageBox *askToSignOut() const
    {
        m_fixture->window->findChild<QAction *>(QStringLiteral("actionSignOut"))->trigger();
        return qobject_cast<QMessageBox *>(hands().dialog("signOutQuestion"));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestPendingWrites)
#include "tst_pendingwrites.moc"
