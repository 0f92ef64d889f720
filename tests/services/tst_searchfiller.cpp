// SPDX-License-Identifier: GPL-3.0-or-later
#include "serviceworld.h"

#include <QSignalSpy>
#include <QSqlQuery>
#include <QTest>

using State = MeetingService::SearchState;

class TestSearchFiller : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn() && m_world->load());
        m_query.now = m_world->clock.now();
        m_query.text = QStringLiteral("is:active");
        m_found = service().count(m_query);
        QVERIFY(m_found > 10);
        QCOMPARE(service().searchState(), State::Whole);
    }

    void aDamagedIndex_isMadeAnewWhenItIsMissed()
    {
        run(QStringLiteral("UPDATE search_data SET block = x'00000000ffffffffffffffffff' WHERE id = 10"));
        reopen();
        QSignalSpy changed(&service(), &MeetingService::changed);
        QVERIFY(service().meetings(m_query).isEmpty());
        QCOMPARE(service().searchState(), State::Filling);
        QTRY_COMPARE(service().searchState(), State::Whole);
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(service().count(m_query), m_found);
    }

    void anOlderStore_isMadeReadyWhenTheAccountOpens()
    {
        run(QStringLiteral("DELETE FROM search"));
        run(QStringLiteral("UPDATE search_state SET built = 0, until = (SELECT max(id) FROM meetings)"));
        QCOMPARE(service().count(m_query), 0);
        service().forget();
        QCOMPARE(service().searchState(), State::Filling);
        QTRY_COMPARE(service().searchState(), State::Whole);
        QCOMPARE(service().count(m_query), m_found);
    }

private:
    MeetingService &service() { return m_world->program->meetings; }

    void run(const QString &sql)
    {
        QSqlQuery query(m_world->program->database.connection());
        QVERIFY2(query.exec(sql), qPrintable(sql));
    }

    /// Nothing of the index is remembered.
    void reopen()
    {
        Database &database = m_world->program->database;
        const QString file = database.file();
        QVERIFY(database.open(file));
    }

    std::unique_ptr<ServiceWorld> m_world;
    MeetingQuery m_query;
    int m_found = 0;
};

QTEST_GUILESS_MAIN(TestSearchFiller)
#include "tst_searchfiller.moc"
