// SPDX-License-Identifier: GPL-3.0-or-later
#include "serviceworld.h"
#include "waiting.h"

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

    void pins_takeTheFirstFreeDigitAndStay()
    {
        refresh();
        QTRY_VERIFY(m_refreshed);
        const QList<EventType> types = service().eventTypes();
        QSignalSpy changed(&service(), &EventTypeService::changed);
        QCOMPARE(*service().pin(types.at(0).uri), 1);
        QCOMPARE(*service().pin(types.at(1).uri), 2);
        QVERIFY(service().unpin(types.at(0).uri));
        QCOMPARE(*service().pin(types.at(2).uri), 1);
        QVERIFY(service().pinAt(types.at(1).uri, 1)); // from 2, in place of the third
        QTRY_VERIFY(!changed.isEmpty());
        m_world->quitProgram();
        m_world->startProgram();
        QVERIFY(m_world->signIn());
        QCOMPARE(service().pins(), (QMap<int, EventType>{{1, types.at(1)}}));
        for (int digit = 2; digit <= 9; ++digit)
            QVERIFY(service().pinAt(QUrl(QStringLiteral("https://example.com/types/%1").arg(digit)), digit));
        QCOMPARE(*service().pin(types.at(0).uri), 2); // a type that is gone holds no digit
    }

    void uses_countLinksMadeHereInTheLastThirtyDays()
    {
        refresh();
        QTRY_VERIFY(m_refreshed);
        const EventType type = service().eventTypes().first();
        const int before = service().uses().value(type.uri).times;
        bool made = false;
        m_world->program->links.singleUseLink(type, {}, this, [&](const Result<SchedulingLink> &link) { made = link.has_value(); });
        QTRY_VERIFY(made);
        QCOMPARE(service().uses().value(type.uri).times, before + 1);
        QCOMPARE(service().uses().value(type.uri).last, m_world->clock.now());
        m_world->clock.advance(std::chrono::hours(24 * 31));
        QCOMPARE(service().uses().value(type.uri).times, 0);
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

    void refresh_doesNotTakeARowThatCannotBeReadToBeGone()
    {
        refresh();
        QTRY_VERIFY(m_refreshed);
        const QList<EventType> types = service().eventTypes();
        m_world->calendly->failAlways(QStringLiteral("GET /event_types"), {.kind = sandbox::Fault::Kind::Null, .text = QStringLiteral("uri")});
        m_refreshed.reset();
        refresh();
        QTRY_VERIFY(m_refreshed && m_refreshed->has_value());
        QCOMPARE(service().eventTypes(), types);
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

    void typesThatAreLookedAtAreFetchedOnce()
    {
        const QList<QUrl> types{typeAt(0), typeAt(1)};
        const QUrl gone(types.first().toString() + QLatin1String("GONE"));
        const auto asked = [this](const QUrl &type) { return m_world->calendly->requests(QStringLiteral("GET ") + type.path()).size(); };
        QSignalSpy changed(&service(), &EventTypeService::changed);
        for (const QUrl &type : types) {
            for (int i = 0; i < 2; ++i) {
                service().fetch(gone);
                service().fetch(type);
            }
            QTRY_VERIFY(service().eventType(type));
            service().fetch(type);
        }
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY2(service().eventTypes().isEmpty(), "they are in no list of one's own");
        for (const QUrl &type : types + QList<QUrl>{gone})
            QCOMPARE(asked(type), 1);
    }

    void openTimes_areThoseOfTheComingDays()
    {
        const auto times = openTimes();
        QVERIFY(times);
        QVERIFY(times->has_value() && !(*times)->isEmpty());
        QVERIFY((*times)->first().start > m_world->clock.now());
    }

    void openTimes_comeAlsoWhenThisClockIsSlow()
    {
        m_world->calendly.setBehind(std::chrono::hours(-1));
        const auto times = openTimes();
        QVERIFY(times);
        QVERIFY2(times->has_value(), "the past was asked for");
        QVERIFY((*times)->first().start > m_world->clock.now().addSecs(3600));
    }

private:
    /// Those of the first type that somebody can book alone, in the coming two weeks; nothing where no answer came.
    std::optional<Result<QList<OpenTime>>> openTimes()
    {
        refresh();
        if (!waitUntil([this] { return m_refreshed.has_value(); }))
            return std::nullopt;
        std::optional<Result<QList<OpenTime>>> times;
        for (const EventType &type : service().eventTypes()) {
            if (!isBookable(type) || type.kind != EventType::Kind::OneOnOne)
                continue;
            service().openTimes(type.uri, 14, this, [&](const Result<QList<OpenTime>> &result) { times = result; });
            break;
        }
        waitUntil([&times] { return times.has_value(); });
        return times;
    }

    EventTypeService &service() { return m_world->program->eventTypes; }
    QUrl typeAt(int index) const
    {
        const World &world = m_world->calendly->world();
        return QUrl(world.uri(World::Thing::EventType, world.eventTypes().at(size_t(index)).id));
    }
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
