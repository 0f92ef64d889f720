// SPDX-License-Identifier: GPL-3.0-or-later
#include "serviceworld.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <optional>

class TestEventTypeService : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn());
        m_refreshed.reset();
    }

    void refresh_storesTheListInOrder()
    {
        refresh();
        QTRY_VERIFY(m_refreshed);
        QVERIFY(m_refreshed->has_value());
        const QList<EventType> types = service().eventTypes();
        QVERIFY(types.size() > 3);
        QVERIFY(std::is_sorted(types.begin(), types.end(),
                               [](const EventType &a, const EventType &b) { return a.position < b.position; }));
        QCOMPARE(service().eventType(types.first().uri), types.first());
    }

    void refresh_thatFindsNothingNewIsSilent()
    {
        refresh();
        QTRY_VERIFY(m_refreshed);
        QTest::qWait(0);
        QSignalSpy changed(&service(), &EventTypeService::changed);
        m_refreshed.reset();
        refresh();
        QTRY_VERIFY(m_refreshed);
        QTest::qWait(0);
        QCOMPARE(changed.size(), 0);
    }

    void refresh_twiceAtOnceAsksOnceAndTellsBoth()
    {
        int told = 0;
        for (int i = 0; i < 2; ++i)
            service().refresh(m_world->calendly.person(), this, [&](const Result<Done> &) { ++told; });
        QTRY_COMPARE(told, 2);
        QCOMPARE(m_world->calendly->requests(QStringLiteral("GET /event_types")).size(), 1);
    }

    void problem_staysUntilItWorksAgain()
    {
        m_world->calendly->failAlways(QStringLiteral("GET /event_types"), status(503));
        refresh();
        QTRY_VERIFY(m_refreshed);
        QVERIFY(!m_refreshed->has_value());
        QCOMPARE(service().problem()->kind, Error::Kind::ServerFailed);
        m_world->calendly->clearFaults();
        m_refreshed.reset();
        refresh();
        QTRY_VERIFY(m_refreshed && m_refreshed->has_value());
        QVERIFY(!service().problem());
    }

    void unknownTypesOfMeetingsAreFetched()
    {
        QVERIFY(m_world->load());
        const QUrl type = m_world->program->meetings.summary(m_world->coming())->meeting.eventType;
        QVERIFY(!service().eventType(type));
        service().fetchUnknown();
        QTRY_VERIFY(service().eventType(type));
        QTRY_VERIFY(m_world->program->eventTypeTable.unknownTypes(10).isEmpty());
    }

    void unknownTypesThatAreGoneAreAskedForOnce()
    {
        QVERIFY(m_world->load());
        const qsizetype unknown = m_world->program->eventTypeTable.unknownTypes(100).size();
        m_world->calendly->failAlways(QStringLiteral("GET /event_types/*"), status(404));
        service().fetchUnknown();
        const auto asked = [this] { return m_world->calendly->requests(QStringLiteral("GET /event_types/*")).size(); };
        QTRY_COMPARE(asked(), unknown);
        QTest::qWait(50);
        service().fetchUnknown();
        QTest::qWait(50);
        QCOMPARE(asked(), unknown);
    }

    void openTimes_areThoseOfTheComingDays()
    {
        refresh();
        QTRY_VERIFY(m_refreshed);
        std::optional<Result<QList<OpenTime>>> times;
        for (const EventType &type : service().eventTypes()) {
            if (!isBookable(type) || type.kind != EventType::Kind::OneOnOne)
                continue;
            service().openTimes(type.uri, 14, this, [&](const Result<QList<OpenTime>> &result) { times = result; });
            break;
        }
        QTRY_VERIFY(times);
        QVERIFY(times->has_value() && !(*times)->isEmpty());
        QVERIFY((*times)->first().start > m_world->clock.now());
    }

private:
    EventTypeService &service() { return m_world->program->eventTypes; }
    void refresh()
    {
        service().refresh(m_world->calendly.person(), this,
                          [this](const Result<Done> &result) { m_refreshed = result; });
    }
    static sandbox::Fault status(int code)
    {
        sandbox::Fault fault;
        fault.status = code;
        return fault;
    }

    std::unique_ptr<ServiceWorld> m_world;
    std::optional<Result<Done>> m_refreshed;
};

QTEST_GUILESS_MAIN(TestEventTypeService)
#include "tst_eventtypeservice.moc"
