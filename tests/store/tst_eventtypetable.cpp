// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypetable.h"
#include "meetingtable.h"
#include "storedmeetings.h"

#include <QTest>

class EventTypeTableTest : public QObject
{
    Q_OBJECT

private slots:
    void replaceAll_saysWhetherAnythingDiffers();
    void replaceAll_keepsTypesThatAreNoLongerListed();
    void all_comesByPositionAndName();
    void upsert_ofATypeThatNoListNamedIsKeptForItsMeetings();
    void upsert_changesAListedType();
    void eventType_comesBackWhole();
    void deletedTypes_areReadableAndNotListed();
    void unknownTypes_areThoseThatMeetingsReferTo();

private:
    static EventType typeOf(int number, const char *name, int position = 0);
};

EventType EventTypeTableTest::typeOf(int number, const char *name, int position)
{
    return eventTypeFromJson(
               {{QStringLiteral("uri"), typeUri(number).toString()},
                {QStringLiteral("name"), QLatin1String(name)},
                {QStringLiteral("slug"), QLatin1String(name).toString().toLower()},
                {QStringLiteral("active"), true},
                {QStringLiteral("kind"), QStringLiteral("solo")},
                {QStringLiteral("type"), QStringLiteral("StandardEventType")},
                {QStringLiteral("scheduling_url"), QStringLiteral("https://example.com/mara/%1").arg(number)},
                {QStringLiteral("duration"), 30},
                {QStringLiteral("duration_options"), QJsonArray{15, 30}},
                {QStringLiteral("color"), QStringLiteral("#8247f5")},
                {QStringLiteral("position"), position},
                {QStringLiteral("created_at"), QStringLiteral("2026-01-01T00:00:00.000000Z")},
                {QStringLiteral("updated_at"), QStringLiteral("2026-01-01T00:00:00.000000Z")},
                {QStringLiteral("description_plain"), QStringLiteral("Ünïcode, long: ").repeated(200)}})
        .value();
}

void EventTypeTableTest::replaceAll_saysWhetherAnythingDiffers()
{
    TemporaryStore store;
    EventTypeTable table(store.database());
    QList<EventType> types{typeOf(1, "Intro"), typeOf(2, "Review")};
    QVERIFY(table.replaceAll(types).value());
    QVERIFY(!table.replaceAll(types).value());
    types[0].active = false;
    QVERIFY(table.replaceAll(types).value());
    QVERIFY(!table.replaceAll(types).value());
    types.removeLast();
    QVERIFY(table.replaceAll(types).value());
    QVERIFY(!table.replaceAll(types).value());
}

void EventTypeTableTest::replaceAll_keepsTypesThatAreNoLongerListed()
{
    TemporaryStore store;
    EventTypeTable table(store.database());
    QVERIFY(table.replaceAll({typeOf(1, "Intro"), typeOf(2, "Review")}));
    QVERIFY(table.replaceAll({typeOf(2, "Review")}));
    QCOMPARE(table.all(), QList<EventType>{typeOf(2, "Review")});
    QCOMPARE(table.eventType(typeUri(1)), std::optional(typeOf(1, "Intro")));
    QVERIFY(table.replaceAll({typeOf(1, "Intro"), typeOf(2, "Review")}).value());
    QCOMPARE(table.all().size(), 2);
}

void EventTypeTableTest::all_comesByPositionAndName()
{
    TemporaryStore store;
    EventTypeTable table(store.database());
    QVERIFY(table.replaceAll({typeOf(1, "Zoo", 1), typeOf(2, "Beta", 0), typeOf(3, "Alpha", 0)}));
    QStringList names;
    for (const EventType &type : table.all())
        names.append(type.name);
    QCOMPARE(names, (QStringList{QStringLiteral("Alpha"), QStringLiteral("Beta"), QStringLiteral("Zoo")}));
}

void EventTypeTableTest::upsert_ofATypeThatNoListNamedIsKeptForItsMeetings()
{
    TemporaryStore store;
    EventTypeTable table(store.database());
    QVERIFY(table.upsert(typeOf(1, "Somebody else's")));
    QVERIFY(table.all().isEmpty());
    QVERIFY(table.eventType(typeUri(1)));
}

void EventTypeTableTest::upsert_changesAListedType()
{
    TemporaryStore store;
    EventTypeTable table(store.database());
    QVERIFY(table.replaceAll({typeOf(1, "Intro")}));
    QVERIFY(table.upsert(typeOf(1, "Introduction")));
    QCOMPARE(table.all(), QList<EventType>{typeOf(1, "Introduction")});
}

void EventTypeTableTest::eventType_comesBackWhole()
{
    TemporaryStore store;
    EventTypeTable table(store.database());
    const EventType type = typeOf(1, "Intro", 7);
    QVERIFY(table.upsert(type));
    QCOMPARE(table.eventType(type.uri), std::optional(type));
    for (int kind = 0; kind <= int(EventType::Kind::Poll); ++kind) {
        const EventType bare{.uri = typeUri(2), .kind = static_cast<EventType::Kind>(kind)};
        QVERIFY(table.upsert(bare));
        QCOMPARE(table.eventType(bare.uri), std::optional(bare));
    }
}

void EventTypeTableTest::deletedTypes_areReadableAndNotListed()
{
    TemporaryStore store;
    EventTypeTable table(store.database());
    EventType type = typeOf(1, "Intro");
    type.deletedAt = utc("2026-11-01T00:00:00Z");
    QVERIFY(table.replaceAll({type}));
    QVERIFY(table.all().isEmpty());
    QCOMPARE(table.eventType(type.uri)->deletedAt, type.deletedAt);
}

void EventTypeTableTest::unknownTypes_areThoseThatMeetingsReferTo()
{
    TemporaryStore store;
    EventTypeTable table(store.database());
    MeetingTable meetings(store.database());
    Meeting other = meetingAt(2, utc("2026-11-21T10:00:00Z"));
    other.eventType = typeUri(2);
    QVERIFY(meetings.upsert({meetingAt(1, utc("2026-11-20T10:00:00Z")), other}));
    QCOMPARE(table.unknownTypes(10), (QList<QUrl>{typeUri(1), typeUri(2)}));
    QCOMPARE(table.unknownTypes(1), QList<QUrl>{typeUri(1)});
    QVERIFY(!table.eventType(typeUri(1)));
    QVERIFY(table.replaceAll({typeOf(1, "Intro")}));
    QCOMPARE(table.unknownTypes(10), QList<QUrl>{typeUri(2)});
    QVERIFY(meetings.removeMissing({utc("2026-11-21T00:00:00Z"), utc("2026-11-22T00:00:00Z")}, {}));
    QCOMPARE(table.unknownTypes(10), QList<QUrl>());
}

QTEST_GUILESS_MAIN(EventTypeTableTest)
#include "tst_eventtypetable.moc"
