// SPDX-License-Identifier: GPL-3.0-or-later
#include "forgetting.h"
#include "windowfixture.h"

#include <QLineEdit>
#include <QPlainTextEdit>

namespace {

const QString deletingPeople = QStringLiteral("POST /data_compliance/deletion/invitees");

} // namespace

/// What the page of the team shows of the organization's records, by plan and role.
class TestOrganization : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
    }

    void cleanup() { m_fixture.reset(); }

    void routingFormsShowWhereEachSubmissionLed()
    {
        openPage();
        QVERIFY(hands().click("showRoutingFormsButton", "TeamPage"));
        QTRY_COMPARE(rows().size(), 2);
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Which call is right for you?")));
        QTRY_VERIFY(hands().words("RoutingCard").contains(QLatin1String("Visitor 2")));
        QVERIFY(hands().words("RoutingCard").contains(QLatin1String("https://northlight.example/websites")));
        QVERIFY(hands().words("RoutingCard").contains(QStringLiteral("Event type “")));
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Partner intake")));
        QTRY_VERIFY(hands().words("RoutingCard").contains(QLatin1String("Nothing was sent with this form yet.")));
    }

    void theActivityLogSaysWhichPlanItTakes()
    {
        openPage();
        QVERIFY(hands().click("showActivitiesButton", "TeamPage"));
        QTRY_VERIFY(hands().words("ActivitySection").contains(QLatin1String("comes with the plan Enterprise")));
        QVERIFY(!hands().isUsable("exportActivities", "TeamPage"));
        QVERIFY(!hands().isUsable("erase", "TeamPage"));
        QVERIFY(hands().seen("erase", "TeamPage")->toolTip().contains(QLatin1String("plan Enterprise")));
    }

    void activitiesAreSearchedInCalendlyAndReadOn()
    {
        openPage(QStringLiteral("ottilie"));
        QVERIFY(hands().click("showActivitiesButton", "TeamPage"));
        QTRY_COMPARE(rows().size(), 100);
        QVERIFY(hands().click("earlierActivities", "TeamPage"));
        QTRY_COMPARE(rows().size(), 140);
        QVERIFY(!hands().isUsable("earlierActivities", "TeamPage"));
        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("Webhook"));
        QTRY_COMPARE(rows().size(), 28);
        QVERIFY(rows().first().startsWith(QLatin1String("Webhook: created")));
    }

    void dataIsDeletedOnlyAfterTheWordWasTyped()
    {
        openPage(QStringLiteral("ottilie"));
        QVERIFY(hands().click("erase", "TeamPage"));
        QVERIFY(hands().dialog("ErasureDialog"));
        hands().seen<QPlainTextEdit>("emails", "ErasureDialog")->setPlainText(QStringLiteral("ana@example.com\nben"));
        QVERIFY(!hands().isUsable("erase", "ErasureDialog"));
        hands().seen<QLineEdit>("word", "ErasureDialog")->setText(QStringLiteral("delete"));
        QVERIFY(hands().click("erase", "ErasureDialog"));
        QCOMPARE(hands().text("problem", "ErasureDialog"), QStringLiteral("“ben” is not an e-mail address."));
        QCOMPARE(m_fixture->sent(deletingPeople), 0);
        hands().seen<QPlainTextEdit>("emails", "ErasureDialog")->setPlainText(QStringLiteral("ana@example.com"));
        QVERIFY(hands().click("erase", "ErasureDialog"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Calendly deletes the data within 7 days")));
        QCOMPARE(m_fixture->sent(deletingPeople), 1);
        Database beside;
        const QString account = m_fixture->composition->account().account()->key;
        QVERIFY(beside.open(m_fixture->profile.filePath(QStringLiteral("accounts/%1/store.sqlite").arg(account))));
        QTRY_VERIFY2(!Forgetting(beside).leavesTraces(), "nothing of it may stay in the files");
    }

    void aLostAnswerIsNotSentAgain()
    {
        openPage(QStringLiteral("ottilie"));
        m_fixture->calendly->failNext(deletingPeople, faultOf(sandbox::Fault::Kind::Lost));
        QVERIFY(hands().click("erase", "TeamPage"));
        QVERIFY(hands().dialog("ErasureDialog"));
        hands().seen<QPlainTextEdit>("emails", "ErasureDialog")->setPlainText(QStringLiteral("ana@example.com"));
        hands().seen<QLineEdit>("word", "ErasureDialog")->setText(QStringLiteral("delete"));
        QVERIFY(hands().click("erase", "ErasureDialog"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("The answer was lost")));
        QCOMPARE(m_fixture->sent(deletingPeople), 1);
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    QTreeView *list() const { return m_fixture->list("TeamPage"); }
    QStringList rows() const { return list() ? hands().rows(*list()) : QStringList(); }

    void openPage(const QString &person = {})
    {
        if (person.isEmpty()) {
            QVERIFY(m_fixture->openSignedIn());
        } else {
            QVERIFY(m_fixture->openWindow() && m_fixture->pasteToken(m_fixture->calendly->personalAccessToken(person)));
            QTRY_VERIFY(hands().seen("result", "TokenPage"));
            QVERIFY(hands().click("add", "TokenPage") && m_fixture->isUpToDate());
        }
        hands().press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(hands().seen("TeamPage"));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestOrganization)
#include "tst_organization.moc"
