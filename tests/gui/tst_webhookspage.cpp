// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDialog>
#include <QLineEdit>
#include <QMessageAuthenticationCode>
#include <QPlainTextEdit>

namespace {

const QString creating = QStringLiteral("POST /webhook_subscriptions");
const QString deleting = QStringLiteral("DELETE /webhook_subscriptions/*");

} // namespace

/// The page of webhooks: what there is, creating and deleting by keys, and what those see who may not.
class TestWebhooksPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
    }

    void cleanup() { m_fixture.reset(); }

    void anOwnerSeesAllWithTheirRules()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 3);
        QTRY_COMPARE(rows().last(), QStringLiteral("crm.northlight.example/calendly/in, Organization, invitee.created, invitee.canceled, "
                                                   "invitee_no_show.created, Failing, Theo Marchetti, 20 Aug"));
        QVERIFY(hands().clickRow(*list(), QStringLiteral("old.northlight.example")));
        QVERIFY(hands().words("card").contains(QLatin1String("delete it and create a new one")));
        QVERIFY(hands().words("card").contains(QLatin1String("no longer an admin")));
        QVERIFY(hands().words("WebhooksPage").contains(QLatin1String("As of")));
    }

    void creatingWorksByKeysAlone()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 3);
        hands().press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(hands().dialog("WebhookDialog"));
        hands().type(QStringLiteral("http://hooks.example.org/new"));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY2(hands().words("WebhookDialog").contains(QLatin1String("must begin with https")), qPrintable(hands().words("WebhookDialog")));
        QCOMPARE(m_fixture->sent(creating), 0);
        hands().seen<QLineEdit>("address", "WebhookDialog")->selectAll();
        hands().type(QStringLiteral("https://hooks.example.org/new"));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Webhook created")));
        QTRY_COMPARE(rows().size(), 4);
        QVERIFY(!hands().dialog("WebhookDialog"));
        QCOMPARE(m_fixture->sent(creating), 1);
    }

    void whatCalendlyWouldRefuseCannotBeChosen()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 3);
        QVERIFY(hands().click("create", "WebhooksPage"));
        QTRY_VERIFY(hands().dialog("WebhookDialog"));
        QVERIFY(!hands().isUsable("routing_form_submission.created", "WebhookDialog"));
        QVERIFY(hands().words("WebhookDialog").contains(QStringLiteral("Only for the scope “Organization”")));
        hands().seen<QComboBox>("scope", "WebhookDialog")->setCurrentIndex(1);
        QVERIFY(hands().isUsable("routing_form_submission.created", "WebhookDialog"));
        QVERIFY(!hands().isUsable("meeting_recap.created", "WebhookDialog"));
    }

    void anAddressThatIsThereAlreadySaysSo()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 3);
        QVERIFY(hands().click("create", "WebhooksPage"));
        QTRY_VERIFY(hands().dialog("WebhookDialog"));
        hands().type(QStringLiteral("https://hooks.northlight.example/mara"));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().text("problem", "WebhookDialog").contains(QLatin1String("already a webhook for this address")));
        QVERIFY(hands().isUsable("create", "WebhookDialog"));
    }

    void aGeneratedKeyIsCopiedAndKeptNowhere()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 3);
        QVERIFY(hands().click("create", "WebhooksPage"));
        QTRY_VERIFY(hands().dialog("WebhookDialog"));
        hands().type(QStringLiteral("https://hooks.example.org/new"));
        QVERIFY(hands().click("generate", "WebhookDialog") && hands().click("copyKey", "WebhookDialog"));
        const QString key = QGuiApplication::clipboard()->text();
        QCOMPARE(key.size(), 43);
        QVERIFY(hands().click("create", "WebhookDialog"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Webhook created")));
        QVERIFY(!m_fixture->storedBytes().contains(key.toUtf8()));
    }

    void deletingWorksByKeysAlone()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 3);
        hands().press(Qt::Key_Home);
        hands().press(Qt::Key_Delete);
        QTRY_VERIFY(hands().dialog("deleteWebhookQuestion"));
        QCOMPARE(m_fixture->sent(deleting), 0);
        for (int step = 0; step < 4 && QApplication::focusWidget() != hands().seen("confirmed"); ++step)
            hands().press(Qt::Key_Tab);
        hands().press(Qt::Key_Space);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Webhook deleted")));
        QTRY_COMPARE(rows().size(), 2);
        QVERIFY(rows().filter(QStringLiteral("hooks.northlight.example/mara")).isEmpty());
        QCOMPARE(m_fixture->sent(deleting), 1);
    }

    void tabGoesFromTheScopeThroughTheEvents()
    {
        openPage();
        QVERIFY(hands().click("create", "WebhooksPage"));
        QTRY_VERIFY(hands().dialog("WebhookDialog"));
        hands().seen("scope", "WebhookDialog")->setFocus();
        hands().press(Qt::Key_Tab);
        QTRY_VERIFY(qobject_cast<QCheckBox *>(QApplication::focusWidget()));
        for (int step = 0; step < 40 && qobject_cast<QCheckBox *>(QApplication::focusWidget()); ++step)
            hands().press(Qt::Key_Tab);
        QTRY_COMPARE(QApplication::focusWidget(), hands().seen("signingKey", "WebhookDialog"));
    }

    void escapeKeepsTheWebhook()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 3);
        hands().press(Qt::Key_Delete);
        QTRY_VERIFY(hands().dialog("deleteWebhookQuestion"));
        hands().press(Qt::Key_Escape);
        QTRY_VERIFY(!hands().seen("deleteWebhookQuestion"));
        QCOMPARE(m_fixture->sent(deleting), 0);
        QCOMPARE(rows().size(), 3);
    }

    void aPlainUserIsToldWhoSeesTheOrganizations()
    {
        openPage(m_fixture->calendly->personalAccessToken(QStringLiteral("june")));
        QTRY_VERIFY(hands().words("WebhooksPage").contains(QLatin1String("No webhooks yet")));
        QTRY_VERIFY(hands().words("WebhooksPage").contains(QLatin1String("lets only owners and admins see these")));
        QVERIFY(hands().click("create", "WebhooksPage"));
        QTRY_VERIFY(hands().dialog("WebhookDialog"));
        auto *scope = hands().seen<QComboBox>("scope", "WebhookDialog");
        QVERIFY(scope->itemText(1).contains(QLatin1String("only for owners and admins")));
        QVERIFY(!(scope->model()->index(1, 0).flags() & Qt::ItemIsEnabled));
    }

    void offlineNothingIsShownAndThatIsSaid()
    {
        QVERIFY(m_fixture->openSignedIn());
        m_fixture->calendly.stop();
        hands().press(Qt::Key_6, Qt::ControlModifier);
        QTRY_VERIFY(hands().words("WebhooksPage").contains(QLatin1String("not stored on this computer")));
        QVERIFY(!hands().isUsable("create", "WebhooksPage"));
    }

    void theSampleOfAnEventIsCopied()
    {
        openPage();
        QVERIFY(hands().click("showSample", "WebhooksPage"));
        QTRY_VERIFY(hands().dialog("WebhookSampleDialog"));
        auto *sample = hands().seen<QPlainTextEdit>("sample", "WebhookSampleDialog");
        QTRY_VERIFY(sample->toPlainText().contains(QLatin1String("\"event\": \"invitee.created\"")));
        QVERIFY(hands().click("copy", "WebhookSampleDialog"));
        QCOMPARE(QGuiApplication::clipboard()->text(), sample->toPlainText());
    }

    void aPastedDeliveryIsChecked()
    {
        openPage();
        QVERIFY(hands().click("checkSignature", "WebhooksPage"));
        QTRY_VERIFY(hands().dialog("WebhookVerifyDialog"));
        const qint64 seconds = m_fixture->clock.now().toSecsSinceEpoch();
        // A no-break space and a line break have to survive the field.
        const QByteArray body = QStringLiteral("{\"name\":\"Zoë\u00a0K\"}\n{}").toUtf8();
        const QByteArray signature
            = QMessageAuthenticationCode::hash(QByteArray::number(seconds) + '.' + body, "secret", QCryptographicHash::Sha256).toHex();
        QGuiApplication::clipboard()->setText(QString::fromUtf8(body));
        hands().press(Qt::Key_V, Qt::ControlModifier);
        hands().press(Qt::Key_Tab);
        hands().type(QStringLiteral("t=%1,v1=%2").arg(seconds).arg(QString::fromLatin1(signature)));
        hands().press(Qt::Key_Tab);
        hands().type(QStringLiteral("secret"));
        hands().press(Qt::Key_Return);
        QVERIFY2(hands().text("verdict", "WebhookVerifyDialog").startsWith(QLatin1String("Valid.")), qPrintable(hands().text("verdict", "WebhookVerifyDialog")));
        hands().type(QStringLiteral("x"));
        hands().press(Qt::Key_Return);
        QVERIFY(hands().text("verdict", "WebhookVerifyDialog").startsWith(QLatin1String("Wrong.")));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    QTreeView *list() const { return m_fixture->list("WebhooksPage"); }
    QStringList rows() const { return list() ? hands().rows(*list()) : QStringList(); }

    void openPage(const QString &token = {})
    {
        if (token.isEmpty()) {
            QVERIFY(m_fixture->openSignedIn());
        } else {
            QVERIFY(m_fixture->openWindow() && m_fixture->pasteToken(token));
            QTRY_VERIFY(hands().seen("result", "TokenPage"));
            QVERIFY(hands().click("add", "TokenPage") && m_fixture->isUpToDate());
        }
        hands().press(Qt::Key_6, Qt::ControlModifier);
        QTRY_VERIFY(hands().seen("WebhooksPage"));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestWebhooksPage)
#include "tst_webhookspage.moc"
