// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

using namespace std::chrono_literals;

namespace {

constexpr int longWait = 30000;

} // namespace

/// Without the network, or without calls left: what was read is there with its age, and everything goes on by itself.
class TestOffline : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
        QVERIFY(m_fixture->openSignedIn());
        m_fixture->quit();
        m_fixture->calendly.stop();
        m_fixture->clock.advance(30min);
        QVERIFY(m_fixture->openWindow());
    }

    void cleanup() { m_fixture.reset(); }

    void theScheduleIsThereWithItsAge()
    {
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY_WITH_TIMEOUT(banner().contains(QLatin1String("Offline since 10:30.")), longWait);
        QVERIFY(banner().contains(QLatin1String("Shown as of 10:00.")));
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("kenji@harborline.example")));
    }

    void whatNeedsTheNetworkIsOffAndSaysWhy()
    {
        QVERIFY(waitUntilOffline());
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY(hands().isUsable("copyEmail", "card"));
        QVERIFY(!hands().isUsable("cancel", "card"));
        QCOMPARE(hands().seen("cancel", "card")->toolTip(), QStringLiteral("Canceling needs the network."));
        QVERIFY(!hands().isUsable("singleUseLink"));
    }

    void aTokenWhoseOwnerCannotBeAsked_isNotCalledSignedOut()
    {
        m_fixture->composition->account().openWithToken(m_fixture->calendly.token().toLatin1());
        QVERIFY(waitUntilOffline());
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QTRY_COMPARE(hands().seen("cancel", "card")->toolTip(), QStringLiteral("Canceling needs the network."));
    }

    void aTokenWhoseOwnerANetworkHides_isToldByWhatAnswers()
    {
        QVERIFY(m_fixture->calendly.start());
        m_fixture->calendly->failAlways(QStringLiteral("*"), {.kind = sandbox::Fault::Kind::Html});
        m_fixture->composition->account().openWithToken(m_fixture->calendly.token().toLatin1());
        QTRY_VERIFY_WITH_TIMEOUT(banner().contains(QLatin1String("The network has answered in place of Calendly since 10:30")), longWait);
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        m_fixture->calendly->clearFaults();
        QVERIFY(isOnlineWithinMinutes());
        QTRY_VERIFY(banner().isEmpty());
    }

    void eventTypesAndHoursAreThere()
    {
        QVERIFY(waitUntilOffline());
        hands().press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(m_fixture->listShows(QStringLiteral("30 min intro"), "EventTypesPage"));
        hands().press(Qt::Key_3, Qt::ControlModifier);
        const auto hours = [this] {
            const auto *schedules = hands().seen<QAbstractItemView>("list", "AvailabilityPage");
            return schedules && schedules->model()->rowCount() > 0;
        };
        QTRY_VERIFY(hours());
    }

    void itRecoversByItself()
    {
        QVERIFY(waitUntilOffline());
        QVERIFY(m_fixture->calendly.start());
        m_fixture->bookAs(QStringLiteral("Ottavia Neri"), m_fixture->clock.now().addSecs(4 * 3600));
        m_fixture->clock.advance(61s);
        QVERIFY(m_fixture->listShows(QStringLiteral("Ottavia Neri")));
        QTRY_VERIFY(banner().isEmpty());
        QTRY_VERIFY(hands().words("statusLine").contains(QLatin1String("Up to date")));
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Ottavia Neri")));
        QTRY_VERIFY(hands().isUsable("cancel", "card"));
    }

    void theBannerTriesAtOnce()
    {
        QVERIFY(waitUntilOffline());
        QVERIFY(m_fixture->calendly.start());
        QVERIFY(hands().click("bannerAction"));
        QTRY_VERIFY_WITH_TIMEOUT(banner().isEmpty(), longWait);
    }

    void aNetworkThatAsksForASignInKeepsTheSchedule_andItRecovers()
    {
        QVERIFY(waitUntilOffline());
        QVERIFY(m_fixture->calendly.start());
        m_fixture->calendly->failAlways(QStringLiteral("*"), {.kind = sandbox::Fault::Kind::Html});
        m_fixture->calendly->clearRequests();
        QVERIFY(hands().click("bannerAction"));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->sent(QStringLiteral("*")) > 0, longWait);
        QTRY_VERIFY_WITH_TIMEOUT(banner().contains(QLatin1String("Shown as of 10:00.")), longWait);
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        m_fixture->calendly->clearFaults();
        QVERIFY(isOnlineWithinMinutes());
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
    }

    void withoutCallsLeft_itCountsDown_asksNothing_andGoesOnByItself()
    {
        QVERIFY(m_fixture->calendly.start());
        QVERIFY(isOnlineWithinMinutes());
        QVERIFY(m_fixture->isUpToDate());
        m_fixture->calendly->failNext(QStringLiteral("*"), {.kind = sandbox::Fault::Kind::TooMany, .wait = 4s});
        m_fixture->calendly->clearRequests();
        hands().press(Qt::Key_F5);
        QTRY_VERIFY(hands().words("statusLine").simplified().contains(QLatin1String("Paused for 4 s")));
        const int asked = m_fixture->sent(QStringLiteral("*")); // with what was on its way already
        m_fixture->clock.advance(2s);
        QTRY_VERIFY(hands().words("statusLine").simplified().contains(QLatin1String("Paused for 2 s")));
        hands().press(Qt::Key_F5);
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QCOMPARE(m_fixture->sent(QStringLiteral("*")), asked);
        QTRY_VERIFY_WITH_TIMEOUT(hands().words("statusLine").contains(QLatin1String("Up to date")), longWait);
        QVERIFY(m_fixture->sent(QStringLiteral("*")) > asked);
        QVERIFY(banner().isEmpty());
    }

    void aRefusedTokenKeepsTheScheduleAndAsksToSignInAgain()
    {
        QVERIFY(m_fixture->calendly.start());
        m_fixture->calendly->failAlways(QStringLiteral("*"), {.kind = sandbox::Fault::Kind::RevokedGrant});
        m_fixture->clock.advance(61s);
        hands().press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(banner().contains(QLatin1String("no longer accepts this sign-in")), longWait);
        // What is off does not blame the network, which would send people to the wrong place.
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QTRY_COMPARE(hands().seen("cancel", "card")->toolTip(), QStringLiteral("Sundial is not signed in."));
        QCOMPARE(hands().seen("singleUseLink")->toolTip(), QStringLiteral("Sundial is not signed in."));
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QVERIFY(hands().click("bannerAction"));
        QTRY_VERIFY(hands().seen("BrowserPage") || hands().seen("TokenPage"));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    QString banner() const { return hands().text("bannerText", "SchedulePage"); }
    /// A look that is under way may still end with the bad answer; then the next one is the good one.
    bool isOnlineWithinMinutes()
    {
        constexpr int minutes = 5;
        bool isOnline = false;
        for (int minute = 0; minute < minutes && !isOnline; ++minute) {
            m_fixture->clock.advance(61s);
            isOnline = WindowHands::waitFor([this] { return banner().isEmpty(); }, longWait / minutes);
        }
        return isOnline;
    }
    bool waitUntilOffline() const
    {
        return m_fixture->listShows(QStringLiteral("Kenji Watanabe"))
            && WindowHands::waitFor([this] { return banner().contains(QLatin1String("Offline")); }, longWait);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestOffline)
#include "tst_offline.moc"
