// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

using sandbox::Fault;

namespace {

const QString deletingWebhook = QStringLiteral("DELETE /webhook_subscriptions/*");
const QString erasing = QStringLiteral("POST /data_compliance/deletion/invitees");
const QString makingLink = QStringLiteral("POST /scheduling_links");

} // namespace

/// What was confirmed and has no answer yet: quitting does not leave it behind untold.
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

private:
    WindowHands hands() const { return m_fixture->hands(); }
    MainWindowParts parts() const { return m_fixture->composition->windowParts(); }

    /// Asks for it, and leaves it without its answer for a moment.
    bool begin(const QString &request, const std::function<void()> &ended)
    {
        Fault late = faultOf(Fault::Kind::Late);
        late.wait = std::chrono::milliseconds(1500);
        m_fixture->calendly->failNext(request, late);
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

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestPendingWrites)
#include "tst_pendingwrites.moc"
