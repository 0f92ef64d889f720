// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergedmeetings.h"
#include "serviceworld.h"
#include "statement.h"

#include <QTest>

/// The meetings of two accounts as one list.
class TestMergedMeetings : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        for (std::unique_ptr<ServiceWorld> *world : {&m_own, &m_other}) {
            *world = std::make_unique<ServiceWorld>(1);
            QVERIFY((*world)->startSignedIn());
        }
        m_accounts = std::make_unique<OpenAccounts>(m_own->program->accounts);
        for (ServiceWorld *world : {m_own.get(), m_other.get()}) {
            Program &program = *world->program;
            m_accounts->add({program.account, program.meetings, program.links, program.sync, program.cancels, program.held, program.eventTypes});
        }
        m_merged = std::make_unique<MergedMeetings>(m_own->program->meetings, m_own->program->account, m_accounts.get());
        QVERIFY(m_merged->areSeveral());
        QVERIFY(m_own->program->meetingTable.upsert({at(1), at(4), at(5)}));
        QVERIFY(m_other->program->meetingTable.upsert({at(2), at(3), at(4)})); // both host the fourth
    }

    void cleanup()
    {
        m_merged.reset();
        m_accounts.reset();
        m_other.reset();
        m_own.reset();
    }

    void whatIsExported_isWhatTheListShows_inItsOrder_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<bool>("newestFirst");
        QTest::addColumn<QList<int>>("hours");
        QTest::newRow("all") << 1000 << false << QList<int>{1, 2, 3, 4, 5};
        QTest::newRow("the newest first") << 1000 << true << QList<int>{5, 4, 3, 2, 1};
        QTest::newRow("up to the limit") << 3 << false << QList<int>{1, 2, 3};
        QTest::newRow("the newest up to the limit") << 3 << true << QList<int>{5, 4, 3};
    }
    void whatIsExported_isWhatTheListShows_inItsOrder()
    {
        QFETCH(const int, limit);
        QFETCH(const bool, newestFirst);
        MeetingQuery query;
        query.limit = limit;
        query.newestFirst = newestFirst;
        const Result<QList<QUrl>> uris = m_merged->uris(query);
        QVERIFY(uris);
        QTEST(hoursOf(*uris), "hours");
        QList<QUrl> shown;
        for (const MeetingSummary &meeting : m_merged->meetings(query))
            shown.append(meeting.meeting.uri);
        QCOMPARE(*uris, shown);
    }

    void theCountIsThatOfAll_eachOnce()
    {
        MeetingQuery query;
        query.limit = 2;
        const Result<int> count = m_merged->count(query);
        QVERIFY(count);
        QCOMPARE(*count, 5);
        m_merged->setOn(false);
        QCOMPARE(m_merged->count(query).value_or(-1), 3);
    }

    void theEventTypesOfOthers_areNamedOnce_whileTheirMeetingsAreShown()
    {
        const auto type = [](const char *id) {
            EventType made;
            made.uri = QUrl(QStringLiteral("https://api.example.com/event_types/") + QLatin1String(id));
            made.name = QStringLiteral("Intro");
            return made;
        };
        QVERIFY(m_other->program->eventTypeTable.replaceAll({type("shared"), type("theirs")}));
        const QList<MergedMeetings::TypesOf> others = m_merged->othersEventTypes({type("own"), type("shared")});
        QCOMPARE(others.size(), 1);
        QVERIFY(!others.first().account.name.isEmpty());
        QCOMPARE(others.first().types.size(), 1);
        QCOMPARE(others.first().types.first().uri, type("theirs").uri);
        m_merged->setOn(false);
        QVERIFY(m_merged->othersEventTypes({}).isEmpty());
    }

    void aStoreThatCannotBeRead_isNotNothing()
    {
        QVERIFY(Statement(m_other->program->database, QStringLiteral("ALTER TABLE meetings RENAME TO gone")).run());
        QVERIFY(!m_merged->count({}));
        QVERIFY(!m_merged->uris({}));
    }

private:
    Meeting at(int hour) const
    {
        Meeting meeting;
        meeting.uri = QUrl(QStringLiteral("https://api.example.com/scheduled_events/%1").arg(hour));
        meeting.name = QStringLiteral("Intro call");
        meeting.start = m_own->clock.now().addSecs(hour * 3600);
        meeting.end = meeting.start.addSecs(1800);
        return meeting;
    }

    static QList<int> hoursOf(const QList<QUrl> &meetings)
    {
        QList<int> hours;
        for (const QUrl &meeting : meetings)
            hours.append(meeting.fileName().toInt());
        return hours;
    }

    std::unique_ptr<ServiceWorld> m_own;
    std::unique_ptr<ServiceWorld> m_other;
    std::unique_ptr<OpenAccounts> m_accounts;
    std::unique_ptr<MergedMeetings> m_merged;
};

QTEST_GUILESS_MAIN(TestMergedMeetings)
#include "tst_mergedmeetings.moc"
