// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountservice.h"
#include "format.h"
#include "pendingwrites.h"
#include "waiting.h"
#include "windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>

namespace {

const QString inviting = QStringLiteral("POST /organizations/*/invitations");
const QString revoking = QStringLiteral("DELETE /organizations/*/invitations/*");
const QString removing = QStringLiteral("DELETE /organization_memberships/*");

} // namespace

/// The page of the team: who belongs to the organization, and what owners and others can do about it.
class TestTeamPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
    }

    void cleanup() { m_fixture.reset(); }

    void membersAreSearchedAndTheirLinksCopied()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 7);
        QVERIFY(rows().filter(QStringLiteral("Theo Marchetti")).first().contains(QLatin1String("Admin, Rome, same time")));
        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("kathmandu"));
        QTRY_COMPARE(rows().size(), 1);
        QVERIFY(rows().first().startsWith(QLatin1String("Dev Raman")));
        hands().seen<QLineEdit>("search", "TeamPage")->setText(QStringLiteral("June"));
        QTRY_VERIFY(hands().words("MemberCard").contains(QStringLiteral("Mon–Fri")));
        QVERIFY(hands().click("copyLinkOfType", "MemberCard"));
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("/northlight-studio/")));
    }

    void aMemberIsRemovedByKeysAfterTheConsequencesWereSaid()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 7);
        QVERIFY(hands().clickRow(*list(), QStringLiteral("June Calloway")));
        hands().press(Qt::Key_Delete);
        QVERIFY(hands().dialog("removeMemberQuestion"));
        QVERIFY(hands().words("removeMemberQuestion").contains(QLatin1String("Meetings that were booked until now stay with the organization")));
        QVERIFY(hands().words("removeMemberQuestion").contains(QLatin1String("Webhooks that tell of this person only stop")));
        QCOMPARE(m_fixture->sent(removing), 0);
        for (int step = 0; step < 4 && QApplication::focusWidget() != hands().seen("confirmed"); ++step)
            hands().press(Qt::Key_Tab);
        hands().press(Qt::Key_Space);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("June Calloway was removed")));
        QTRY_COMPARE(rows().size(), 6);
        QCOMPARE(m_fixture->sent(removing), 1);
    }

    void theOwnerCannotBeRemoved()
    {
        openPage(QStringLiteral("theo"));
        QTRY_COMPARE(rows().size(), 7);
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Mara Lindqvist")));
        QTRY_VERIFY(hands().words("MemberCard").contains(QLatin1String("The owner cannot be removed.")));
        QVERIFY(!hands().isUsable("remove", "MemberCard"));
    }

    void somebodyIsInvitedAndSeenAmongTheInvitations()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 7);
        hands().press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(hands().dialog("InviteDialog"));
        hands().type(QStringLiteral("june@northlight.example"));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().text("problem", "InviteDialog").contains(QLatin1String("a member already")));
        hands().seen<QLineEdit>("email", "InviteDialog")->setText(QStringLiteral("ana@example.com"));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("An invitation was sent to ana@example.com.")));
        QCOMPARE(m_fixture->sent(inviting), 1);
        QVERIFY(hands().click("showInvitationsButton", "TeamPage"));
        QTRY_COMPARE(rows().size(), 4);
        QVERIFY(rows().first().startsWith(QLatin1String("ana@example.com, Waiting")));
    }

    void aRefusalIsSaidInCalendlysWords()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 7);
        hands().press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(hands().dialog("InviteDialog"));
        hands().type(QStringLiteral("petra@nordwind.example"));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().text("problem", "InviteDialog").contains(QLatin1String("Nobody was invited. Calendly says: was already invited")));
    }

    void anInvitationIsRevoked()
    {
        openPage();
        QVERIFY(hands().click("showInvitationsButton", "TeamPage"));
        QTRY_COMPARE(rows().size(), 3);
        QVERIFY(hands().clickRow(*list(), QStringLiteral("petra@nordwind.example")));
        QVERIFY(hands().click("revoke", "InvitationCard"));
        QVERIFY(hands().dialog("revokeQuestion"));
        QVERIFY(hands().click("confirmed", "revokeQuestion"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("The invitation of petra@nordwind.example is revoked.")));
        QTRY_COMPARE(rows().size(), 2);
    }

    void severalInvitationsAreRevokedAtOnce()
    {
        openWithTwoThatWait();
        selectAll();
        hands().press(Qt::Key_Delete);
        QVERIFY(hands().dialog("revokeQuestion"));
        const QString asked = hands().words("revokeQuestion");
        QVERIFY2(asked.contains(QLatin1String("ana@example.com")) && asked.contains(QLatin1String("petra@nordwind.example")), qPrintable(asked));
        QVERIFY2(asked.contains(QLatin1String("settled")), qPrintable(asked));
        QVERIFY(hands().click("confirmed", "revokeQuestion"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("2 invitations are revoked.")));
        QCOMPARE(m_fixture->sent(revoking), 2);
        QTRY_COMPARE(rows().size(), 2);
    }

    void closingTheWindow_waitsForAllOfThem()
    {
        openWithTwoThatWait();
        selectAll();
        hands().press(Qt::Key_Delete);
        QVERIFY(hands().dialog("revokeQuestion"));
        QVERIFY(hands().click("confirmed", "revokeQuestion"));
        m_fixture->window->close();
        QVERIFY(hands().hasToast(QStringLiteral("Something is still being sent.")));
        QTRY_VERIFY(!m_fixture->window->isVisible());
        QCOMPARE(m_fixture->sent(revoking), 2);
    }

    void closingTheWindow_staysWhereOneIsRefused()
    {
        openWithTwoThatWait();
        m_fixture->calendly->failNext(revoking, faultOf(sandbox::Fault::Kind::Status, 400));
        selectAll();
        hands().press(Qt::Key_Delete);
        QVERIFY(hands().dialog("revokeQuestion"));
        QVERIFY(hands().click("confirmed", "revokeQuestion"));
        m_fixture->window->close();
        QTRY_VERIFY(hands().hasToast(QStringLiteral("1 of 2 invitations are revoked.")));
        QVERIFY(waitUntil([this] { return m_fixture->composition->account().writes().isEmpty(); }));
        QCoreApplication::processEvents();
        QVERIFY(m_fixture->window->isVisible());
    }

    void afterSeveralWereSentAgain_noOtherRowIsMeant()
    {
        openWithTwoThatWait();
        selectAll();
        list()->window()->findChild<QAction *>(QStringLiteral("resendInvitation"))->trigger();
        QVERIFY(hands().dialog("resendQuestion"));
        QVERIFY(hands().click("confirmed", "resendQuestion"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("2 invitations were sent again.")));
        QCOMPARE(m_fixture->sent(revoking), 2);
        QCOMPARE(m_fixture->sent(inviting), 3); // one of them before
        QTRY_COMPARE(rows().filter(QStringLiteral(", Waiting")).size(), 2);
        // Those that are settled are still selected: none of the new ones is revoked in their place.
        QVERIFY(!list()->window()->findChild<QAction *>(QStringLiteral("revokeInvitation"))->isEnabled());
    }

    void whoIsLeftWithoutAnInvitation_isNamed()
    {
        openWithTwoThatWait();
        m_fixture->calendly->failNext(inviting, faultOf(sandbox::Fault::Kind::Status, 400));
        selectAll();
        list()->window()->findChild<QAction *>(QStringLiteral("resendInvitation"))->trigger();
        QVERIFY(hands().dialog("resendQuestion"));
        QVERIFY(hands().click("confirmed", "resendQuestion"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("0 of 2 invitations were sent again.")));
        QVERIFY(hands().hasToast(QStringLiteral("have none now: ")));
        QVERIFY(hands().clickText(QStringLiteral("Copy addresses")));
        const QString without = QGuiApplication::clipboard()->text();
        QVERIFY2(without.contains(QLatin1Char('@')) && !without.contains(QLatin1Char(',')), qPrintable(without));
        QCOMPARE(m_fixture->sent(revoking), 1); // the other one keeps the invitation it has
        QCOMPARE(rows().filter(QStringLiteral(", Waiting")).size(), 1);
    }

    void whatFailsForAllEndsARunOfInvitations()
    {
        openWithTwoThatWait();
        m_fixture->calendly->failAlways(revoking, faultOf(sandbox::Fault::Kind::Status, 403));
        selectAll();
        hands().press(Qt::Key_Delete);
        QVERIFY(hands().dialog("revokeQuestion"));
        QVERIFY(hands().click("confirmed", "revokeQuestion"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("not tried")));
        QCOMPARE(m_fixture->sent(revoking), 1);
        QCOMPARE(rows().size(), 4);
    }

    void aPlainUserIsToldWhichRoleItTakes()
    {
        openPage(QStringLiteral("june"));
        QTRY_COMPARE(rows().size(), 7);
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Nils Aaberg")));
        QTRY_VERIFY(hands().words("MemberCard").contains(QLatin1String("Only owners and admins can remove somebody. Your role is User.")));
        QTRY_VERIFY(!hands().isUsable("invite", "TeamPage"));
        QVERIFY(hands().seen("invite", "TeamPage")->toolTip().contains(QLatin1String("Only owners and admins can invite")));
    }

    void aColleaguesWeekIsReadAndARefusalSaid()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 7);
        hands().press(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(hands().click("colleagueWeek", "AvailabilityPage"));
        QPointer<QDialog> dialog = hands().dialog("ColleagueWeekDialog");
        QVERIFY(dialog);
        auto *colleague = dialog->findChild<QComboBox *>(QStringLiteral("colleague"));
        QCOMPARE(colleague->count(), 6); // nobody is their own colleague
        const auto note = [&dialog] { return dialog->findChild<QLabel *>(QStringLiteral("note"))->text(); };
        QTRY_VERIFY2(note().startsWith(QLatin1String("Times in Berlin, from now on.")), qPrintable(note()));
        QTRY_VERIFY(dialog->findChild<QWidget *>(QStringLiteral("overview"))->accessibleDescription().contains(QLatin1String(" free")));
        m_fixture->calendly->failAlways(QStringLiteral("GET /user_busy_times"), {.kind = sandbox::Fault::Kind::Status, .status = 403});
        QVERIFY(WindowHands(*dialog).click("later"));
        QTRY_VERIFY2(note().contains(QLatin1String("does not show you this person's busy times")), qPrintable(note()));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }

    void aColleaguesWeekIsReadOutWithItsDays()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 7);
        hands().press(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(hands().click("colleagueWeek", "AvailabilityPage"));
        QDialog *dialog = hands().dialog("ColleagueWeekDialog");
        QVERIFY(dialog);
        const auto name = [dialog] { return dialog->findChild<QWidget *>(QStringLiteral("overview"))->accessibleName(); };
        QTRY_COMPARE(name(), QStringLiteral("This week, 16 – 22 Nov 2026"));
        QVERIFY(WindowHands(*dialog).click("later"));
        QTRY_COMPARE(name(), QStringLiteral("Week, 23 – 29 Nov 2026"));
        QVERIFY(WindowHands(*dialog).click("earlier"));
        QTRY_COMPARE(name(), QStringLiteral("This week, 16 – 22 Nov 2026"));
    }

    void theWeekOfTheCalendarIsOpenedForAColleague()
    {
        QVERIFY(m_fixture->openSignedIn());
        hands().press(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        hands().press(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(hands().chooseFromMenuBar(QStringLiteral("View"), QStringLiteral("A colleague’s week…")));
        QVERIFY(hands().dialog("ColleagueWeekDialog"));
        QTRY_COMPARE(hands().text("weekTitle", "ColleagueWeekDialog"), dateRangeText(QDate(2026, 11, 23), QDate(2026, 11, 29)));
        QTRY_VERIFY(hands().text("note", "ColleagueWeekDialog").startsWith(QLatin1String("Times in Berlin")));
        QTRY_COMPARE(QApplication::focusWidget(), hands().seen("colleague", "ColleagueWeekDialog"));
    }

    void membersAreThereOffline()
    {
        openPage();
        QTRY_COMPARE(rows().size(), 7);
        m_fixture->quit();
        m_fixture->calendly.stop();
        QVERIFY(m_fixture->openWindow());
        hands().press(Qt::Key_5, Qt::ControlModifier);
        QTRY_COMPARE(rows().size(), 7);
        QTRY_VERIFY(hands().words("TeamPage").contains(QLatin1String("Calendly cannot be reached. Shown as of")));
        QVERIFY(!hands().isUsable("invite", "TeamPage"));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    QTreeView *list() const { return m_fixture->list("TeamPage"); }
    QStringList rows() const { return list() ? hands().rows(*list()) : QStringList(); }

    /// Four invitations, of which two are settled.
    void openWithTwoThatWait()
    {
        openPage();
        hands().press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(hands().dialog("InviteDialog"));
        hands().type(QStringLiteral("ana@example.com"));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("An invitation was sent to ana@example.com.")));
        QVERIFY(hands().click("showInvitationsButton", "TeamPage"));
        QTRY_COMPARE(rows().size(), 4);
    }

    /// Headless systems leave the window inactive where a dialog was closed.
    void selectAll()
    {
        m_fixture->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
        list()->setFocus();
        hands().press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(list()->selectionModel()->selectedRows().size(), rows().size());
    }

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

QTEST_MAIN(TestTeamPage)
#include "tst_teampage.moc"
