// SPDX-License-Identifier: GPL-3.0-or-later
#include "storedmeetings.h"
#include "syncstatetable.h"

#include <QTest>

class SyncStateTableTest : public QObject
{
    Q_OBJECT

private slots:
    void userAndOrganization_comeBackWhole();
    void lastSync_isNullBeforeTheFirst();
    void covered_isJoinedAndInOrder();
    void covered_isForgottenUpToAMoment();
    void covered_ignoresEmptyRanges();

private:
    static TimeRange days(int from, int to);
};

TimeRange SyncStateTableTest::days(int from, int to)
{
    const QDateTime begin = utc("2026-11-01T00:00:00Z");
    return {begin.addDays(from), begin.addDays(to)};
}

void SyncStateTableTest::userAndOrganization_comeBackWhole()
{
    TemporaryStore store;
    SyncStateTable table(store.database());
    QVERIFY(!table.user());
    QVERIFY(!table.organization());
    User user{.uri = QUrl(QStringLiteral("https://api.example.com/users/A")),
              .name = QStringLiteral("Mara Lindqvist"),
              .email = QStringLiteral("mara@example.com"),
              .slug = QStringLiteral("mara"),
              .timezone = QStringLiteral("Europe/Stockholm"),
              .schedulingUrl = QUrl(QStringLiteral("https://example.com/mara")),
              .organization = QUrl(QStringLiteral("https://api.example.com/organizations/O")),
              .avatarUrl = QUrl(QStringLiteral("https://example.com/a.png")),
              .locale = QStringLiteral("en"),
              .twentyFourHours = true};
    const Organization organization{
        .uri = user.organization, .name = {}, .plan = QStringLiteral("teams"), .stage = QStringLiteral("paid")};
    QVERIFY(table.setUser(user));
    QVERIFY(table.setOrganization(organization));
    QCOMPARE(table.user(), std::optional(user));
    QCOMPARE(table.organization(), std::optional(organization));
    user.name = QStringLiteral("Mara L.");
    QVERIFY(table.setUser(user));
    QCOMPARE(table.user(), std::optional(user));
}

void SyncStateTableTest::lastSync_isNullBeforeTheFirst()
{
    TemporaryStore store;
    SyncStateTable table(store.database());
    QVERIFY(table.lastSync().isNull());
    QVERIFY(table.setLastSync(utc("2026-11-20T10:00:00Z")));
    QVERIFY(table.setLastSync(utc("2026-11-20T10:01:00.500Z")));
    QCOMPARE(table.lastSync(), utc("2026-11-20T10:01:00.500Z"));
}

void SyncStateTableTest::covered_isJoinedAndInOrder()
{
    TemporaryStore store;
    SyncStateTable table(store.database());
    QVERIFY(table.covered().isEmpty());
    QVERIFY(table.addCovered(days(20, 22)));
    QVERIFY(table.addCovered(days(0, 2)));
    QVERIFY(table.addCovered(days(10, 12)));
    QCOMPARE(table.covered(), (QList<TimeRange>{days(0, 2), days(10, 12), days(20, 22)}));
    QVERIFY(table.addCovered(days(2, 5))); // touches
    QCOMPARE(table.covered(), (QList<TimeRange>{days(0, 5), days(10, 12), days(20, 22)}));
    QVERIFY(table.addCovered(days(4, 21))); // bridges
    QCOMPARE(table.covered(), QList<TimeRange>{days(0, 22)});
    QVERIFY(table.addCovered(days(3, 4))); // within
    QCOMPARE(table.covered(), QList<TimeRange>{days(0, 22)});
    QVERIFY(table.forgetCovered());
    QVERIFY(table.covered().isEmpty());
}

void SyncStateTableTest::covered_isForgottenUpToAMoment()
{
    TemporaryStore store;
    SyncStateTable table(store.database());
    for (const TimeRange &range : {days(0, 2), days(4, 8), days(10, 12)})
        QVERIFY(table.addCovered(range));
    QVERIFY(table.forgetCoveredBefore(days(6, 7).begin));
    QCOMPARE(table.covered(), (QList<TimeRange>{days(6, 8), days(10, 12)}));
    QVERIFY(table.forgetCoveredBefore(days(8, 9).begin)); // an end of its own
    QCOMPARE(table.covered(), QList<TimeRange>{days(10, 12)});
    QVERIFY(table.forgetCoveredBefore(days(10, 11).begin));
    QCOMPARE(table.covered(), QList<TimeRange>{days(10, 12)});
}

void SyncStateTableTest::covered_ignoresEmptyRanges()
{
    TemporaryStore store;
    SyncStateTable table(store.database());
    QVERIFY(table.addCovered({}));
    QVERIFY(table.addCovered(days(3, 3)));
    QVERIFY(table.addCovered(days(4, 3)));
    QVERIFY(table.covered().isEmpty());
}

QTEST_GUILESS_MAIN(SyncStateTableTest)
#include "tst_syncstatetable.moc"
