// SPDX-License-Identifier: GPL-3.0-or-later
#include "availabilitytable.h"
#include "eventtypetable.h"
#include "linktable.h"
#include "meetingtable.h"
#include "storedmeetings.h"
#include "syncstatetable.h"

#include <QTest>

namespace {

QStringList said;

void keep(QtMsgType, const QMessageLogContext &, const QString &text)
{
    said << text;
}

} // namespace

/// A window asks for what is stored before anybody has signed in, and after signing out.
class TestClosedStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        said.clear();
        m_before = qInstallMessageHandler(keep);
    }
    void cleanup() { qInstallMessageHandler(m_before); }

    void reading_findsNothingAndLogsNothing()
    {
        const MeetingTable meetings(m_database);
        const auto found = meetings.summaries({});
        QVERIFY(found.has_value());
        QVERIFY(found->isEmpty());
        QCOMPARE(meetings.count({}), 0);
        QVERIFY(!meetings.details(eventUri(1)));
        QVERIFY(LinkTable(m_database).links(10).isEmpty());
        QVERIFY(!SyncStateTable(m_database).user());
        QCOMPARE(said, QStringList());
    }

    void writing_isAnErrorAndLogsNothing()
    {
        MeetingTable meetings(m_database);
        const auto written = meetings.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z"))});
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().kind, Error::Kind::Storage);
        const auto labeled = LinkTable(m_database).setLabel(QStringLiteral("1"), QStringLiteral("x"));
        QVERIFY(!labeled.has_value());
        QCOMPARE(labeled.error().kind, Error::Kind::Storage);
        QCOMPARE(said, QStringList());
    }

    void store_isReadAgainOnceItIsOpen()
    {
        TemporaryStore store;
        MeetingTable meetings(store.database());
        QVERIFY(meetings.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z"))}));
        store.database().close();
        QCOMPARE(meetings.count({}), 0);
        QVERIFY(store.database().open(store.path()));
        QVERIFY(meetings.details(eventUri(1)));
        QCOMPARE(said, QStringList());
    }

private:
    Database m_database;
    QtMessageHandler m_before = nullptr;
};

QTEST_GUILESS_MAIN(TestClosedStore)
#include "tst_closedstore.moc"
