// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingtable.h"
#include "storedmeetings.h"

#include <QTest>

class MeetingSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_store.reset(); }

    void text_isFoundInNameInviteeEmailAndGuest_data();
    void text_isFoundInNameInviteeEmailAndGuest();
    void text_searchesEverythingKeptWhateverTheRange();
    void text_goesWithStatusTypeOrderAndLimit();
    void text_ofBlanksIsNoText();
    void text_withManyWordsIsNoError();
    void peopleOfLargeGroups_areAllFound();
    void changedNames_areFoundByTheNewOneOnly();
    void removedMeetings_areNotFound();
    void secretLinks_areNotFound();
    void count_countsHits();

private:
    QList<int> found(const QString &text) const;

    std::unique_ptr<TemporaryStore> m_store;
};

void MeetingSearchTest::init()
{
    m_store = std::make_unique<TemporaryStore>();
    MeetingTable table(m_store->database());
    Meeting first = meetingAt(1, utc("2020-01-01T10:00:00Z"));
    first.name = QStringLiteral("Crème Brûlée tasting");
    first.guests = {QStringLiteral("Taster_one@example.org")};
    Meeting second = meetingAt(2, utc("2026-11-20T10:00:00Z"));
    second.name = QStringLiteral("100% review \U0001F680");
    second.eventType = typeUri(2);
    Meeting third = meetingAt(3, utc("2030-05-05T10:00:00Z"));
    third.name = QStringLiteral("Straße, 100 meters");
    third.canceled = true;
    QVERIFY(table.upsert({first, second, third}));
    QVERIFY(table.setInvitees(eventUri(1),
                              {inviteeOf(1, 1, QStringLiteral("Zoë Šimůnková"), QStringLiteral("zoe@example.com"))}));
    QVERIFY(table.setInvitees(eventUri(2),
                              {inviteeOf(2, 1, QStringLiteral("王小明"), QStringLiteral("ming@example.net")),
                               inviteeOf(2, 2, QStringLiteral("O'Neill \"Bob\""), QStringLiteral("bob@example.net"))}));
}

QList<int> MeetingSearchTest::found(const QString &text) const
{
    MeetingQuery query = between("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
    query.text = text;
    return numbersOf(MeetingTable(m_store->database()).summaries(query));
}

void MeetingSearchTest::text_isFoundInNameInviteeEmailAndGuest_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("name without accents") << QStringLiteral("creme") << QList<int>{1};
    QTest::newRow("name with accents, upper case") << QStringLiteral("BRÛLÉE") << QList<int>{1};
    QTest::newRow("decomposed accents") << QStringLiteral("Bru\u0302le\u0301e") << QList<int>{1};
    QTest::newRow("two words anywhere") << QStringLiteral("tasting zoe") << QList<int>{1};
    QTest::newRow("both words needed") << QStringLiteral("tasting bob") << QList<int>{};
    QTest::newRow("invitee") << QStringLiteral("simunkova") << QList<int>{1};
    QTest::newRow("beginning of a word") << QStringLiteral("simu") << QList<int>{1};
    QTest::newRow("one letter") << QStringLiteral("z") << QList<int>{1};
    QTest::newRow("e-mail") << QStringLiteral("ZOE@EXAMPLE") << QList<int>{1};
    QTest::newRow("e-mail domain") << QStringLiteral("@example.com") << QList<int>{1};
    QTest::newRow("e-mail name") << QStringLiteral("ming@") << QList<int>{2};
    QTest::newRow("guest") << QStringLiteral("taster") << QList<int>{1};
    QTest::newRow("other script") << QStringLiteral("小明") << QList<int>{2};
    QTest::newRow("emoji") << QStringLiteral("\U0001F680") << QList<int>{2};
    QTest::newRow("another emoji") << QStringLiteral("\U0001F681") << QList<int>{};
    QTest::newRow("percent is itself") << QStringLiteral("100% r") << QList<int>{2};
    QTest::newRow("percent is no wildcard") << QStringLiteral("1%0") << QList<int>{};
    QTest::newRow("underscore is itself") << QStringLiteral("taster_one") << QList<int>{1};
    QTest::newRow("underscore is no wildcard") << QStringLiteral("t_ster") << QList<int>{};
    QTest::newRow("star is no wildcard") << QStringLiteral("cr*e") << QList<int>{};
    QTest::newRow("quotes") << QStringLiteral("o'neill \"bob\"") << QList<int>{2};
    QTest::newRow("SQL") << QStringLiteral("'; DROP TABLE meetings; --") << QList<int>{};
    QTest::newRow("words of the index") << QStringLiteral("creme OR bob NEAR(a b, 2) marks:all ^x") << QList<int>{};
    QTest::newRow("backslash") << QStringLiteral("\\") << QList<int>{};
    QTest::newRow("nothing but quotes") << QStringLiteral("'\"'") << QList<int>{};
    QTest::newRow("not on a day") << QStringLiteral("100 -on:2026-11-20") << QList<int>{3};
    QTest::newRow("not in a year") << QStringLiteral("-on:2030") << QList<int>{1, 2};
    QTest::newRow("in order of time") << QStringLiteral("100") << QList<int>{2, 3};
}

void MeetingSearchTest::text_isFoundInNameInviteeEmailAndGuest()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, numbers);
    QCOMPARE(found(text), numbers);
}

void MeetingSearchTest::text_searchesEverythingKeptWhateverTheRange()
{
    QCOMPARE(found(QStringLiteral("h")), (QList<int>{1, 2, 3})); // of "Hall 3"
}

void MeetingSearchTest::text_goesWithStatusTypeOrderAndLimit()
{
    MeetingTable table(m_store->database());
    MeetingQuery query;
    query.text = QStringLiteral("100");
    query.status = MeetingQuery::Status::Canceled;
    QCOMPARE(numbersOf(table.summaries(query)), QList<int>{3});
    query.status = MeetingQuery::Status::Any;
    query.newestFirst = true;
    QCOMPARE(numbersOf(table.summaries(query)), (QList<int>{3, 2}));
    query.limit = 1;
    QCOMPARE(numbersOf(table.summaries(query)), QList<int>{3});
    query.eventType = typeUri(2);
    QCOMPARE(numbersOf(table.summaries(query)), QList<int>{2});
}

void MeetingSearchTest::peopleOfLargeGroups_areAllFound()
{
    QList<Invitee> people;
    for (int number = 1; number <= 900; ++number)
        people.append(inviteeOf(1, number, QStringLiteral("Guest number%1").arg(number), QStringLiteral("guest%1@example.com").arg(number)));
    QVERIFY(MeetingTable(m_store->database()).setInvitees(eventUri(1), people));
    QCOMPARE(found(QStringLiteral("number1")), QList<int>{1});
    QCOMPARE(found(QStringLiteral("number900")), QList<int>{1});
}

void MeetingSearchTest::text_ofBlanksIsNoText()
{
    QCOMPARE(found(QStringLiteral(" \t ")), QList<int>{2});
}

void MeetingSearchTest::text_withManyWordsIsNoError()
{
    QCOMPARE(found(QStringLiteral("h ").repeated(5000)), (QList<int>{1, 2, 3}));
    QCOMPARE(found(QStringLiteral("x").repeated(100000)), QList<int>());
}

void MeetingSearchTest::changedNames_areFoundByTheNewOneOnly()
{
    MeetingTable table(m_store->database());
    Meeting first = table.details(eventUri(1))->meeting;
    first.name = QStringLiteral("Pudding");
    first.start = first.start.addDays(900); // its place in the order of time, too
    first.end = first.end.addDays(900);
    QVERIFY(table.upsert({first}));
    QCOMPARE(found(QStringLiteral("creme")), QList<int>());
    QCOMPARE(found(QStringLiteral("pudding zoe")), QList<int>{1}); // invitees are still found
    QVERIFY(
        table.setInvitees(eventUri(1), {inviteeOf(1, 2, QStringLiteral("Ana"), QStringLiteral("ana@example.org"))}));
    QCOMPARE(found(QStringLiteral("zoe")), QList<int>());
    QCOMPARE(found(QStringLiteral("pudding ana")), QList<int>{1});
}

void MeetingSearchTest::removedMeetings_areNotFound()
{
    MeetingTable table(m_store->database());
    QVERIFY(table.removeMissing({utc("2020-01-01T00:00:00Z"), utc("2020-01-02T00:00:00Z")}, {}));
    QCOMPARE(found(QStringLiteral("creme")), QList<int>());
    // Its number is given to another one.
    QVERIFY(table.removeMissing({utc("2020-01-01T00:00:00Z"), utc("2040-01-01T00:00:00Z")}, {}));
    QVERIFY(table.upsert({meetingAt(4, utc("2020-01-01T10:00:00Z"))}));
    QCOMPARE(found(QStringLiteral("creme")), QList<int>());
    QCOMPARE(found(QStringLiteral("intro")), QList<int>{4});
}

void MeetingSearchTest::secretLinks_areNotFound()
{
    QCOMPARE(found(QStringLiteral("s3cret")), QList<int>());
    QCOMPARE(found(QStringLiteral("cancellations")), QList<int>());
}

void MeetingSearchTest::count_countsHits()
{
    MeetingQuery query;
    query.text = QStringLiteral("100");
    query.limit = 1;
    QCOMPARE(MeetingTable(m_store->database()).count(query), 2);
}

QTEST_GUILESS_MAIN(MeetingSearchTest)
#include "tst_meetingsearch.moc"
