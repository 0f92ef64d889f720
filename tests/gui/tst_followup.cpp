// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkservice.h"
#include "mailcatcher.h"
#include "meetingservice.h"
#include "windowfixture.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>

#include <algorithm>

namespace {

const QString marking = QStringLiteral("POST /invitee_no_shows");
const QString unmarking = QStringLiteral("DELETE /invitee_no_shows/*");
const QString linking = QStringLiteral("POST /scheduling_links");
const QString name = QStringLiteral("Ottavia Neri");

} // namespace

/// A no-show mark together with a mail and a new link, and several marks with one key.
class TestFollowUp : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->holdsFirst = true;
        QVERIFY(m_fixture->openReady());
    }

    void cleanup() { m_fixture.reset(); }

    void shiftNMarksMakesALinkAndBeginsAMail()
    {
        m_fixture->composition->held().setDelay(std::chrono::milliseconds(50));
        const MailCatcher mails;
        QVERIFY(selectBegun());
        hands().press(Qt::Key_N, Qt::ShiftModifier);
        QTRY_COMPARE(mails.taken.size(), 1);
        QCOMPARE(m_fixture->sent(marking), 1);
        QCOMPARE(m_fixture->sent(linking), 1);
        const QList<SchedulingLink> links = m_fixture->composition->links().recent(1);
        QCOMPARE(links.size(), 1);
        QVERIFY2(links.first().label.startsWith(name), qPrintable(links.first().label));
        QCOMPARE(links.first().eventType, begun().meeting.eventType);
        QCOMPARE(mails.taken.first().path(), begun().invitees.first().email);
        QVERIFY2(mails.field(QStringLiteral("body")).contains(links.first().bookingUrl.toString()), qPrintable(mails.field(QStringLiteral("body"))));
        QVERIFY(hands().hasToast(QStringLiteral("Marked %1 as no-show and began a mail with a new single-use link").arg(name)));
        QVERIFY(hands().clickText(QStringLiteral("Undo")));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("The no-show mark of %1 is removed. The link stays good").arg(name)));
        QCOMPARE(m_fixture->sent(unmarking), 1);
    }

    void whileItWaitsTheSameKeyTakesAllOfItBack()
    {
        const MailCatcher mails;
        QVERIFY(selectBegun());
        hands().press(Qt::Key_N, Qt::ShiftModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("%1 is marked as no-show, and a mail with a new link is begun in").arg(name)));
        hands().press(Qt::Key_N, Qt::ShiftModifier);
        QTRY_VERIFY(!hands().hasToast(QStringLiteral("is begun in")));
        QVERIFY(m_fixture->composition->held().isEmpty());
        QCOMPARE(m_fixture->sent(marking) + m_fixture->sent(linking) + int(mails.taken.size()), 0);
    }

    void nothingFollowsAMarkThatIsRefused()
    {
        m_fixture->composition->held().setDelay(std::chrono::milliseconds(50));
        const MailCatcher mails;
        QVERIFY(selectBegun());
        m_fixture->calendly->failNext(marking, 403);
        hands().press(Qt::Key_N, Qt::ShiftModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("mark no-shows. No link was made and no mail was begun.")));
        QCOMPARE(m_fixture->sent(linking), 0);
        QVERIFY(mails.taken.isEmpty());
    }

    void aLinkThatCannotBeMadeIsTold_andTriedAgainWithoutAnotherMark()
    {
        m_fixture->composition->held().setDelay(std::chrono::milliseconds(50));
        const MailCatcher mails;
        QVERIFY(selectBegun());
        m_fixture->calendly->failNext(linking, 403);
        hands().press(Qt::Key_N, Qt::ShiftModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("%1 is marked as no-show, but no link was made and no mail was begun.").arg(name)));
        QVERIFY(mails.taken.isEmpty());
        QTRY_COMPARE(action().text(), QStringLiteral("Write &follow-up to no-show"));
        action().trigger();
        QTRY_COMPARE(mails.taken.size(), 1);
        QCOMPARE(m_fixture->sent(marking), 1);
        QVERIFY(hands().hasToast(QStringLiteral("Began a mail to %1 with a new single-use link").arg(name)));
    }

    void withoutAMailProgramTheLinkIsThereToCopy()
    {
        m_fixture->composition->held().setDelay(std::chrono::milliseconds(50));
        QDesktopServices::setUrlHandler(QStringLiteral("mailto"), this, "noSuchSlot");
        QVERIFY(selectBegun());
        hands().press(Qt::Key_N, Qt::ShiftModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("a link is made, but no mail program could be opened")));
        QDesktopServices::unsetUrlHandler(QStringLiteral("mailto"));
        QVERIFY(hands().clickText(QStringLiteral("Copy link")));
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), m_fixture->composition->links().recent(1).first().bookingUrl.toString());
    }

    void theKeySaysWhyItCannot()
    {
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY(!action().isEnabled());
        hands().press(Qt::Key_N, Qt::ShiftModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("This meeting has not begun.")));
        QTest::keyClick(m_fixture->list(), Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(action().toolTip().contains(QLatin1String("select one meeting")));
        hands().press(Qt::Key_N, Qt::ShiftModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Several meetings are selected.")));
    }

    void aTypeThatIsOffHasNoLink()
    {
        QVERIFY(selectBegun());
        World &world = m_fixture->calendly->world();
        WorldMeeting meeting = world.meetings().back();
        WorldInvitee invitee = world.invitees().back();
        WorldEventType off = world.eventTypes().at(size_t(meeting.eventType));
        off.active = false;
        meeting.eventType = world.add(off);
        meeting.invitees.clear();
        invitee.meeting = world.add(meeting);
        invitee.name = QStringLiteral("Renate Voss");
        world.add(invitee);
        hands().press(Qt::Key_F5);
        QVERIFY(m_fixture->listShows(invitee.name) && hands().clickRow(*m_fixture->list(), invitee.name));
        QTRY_VERIFY(action().toolTip().contains(QLatin1String("event type is off or gone")));
        hands().press(Qt::Key_N, Qt::ShiftModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Its event type is off or gone, so there is no link to another time.")));
        QVERIFY(m_fixture->composition->held().isEmpty());
    }

    void theSameKeyTakesBackWhatWaitsForSeveral_andRemovesMarksThatAllHave()
    {
        QVERIFY(selectTwoBegun());
        hands().press(Qt::Key_N);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("2 people are marked as no-show in")));
        hands().press(Qt::Key_N);
        QTRY_VERIFY(!hands().hasToast(QStringLiteral("marked as no-show in")));
        QVERIFY(m_fixture->composition->held().isEmpty());
        QVERIFY(!hands().hasToast(QStringLiteral("Nobody was marked")));
        QCOMPARE(m_fixture->sent(marking), 0);

        m_fixture->composition->held().setDelay(std::chrono::milliseconds(50));
        hands().press(Qt::Key_N);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Marked 2 people as no-show")));
        QTRY_VERIFY(!m_fixture->composition->meetings().isBusy());
        hands().press(Qt::Key_N);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("The no-show marks of 2 people are removed")));
        QTRY_COMPARE(m_fixture->sent(unmarking), 2);
        QCOMPARE(m_fixture->sent(marking), 2);
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    QAction &action() const { return *m_fixture->window->findChild<QAction *>(QStringLiteral("noShowFollowUp")); }
    MeetingDetails begun() const { return *m_fixture->composition->meetings().details(m_meeting); }

    bool selectBegun()
    {
        m_meeting = m_fixture->selectBegun(name);
        return !m_meeting.isEmpty() && WindowHands::waitFor([this] { return action().isEnabled(); });
    }

    bool selectTwoBegun() const
    {
        const QString other = QStringLiteral("Renate Voss");
        m_fixture->bookAs(name, m_fixture->clock.now().addSecs(-600));
        m_fixture->bookAs(other, m_fixture->clock.now().addSecs(-660));
        hands().press(Qt::Key_F5);
        if (!m_fixture->listShows(name) || !m_fixture->listShows(other) || !hands().clickRow(*m_fixture->list(), other))
            return false;
        QTest::keyClick(m_fixture->list(), Qt::Key_Down, Qt::ShiftModifier);
        const auto *mark = m_fixture->window->findChild<QAction *>(QStringLiteral("noShow"));
        return WindowHands::waitFor([mark] { return mark->text() == QLatin1String("&No-show for 2, on or off"); });
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QUrl m_meeting;
};

QTEST_MAIN(TestFollowUp)
#include "tst_followup.moc"
