// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogfixture.h"
#include "linkedmeeting.h"
#include "mergedmeetings.h"
#include "preferences.h"
#include "retention.h"

#include <QSignalSpy>

#include <algorithm>

using sandbox::Fault;

namespace {
const QString reading = QStringLiteral("GET /scheduled_events/*");
} // namespace

class TestLinkedMeeting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { DialogFixture::prepare(); }

    void init()
    {
        m_fixture = std::make_unique<DialogFixture>();
        QVERIFY(m_fixture->start());
        m_meetings = std::make_unique<MergedMeetings>(service(), m_fixture->world.program->account, nullptr);
        m_preferences = std::make_unique<Preferences>(m_fixture->world.profile.path());
        m_retention = std::make_unique<Retention>(*m_preferences, m_fixture->world.clock.clock());
        m_fixture->parts->retention = m_retention.get();
        m_linked = std::make_unique<LinkedMeeting>(*m_fixture->parts, *m_meetings, *m_fixture->toasts);
        m_found = std::make_unique<QSignalSpy>(m_linked.get(), &LinkedMeeting::found);
    }

    void cleanup()
    {
        m_found.reset();
        m_linked.reset();
        m_retention.reset();
        m_preferences.reset();
        m_meetings.reset();
        m_fixture.reset();
    }

    void whatIsStored_isFoundAtOnce()
    {
        m_linked->open(m_fixture->world.coming(), {});
        QCOMPARE(m_found->size(), 1);
        QCOMPARE(m_fixture->sent(reading), 0);
    }

    void whatIsNotStored_isReadWithItsPeople_once()
    {
        const QUrl meeting = taken();
        m_linked->open(meeting, {});
        m_linked->open(meeting, {}); // a double click
        QTRY_COMPARE(m_found->size(), 1);
        QCOMPARE(m_found->first().first().toUrl(), meeting);
        const std::optional<MeetingSummary> stored = service().summary(meeting);
        QVERIFY(stored && stored->inviteesKnown && !stored->invitees.isEmpty());
        QCOMPARE(m_fixture->sent(reading), 2); // the meeting, and its people
    }

    void whoTurnedToSomethingElse_isNotTakenThere()
    {
        const QUrl meeting = taken();
        m_linked->open(meeting, {});
        m_linked->giveUp();
        QTRY_VERIFY(service().summary(meeting));
        QVERIFY(m_found->isEmpty());
    }

    void whatCannotBeHad_isSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("gone") << 404 << QStringLiteral("Calendly no longer has that meeting.");
        QTest::newRow("forbidden") << 403 << QStringLiteral("That meeting cannot be shown. Your role in the organization");
    }
    void whatCannotBeHad_isSaid()
    {
        QFETCH(const int, status);
        QFETCH(const QString, words);
        const QUrl meeting = taken();
        m_fixture->world.calendly->failNext(reading, faultOf(Fault::Kind::Status, status));
        m_linked->open(meeting, {});
        QTRY_VERIFY2(toastWords().contains(words), qPrintable(toastWords()));
        QVERIFY(m_found->isEmpty() && !service().summary(meeting));
        m_linked->open(meeting, {});
        QTRY_COMPARE(m_found->size(), 1);
    }

    void anothersMeeting_isNotTakenIn()
    {
        const World &world = m_fixture->world.calendly->world();
        const int own = world.idOf(World::Thing::User, m_fixture->world.calendly.person().fileName());
        const int organization = world.user(m_fixture->world.calendly.person().fileName())->organization;
        const auto &all = world.meetingsOfOrganization(organization);
        const auto theirs = std::find_if(all.begin(), all.end(), [&](int id) { return !world.meetings()[id].hosts.contains(own); });
        QVERIFY(theirs != all.end());
        const QUrl meeting(m_fixture->world.calendly.url().toString() + QStringLiteral("/scheduled_events/") + world.uuid(World::Thing::Meeting, *theirs));
        m_linked->open(meeting, {});
        QTRY_VERIFY2(toastWords().contains(QLatin1String("is not in your schedule")), qPrintable(toastWords()));
        QVERIFY(m_found->isEmpty() && !service().summary(meeting));
    }

    void whatIsNotKeptAnyMore_staysAtCalendly()
    {
        const QUrl meeting = taken();
        m_retention->setMonths(Retention::choices().at(1));
        m_fixture->world.clock.advance(std::chrono::hours(24 * 800));
        m_linked->open(meeting, {});
        QTRY_VERIFY2(toastWords().contains(QLatin1String("Older ones are at Calendly.")), qPrintable(toastWords()));
        QVERIFY(m_found->isEmpty() && !service().summary(meeting));
    }

private:
    MeetingService &service() { return m_fixture->world.program->meetings; }
    QString toastWords() const { return DialogFixture::wordsOf(m_fixture->toasts); }

    /// One that Calendly has and the store no longer.
    QUrl taken()
    {
        const QUrl meeting = m_fixture->world.past();
        const QDateTime now = m_fixture->world.clock.now();
        return service().removeMissing({now.addDays(-60), now}, {}) ? meeting : QUrl();
    }

    std::unique_ptr<DialogFixture> m_fixture;
    std::unique_ptr<MergedMeetings> m_meetings;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Retention> m_retention;
    std::unique_ptr<LinkedMeeting> m_linked;
    std::unique_ptr<QSignalSpy> m_found;
};

QTEST_MAIN(TestLinkedMeeting)
#include "tst_linkedmeeting.moc"
