// SPDX-License-Identifier: GPL-3.0-or-later
#include "rangereader.h"

#include "incomplete.h"
#include "serviceworld.h"
#include "testserver.h"
#include "turnbyturn.h"

#include <QJsonArray>
#include <QSemaphore>
#include <QTest>

#include <optional>

/// Stretches of time whose pages are made by hand.
class TestRangeReader : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_ended.reset();
        m_pagination.reset();
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startServer());
        m_world->startProgram();
        QVERIFY(m_world->signIn());
        m_server = std::make_unique<TestServer>();
        RestLimits limits;
        limits.pages = 20;
        m_client = std::make_unique<RestClient>(m_server->url(), TokenSource{[](QObject *, TokenSource::Then then) { then(QByteArray("token")); }, {}},
                                                m_world->clock.clock(), limits);
        m_api = std::make_unique<MeetingsApi>(*m_client);
        m_turns = std::make_unique<TurnByTurn>();
    }

    void cleanup()
    {
        m_reader.reset();
        m_turns.reset();
        m_api.reset();
        m_client.reset();
        m_server.reset();
        m_world.reset();
    }

    void emptyPagesWithoutEnd_endAsAnError_data() { jobs(); }
    void emptyPagesWithoutEnd_endAsAnError()
    {
        QFETCH(const int, pages);
        for (int number = 0; number < 100; ++number)
            addPage({});
        readPages(pages);
        QCOMPARE(m_ended->error().kind, Error::Kind::Malformed);
        QCOMPARE(asked(), 5);
        QVERIFY(covered().isEmpty());
    }

    void theSamePageUnderEverNewNames_endsAsAnError()
    {
        for (int number = 0; number < 100; ++number)
            addPage({1, 2, 3});
        readPages();
        QCOMPARE(m_ended->error().kind, Error::Kind::Malformed);
        QCOMPARE(asked(), 6);
        QCOMPARE(covered(), (QList<TimeRange>{{begin(), startOf(3)}})); // what was read counts
    }

    void pagesWithoutEnd_endAtTheCapAndCount()
    {
        for (int number = 0; number < 100; ++number)
            addPage({number});
        readPages();
        QCOMPARE(m_ended->error().kind, Error::Kind::Malformed);
        QCOMPARE(asked(), 20);
        QCOMPARE(covered(), (QList<TimeRange>{{begin(), startOf(19)}}));
    }

    void aFewEmptyPages_areReadOver_data() { jobs(); }
    void aFewEmptyPages_areReadOver()
    {
        QFETCH(const int, pages);
        for (int number = 0; number < 4; ++number)
            addPage({});
        addPage({1}, false);
        readPages(pages);
        QVERIFY(*m_ended);
        QVERIFY((*m_ended)->toEnd);
        QCOMPARE(asked(), 5);
    }

    void manyMeetingsOfOneMoment_areAllRead()
    {
        for (int number = 0; number < 12; ++number)
            addPage({7}, number < 11, QString::number(number));
        readPages();
        QVERIFY(*m_ended);
        QCOMPARE(stored(), 12);
    }

    void pagesInNoOrder_areAllRead()
    {
        for (int number = 11; number >= 0; --number)
            addPage({number}, number > 0);
        readPages();
        QVERIFY(*m_ended);
        QCOMPARE(stored(), 12);
    }

    void pagesInNoOrder_takeNothingToBeGoneBeforeTheEnd()
    {
        addPage({1, 2, 3, 4, 5, 6}, false);
        addPage({6, 5}); // of the next reading: a later start first, and four before it that this page lacks
        addPage({1, 2, 3}, false);
        readPages();
        m_ended.reset();
        start();
        QList<int> counts;
        connect(m_reader.get(), &RangeReader::pageRead, this, [&] { counts << stored(); });
        QTRY_VERIFY(m_ended);
        QVERIFY(*m_ended);
        QCOMPARE(counts, (QList<int>{6, 5})); // the fourth is gone
    }

    void pageThatDoesNotTellItsEnd_takesNothingToBeGoneBehindIt_data() { jobs(); }

    void pageThatDoesNotTellItsEnd_takesNothingToBeGoneBehindIt()
    {
        QFETCH(const int, pages);
        addPage({1, 2, 3, 4}, false);
        m_pagination = QJsonValue();
        addPage({2}, false); // of the next reading: the first is gone, of the two behind it nothing is known
        readPages();
        QVERIFY(m_world->program->syncState.forgetCovered());
        m_ended.reset();
        readPages(pages);
        QCOMPARE(stored(), 3);
        for (const TimeRange &range : covered())
            QVERIFY(range.end <= startOf(2));
        if (pages > 1) {
            QVERIFY(!*m_ended);
            QVERIFY(isIncomplete(m_ended->error()));
        } else {
            QVERIFY(*m_ended && !(*m_ended)->toEnd);
        }
    }

    void pages_areNotAskedForFasterThanTheyAreStored()
    {
        for (int number = 0; number < 10; ++number)
            addPage({number}, number < 9);
        QSemaphore busy;
        m_turns->line<int>(
            this,
            [&busy] {
                busy.acquire();
                return 0;
            },
            [](const int &) {});
        start();
        QTRY_COMPARE(asked(), 4);
        bool answered = false;
        m_client->get(QStringLiteral("/other"), {}, Urgency::Now, this, [&answered](const Result<QJsonObject> &) { answered = true; });
        QTRY_VERIFY(answered); // behind a fifth page, had one been asked for
        QCOMPARE(asked(), 4);
        busy.release();
        QTRY_VERIFY(m_ended);
        QVERIFY(*m_ended);
        QCOMPARE(stored(), 10);
    }

private:
    static QDateTime begin() { return {QDate(2031, 1, 1), QTime(0, 0), Qt::UTC}; } // the world's own meetings are over by then
    static QDateTime startOf(int number) { return begin().addSecs(3600 * (number + 1)); }

    static void jobs()
    {
        QTest::addColumn<int>("pages");
        QTest::newRow("long") << ReadJob().pages;
        QTest::newRow("of one page") << 1;
    }

    /// A page of meetings that start an hour after each other.
    void addPage(const QList<int> &numbers, bool hasNext = true, const QString &twin = {})
    {
        QJsonArray items;
        for (const int number : numbers) {
            items.append(QJsonObject{{QStringLiteral("uri"), QStringLiteral("https://api.calendly.com/scheduled_events/E%1-%2").arg(number).arg(twin)},
                                     {QStringLiteral("start_time"), startOf(number).toString(Qt::ISODate)},
                                     {QStringLiteral("end_time"), startOf(number).addSecs(1800).toString(Qt::ISODate)}});
        }
        const QJsonValue next = hasNext ? QJsonValue(QStringLiteral("token%1").arg(++m_token)) : QJsonValue();
        const QJsonValue pagination = m_pagination.value_or(QJsonObject{{QStringLiteral("next_page_token"), next}});
        m_server->answer("GET /scheduled_events", QJsonObject{{QStringLiteral("collection"), items}, {QStringLiteral("pagination"), pagination}});
    }

    void start(int pages = ReadJob().pages)
    {
        ReadJob job;
        job.user = m_world->calendly.person();
        job.range = {begin(), begin().addDays(30)};
        job.pages = pages;
        m_reader = std::make_unique<RangeReader>(*m_api, m_world->program->meetings, m_world->program->syncState, *m_turns, job, nullptr);
        connect(m_reader.get(), &RangeReader::finished, this, [this](const Result<ReadReach> &reach) { m_ended = reach; });
        m_reader->start();
    }

    void readPages(int pages = ReadJob().pages)
    {
        start(pages);
        QTRY_VERIFY(m_ended);
    }

    int asked() const { return m_server->count("GET /scheduled_events"); }

    int stored() const
    {
        MeetingQuery query;
        query.range = {begin(), begin().addDays(30)};
        return m_world->program->meetings.count(query);
    }

    QList<TimeRange> covered() const
    {
        QList<TimeRange> covered = m_world->program->syncState.covered();
        covered.removeIf([](const TimeRange &range) { return range.begin < begin(); });
        return covered;
    }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<RestClient> m_client;
    std::unique_ptr<MeetingsApi> m_api;
    std::unique_ptr<TurnByTurn> m_turns;
    std::unique_ptr<RangeReader> m_reader;
    std::optional<Result<ReadReach>> m_ended;
    std::optional<QJsonValue> m_pagination; ///< in place of a right one
    int m_token = 0;
};

QTEST_GUILESS_MAIN(TestRangeReader)
#include "tst_rangereader.moc"
