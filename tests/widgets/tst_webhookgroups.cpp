// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogfixture.h"
#include "webhookdialog.h"
#include "webhooksapi.h"
#include "webhookservice.h"
#include "webhookspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTreeView>

/// The webhooks of groups on their page, and the dialog that makes one.
class TestWebhookGroups : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { DialogFixture::prepare(); }

    void init()
    {
        m_fixture = std::make_unique<DialogFixture>();
        QVERIFY(m_fixture->start());
        Program &program = *m_fixture->world.program;
        m_api = std::make_unique<WebhooksApi>(program.client);
        m_service = std::make_unique<WebhookService>(*m_api, program.organizationApi, program.account.writes(), m_fixture->world.clock.clock());
        m_fixture->parts->webhooks = m_service.get();
        m_page = new WebhooksPage(*m_fixture->parts, *m_fixture->toasts, &m_fixture->window);
        m_page->resize(m_fixture->window.size());
        m_page->show();
        m_page->refresh();
        QTRY_VERIFY(m_service->isWhole());
    }

    void cleanup()
    {
        delete m_page;
        m_service.reset();
        m_api.reset();
        m_fixture.reset();
    }

    void aGroup_isAScopeOfItsOwn()
    {
        open();
        QCOMPARE(scope()->count(), 4);
        QCOMPARE(scope()->itemText(3), QStringLiteral("Group: Sales"));
        scope()->setCurrentIndex(3);
        QVERIFY(!m_dialog->findChild<QCheckBox *>(QStringLiteral("routing_form_submission.created"))->isEnabled());
        m_dialog->findChild<QLineEdit *>(QStringLiteral("address"))->setText(QStringLiteral("https://hooks.example.org/sales"));
        m_dialog->findChild<QPushButton *>(QStringLiteral("create"))->click();
        QTRY_VERIFY(DialogFixture::wordsOf(m_fixture->toasts).contains(QLatin1String("Webhook created")));
        QTRY_COMPARE(rows().size(), 4);
        QVERIFY2(rows().contains(QStringLiteral("hooks.example.org/sales, Group: Sales")), qPrintable(rows().join(u'\n')));
        QCOMPARE(m_service->ofGroups().last().part.webhooks.first().callbackUrl, QUrl(QStringLiteral("https://hooks.example.org/sales")));
    }

    void whatIsChosen_staysWhileGroupsAreReadAgain()
    {
        open();
        scope()->setCurrentIndex(3);
        m_page->refresh();
        QTRY_VERIFY(!m_service->isReading());
        QCOMPARE(scope()->currentText(), QStringLiteral("Group: Sales"));
        m_service->forget();
        QCOMPARE(scope()->count(), 2);
        QCOMPARE(scope()->currentText(), QStringLiteral("Only me"));
        m_page->refresh();
        QTRY_COMPARE(scope()->count(), 4);
    }

    void groupsThatMayNotBeRead_areSaidAndNotOffered()
    {
        m_service->forget();
        m_fixture->world.calendly->failAlways(QStringLiteral("GET /groups"), faultOf(sandbox::Fault::Kind::Status, 403));
        m_page->refresh();
        QTRY_COMPARE(rows().size(), 3);
        QTRY_VERIFY(DialogFixture::wordsOf(m_page).contains(QLatin1String("Webhooks of groups are not listed.")));
        open();
        QCOMPARE(scope()->count(), 2);
    }

    void groupsWhoseWebhooksCouldNotBeRead_areNamed()
    {
        m_fixture->world.calendly->failAlways(QStringLiteral("GET /webhook_subscriptions"), faultOf(sandbox::Fault::Kind::Status, 404));
        m_page->refresh();
        QTRY_VERIFY(!m_service->isReading());
        const QString note = scopeNote();
        QVERIFY2(note.contains(QLatin1String("Webhooks of the whole organization could not be read")), qPrintable(note));
        QVERIFY2(note.contains(QRegularExpression(QStringLiteral("Webhooks of the groups [^.]*Sales could not be read: "))), qPrintable(note));
        m_fixture->world.calendly->clearFaults();
        m_page->refresh();
        QTRY_VERIFY(!m_service->isReading());
        QCOMPARE(scopeNote(), QString());
    }

    void groupsOfOthers_areNoFailure()
    {
        m_fixture->world.calendly->failAlways(QStringLiteral("GET /webhook_subscriptions"), faultOf(sandbox::Fault::Kind::Status, 403));
        m_page->refresh();
        QTRY_VERIFY(!m_service->isReading());
        QVERIFY2(!scopeNote().contains(QLatin1String("groups")), qPrintable(scopeNote()));
    }

private:
    QString scopeNote() const
    {
        const auto *note = m_page->findChild<QLabel *>(QStringLiteral("scopeNote"));
        return note->isVisible() ? note->text() : QString();
    }

    void open()
    {
        m_dialog = new WebhookDialog(*m_fixture->parts, *m_fixture->toasts, m_page);
        m_dialog->open();
    }

    QComboBox *scope() const { return m_dialog->findChild<QComboBox *>(QStringLiteral("scope")); }

    /// Address and scope of each.
    QStringList rows() const
    {
        const QAbstractItemModel *model = m_page->findChild<QTreeView *>(QStringLiteral("list"))->model();
        QStringList rows;
        for (int row = 0; row < model->rowCount(); ++row)
            rows.append(model->index(row, 0).data().toString() + QStringLiteral(", ") + model->index(row, 1).data().toString());
        return rows;
    }

    std::unique_ptr<DialogFixture> m_fixture;
    std::unique_ptr<WebhooksApi> m_api;
    std::unique_ptr<WebhookService> m_service;
    WebhooksPage *m_page = nullptr;
    WebhookDialog *m_dialog = nullptr;
};

QTEST_MAIN(TestWebhookGroups)
#include "tst_webhookgroups.moc"
