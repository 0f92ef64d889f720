// SPDX-License-Identifier: GPL-3.0-or-later
#include "canceltable.h"
#include "storedmeetings.h"

#include <QTest>

class CancelTableTest : public QObject
{
    Q_OBJECT

private slots:
    void items_comeBackAsTheyWereInTheirOrder();
    void put_replacesTheStateOfAKnownMeeting();
    void everyStateAndProblem_survives();
    void remove_takesAwayWhatIsNamed();
    void items_areThereAfterReopening();

private:
    static CancelItem itemOf(int number);
};

CancelItem CancelTableTest::itemOf(int number)
{
    return {.meeting = eventUri(number),
            .name = QStringLiteral("Intro call"),
            .start = utc("2026-11-20T09:00:00Z"),
            .reason = QStringLiteral("Hello Zoë, I am ill"),
            .wantsLink = true,
            .link = QUrl(QStringLiteral("https://example.com/d/%1?utm_content=t").arg(number)),
            .state = CancelItem::State::Waiting,
            .changedAt = utc("2026-11-19T10:00:00Z")};
}

void CancelTableTest::items_comeBackAsTheyWereInTheirOrder()
{
    TemporaryStore store;
    CancelTable table(store.database());
    const QList<CancelItem> items{itemOf(3), itemOf(1), itemOf(2)};
    QVERIFY(table.put(items));
    QCOMPARE(*table.items(), items);
}

void CancelTableTest::put_replacesTheStateOfAKnownMeeting()
{
    TemporaryStore store;
    CancelTable table(store.database());
    QList<CancelItem> items{itemOf(1), itemOf(2)};
    QVERIFY(table.put(items));
    items[0].state = CancelItem::State::Sending;
    items[0].reason = QStringLiteral("Another one");
    items[0].changedAt = items[0].changedAt.addSecs(5);
    QVERIFY(table.put({items[0]}));
    QCOMPARE(*table.items(), items);
}

void CancelTableTest::everyStateAndProblem_survives()
{
    TemporaryStore store;
    CancelTable table(store.database());
    QList<CancelItem> items;
    for (int number = 0; number <= static_cast<int>(CancelItem::State::Skipped); ++number) {
        CancelItem item = itemOf(number);
        item.state = static_cast<CancelItem::State>(number);
        items.append(item);
    }
    for (int number = 0; number <= static_cast<int>(Error::Kind::Stopped); ++number) {
        CancelItem item = itemOf(100 + number);
        item.state = CancelItem::State::Failed;
        item.problem = Error{.kind = static_cast<Error::Kind>(number), .message = QStringLiteral("Event in the past"), .httpStatus = 403};
        items.append(item);
    }
    QVERIFY(table.put(items));
    QCOMPARE(*table.items(), items);
}

void CancelTableTest::remove_takesAwayWhatIsNamed()
{
    TemporaryStore store;
    CancelTable table(store.database());
    QVERIFY(table.put({itemOf(1), itemOf(2), itemOf(3)}));
    QVERIFY(table.remove({eventUri(1), eventUri(3)}));
    QCOMPARE(*table.items(), QList<CancelItem>{itemOf(2)});
}

void CancelTableTest::items_areThereAfterReopening()
{
    TemporaryStore store;
    {
        CancelTable table(store.database());
        QVERIFY(table.put({itemOf(1)}));
    }
    QVERIFY(store.database().open(store.path()));
    QCOMPARE(*CancelTable(store.database()).items(), QList<CancelItem>{itemOf(1)});
}

QTEST_GUILESS_MAIN(CancelTableTest)
#include "tst_canceltable.moc"
