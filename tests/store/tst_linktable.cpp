// SPDX-License-Identifier: GPL-3.0-or-later
#include "linktable.h"
#include "meetingtable.h"
#include "storedmeetings.h"

#include <QTest>

class LinkTableTest : public QObject
{
    Q_OBJECT

private slots:
    void links_comeBackNewestFirst();
    void setLabel_changesTheLabelOnly();
    void booking_isFoundByItsTrackingTokenAndStays();
    void links_areThereAfterReopening();

private:
    static SchedulingLink linkOf(int number, const QDateTime &made, int type = 1);
};

SchedulingLink LinkTableTest::linkOf(int number, const QDateTime &made, int type)
{
    return {.id = QStringLiteral("id%1").arg(number),
            .bookingUrl = QUrl(QStringLiteral("https://example.com/d/%1?utm_content=token%1").arg(number)),
            .eventType = typeUri(type),
            .eventTypeName = QStringLiteral("Intro call"),
            .label = QStringLiteral("für Zoë"),
            .trackingToken = QStringLiteral("token%1").arg(number),
            .createdAt = made,
            .expiresAt = made.addDays(singleUseLinkDays)};
}

void LinkTableTest::links_comeBackNewestFirst()
{
    TemporaryStore store;
    LinkTable table(store.database());
    const SchedulingLink older = linkOf(1, utc("2026-11-01T00:00:00Z"));
    const SchedulingLink newer = linkOf(2, utc("2026-11-02T00:00:00Z"));
    QVERIFY(table.add(newer));
    QVERIFY(table.add(older));
    QCOMPARE(table.links(10), (QList<SchedulingLink>{newer, older}));
    QCOMPARE(table.links(1), QList<SchedulingLink>{newer});
}

void LinkTableTest::setLabel_changesTheLabelOnly()
{
    TemporaryStore store;
    LinkTable table(store.database());
    SchedulingLink link = linkOf(1, utc("2026-11-01T00:00:00Z"));
    QVERIFY(table.add(link));
    QVERIFY(table.setLabel(link.id, QStringLiteral("for Bo")));
    link.label = QStringLiteral("for Bo");
    QCOMPARE(table.links(10), QList<SchedulingLink>{link});
}

void LinkTableTest::booking_isFoundByItsTrackingTokenAndStays()
{
    TemporaryStore store;
    LinkTable table(store.database());
    MeetingTable meetings(store.database());
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    QVERIFY(table.add(linkOf(1, now)));
    QVERIFY(table.add(linkOf(2, now)));
    QVERIFY(meetings.upsert({meetingAt(1, now)}));
    Invitee invitee = inviteeOf(1, 1, QStringLiteral("Ana"), QStringLiteral("ana@example.org"));
    invitee.tracking.utmContent = QStringLiteral("token1");
    QVERIFY(meetings.setInvitees(eventUri(1), {invitee, inviteeOf(1, 2, {}, {})}));
    QCOMPARE(table.bookedBy(QStringLiteral("id1")), invitee.uri);
    QVERIFY(table.bookedBy(QStringLiteral("id2")).isEmpty());
    QVERIFY(meetings.removeMissing({now, now.addDays(1)}, {}));
    QCOMPARE(table.bookedBy(QStringLiteral("id1")), invitee.uri);
}

void LinkTableTest::links_areThereAfterReopening()
{
    TemporaryStore store;
    LinkTable table(store.database());
    const SchedulingLink link = linkOf(1, utc("2026-11-01T00:00:00Z"));
    QVERIFY(table.add(link));
    QVERIFY(store.database().open(store.path()));
    QCOMPARE(table.links(10), QList<SchedulingLink>{link});
}

QTEST_GUILESS_MAIN(LinkTableTest)
#include "tst_linktable.moc"
