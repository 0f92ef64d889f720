// SPDX-License-Identifier: GPL-3.0-or-later
#include "serviceworld.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace std::chrono_literals;

namespace {
const QString busyListing = QStringLiteral("GET /user_busy_times");
}

class TestAvailabilityService : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn());
        m_range = {m_world->clock.now().addDays(-2), m_world->clock.now().addDays(5)};
    }

    void schedules_comeWithTheDefaultFirst()
    {
        refreshSchedules();
        QVERIFY(!service().schedules().isEmpty());
        QVERIFY(service().schedules().first().isDefault);
    }

    void schedules_thatDidNotChangeAreSilent()
    {
        refreshSchedules();
        QSignalSpy changed(&service(), &AvailabilityService::changed);
        refreshSchedules();
        QCOMPARE(changed.size(), 0);
    }

    void schedules_thatCannotBeReadAreNotTakenToBeGone()
    {
        refreshSchedules();
        const QList<AvailabilitySchedule> schedules = service().schedules();
        m_world->calendly->failAlways(QStringLiteral("GET /user_availability_schedules"),
                                      {.kind = sandbox::Fault::Kind::Null, .text = QStringLiteral("uri")});
        refreshSchedules();
        QCOMPARE(service().schedules(), schedules);
    }

    void usedBy_isAskedOnce()
    {
        refreshSchedules();
        const QUrl schedule = service().schedules().first().uri;
        for (int i = 0; i < 2; ++i) {
            std::optional<Result<QList<QUrl>>> types;
            service().usedBy(person(), schedule, this, [&](const Result<QList<QUrl>> &result) { types = result; });
            QVERIFY(!types);
            QTRY_VERIFY(types);
            QVERIFY(types->has_value());
        }
        QCOMPARE(m_world->calendly->requests(QStringLiteral("GET /event_types")).size(), 1);
    }

    void busyTimes_areKnownOnceTheyWereRead()
    {
        QVERIFY(service().busyTimes(m_range).seenAt.isNull());
        service().refreshBusyTimes(person(), m_range);
        QTRY_VERIFY(service().busyTimes(m_range).seenAt.isValid());
        QVERIFY(!service().busyTimes(m_range).busy.isEmpty());
        QVERIFY(!service().busyTimes(m_range).problem);
    }

    void busyTimes_areReadOnceAMinuteForAView()
    {
        service().refreshBusyTimes(person(), m_range);
        QTRY_VERIFY(service().busyTimes(m_range).seenAt.isValid());
        service().refreshBusyTimes(person(), m_range);
        QCOMPARE(askedForBusy(), 1);
        m_world->clock.advance(10s);
        QSignalSpy changed(&service(), &AvailabilityService::changed);
        service().refreshBusyTimes(person(), m_range, AvailabilityService::Wish::ByUser);
        QTRY_COMPARE(changed.size(), 1);
        m_world->clock.advance(60s);
        service().refreshBusyTimes(person(), m_range);
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(askedForBusy(), 3);
    }

    void busyTimes_ofThePastAreNotAskedFor()
    {
        service().refreshBusyTimes(person(), {m_range.begin, m_world->clock.now().addSecs(-60)});
        QTest::qWait(50);
        QCOMPARE(askedForBusy(), 0);
    }

    void unreadableCalendar_isAProblemAndNotFreeTime()
    {
        sandbox::Fault unreadable;
        unreadable.status = 424;
        m_world->calendly->failAlways(busyListing, unreadable);
        service().refreshBusyTimes(person(), m_range);
        QTRY_VERIFY(service().busyTimes(m_range).problem);
        QCOMPARE(service().busyTimes(m_range).problem->httpStatus, 424);
        QVERIFY(service().busyTimes(m_range).seenAt.isNull());
        const QDateTime now = m_world->clock.now();
        QCOMPARE(service().busyTimes(m_range).unknown, (QList<TimeRange>{{now, m_range.end}}));
    }

    void whatLiesAheadIsUnknownUntilItWasRead()
    {
        const QDateTime now = m_world->clock.now();
        QCOMPARE(service().busyTimes(m_range).unknown, (QList<TimeRange>{{now, m_range.end}}));
        service().refreshBusyTimes(person(), m_range);
        QTRY_VERIFY(service().busyTimes(m_range).seenAt.isValid());
        QVERIFY(service().busyTimes(m_range).unknown.isEmpty());
        const QDateTime later = m_range.end.addDays(7);
        QCOMPARE(service().busyTimes({m_range.begin, later}).unknown, (QList<TimeRange>{{m_range.end, later}}));
        QVERIFY2(service().busyTimes({m_range.begin.addDays(-7), m_range.begin}).unknown.isEmpty(), "nobody asks for the past");
    }

private:
    AvailabilityService &service() { return m_world->program->availability; }
    QUrl person() const { return m_world->calendly.person(); }
    qsizetype askedForBusy() { return m_world->calendly->requests(busyListing).size(); }
    void refreshSchedules()
    {
        std::optional<Result<Done>> refreshed;
        service().refreshSchedules(person(), this, [&](const Result<Done> &result) { refreshed = result; });
        QTRY_VERIFY(refreshed);
        QVERIFY(refreshed->has_value());
    }

    std::unique_ptr<ServiceWorld> m_world;
    TimeRange m_range;
};

QTEST_GUILESS_MAIN(TestAvailabilityService)
#include "tst_availabilityservice.moc"
