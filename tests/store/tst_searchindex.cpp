// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypetable.h"
#include "meetingtable.h"
#include "storedmeetings.h"

#include <QFile>
#include <QSqlQuery>
#include <QTest>

/// What people type to find a meeting, and that the index always says what the store says.
class SearchIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_store.reset(); }

    void namesOfAnyScript_areFoundByPart_data();
    void namesOfAnyScript_areFoundByPart();
    void filtersInWords_narrow_data();
    void filtersInWords_narrow();
    void chips_narrowHitsAndPeriods_data();
    void chips_narrowHitsAndPeriods();
    void days_beginWhereTheZoneSays();
    void whatChanges_isFoundAsItIsNow();
    void anOlderStore_isTakenInSliceBySlice();
    void aDamagedIndex_isMadeAnewAndTheStoreStays();
    void writing_goesOnWhileTheIndexIsDamaged();

private:
    void fill();
    QList<int> found(const QString &text) const;
    QList<int> written(const QString &text) const;
    MeetingTable table() const { return MeetingTable(m_store->database()); }
    void run(const QString &sql) const;
    void damageIndex() const;

    std::unique_ptr<TemporaryStore> m_store;
};

namespace {

const char *const names[] = {"Jos\u00E9 Garc\u00EDa",
                             "\u7530\u4E2D\u3055\u304F\u3089",
                             "\u0E2A\u0E21\u0E0A\u0E32\u0E22 \u0E43\u0E08\u0E14\u0E35",
                             "\u0645\u062D\u0645\u062F \u0627\u0644\u0623\u062D\u0645\u062F",
                             "\u05D9\u05E2\u05E7\u05D1 \u05DB\u05D4\u05DF",
                             "\uAE40\uBBFC\uC900",
                             "J\u00FCrgen M\u00FCller-Gro\u00DF",
                             "\u0418\u0432\u0430\u043D \u0419\u043E\u0432\u0447\u0435\u0432"};

} // namespace

void SearchIndexTest::init()
{
    m_store = std::make_unique<TemporaryStore>();
    EventTypeTable types(m_store->database());
    QVERIFY(types.upsert({.uri = typeUri(1), .name = QStringLiteral("Intro call")}));
    QVERIFY(types.upsert({.uri = typeUri(2), .name = QStringLiteral("Deep dive"), .slug = QStringLiteral("introspection")}));
    QVERIFY(m_store->database().transaction([this]() -> Result<Done> {
        fill();
        return Done{};
    }));
}

void SearchIndexTest::fill()
{
    MeetingTable meetings = table();
    int number = 0;
    for (const char *name : names) {
        ++number;
        Meeting meeting = meetingAt(number, utc("2026-09-28T10:00:00Z").addDays(number));
        meeting.canceled = number == 3;
        if (number == 3)
            meeting.cancellation = Cancellation{.canceledBy = QStringLiteral("x"), .reason = QStringLiteral("Caught a flu")};
        if (number == 2)
            meeting.eventType = typeUri(2);
        if (number == 4)
            meeting.inviteesLimit = 8;
        if (number == 5)
            meeting.hosts.append({.user = QUrl(QStringLiteral("https://api.example.com/users/B")), .name = QStringLiteral("Olga Berg")});
        if (number != 6)
            meeting.notesPlain.clear();
        QVERIFY(meetings.upsert({meeting}));
        Invitee invitee = inviteeOf(number, 1, QString::fromUtf8(name), QStringLiteral("p%1@mail.example").arg(number));
        if (number == 1)
            invitee.source.insert(QStringLiteral("tracking"), QJsonObject{{QStringLiteral("utm_source"), QStringLiteral("Newsletter")}});
        if (number == 7)
            invitee.noShow = QUrl(QStringLiteral("https://api.example.com/invitee_no_shows/1"));
        invitee.rescheduled = number == 8;
        QVERIFY(meetings.setInvitees(eventUri(number), {invitee}));
    }
}

QList<int> SearchIndexTest::found(const QString &text) const
{
    MeetingQuery query;
    query.text = text;
    query.now = utc("2026-10-04T12:00:00Z");
    return numbersOf(table().summaries(query));
}

/// What an export of the search would write.
QList<int> SearchIndexTest::written(const QString &text) const
{
    MeetingQuery query;
    query.text = text;
    query.now = utc("2026-10-04T12:00:00Z");
    return numbersOf(table().uris(query).value_or({}));
}

void SearchIndexTest::run(const QString &sql) const
{
    QSqlQuery query(m_store->database().connection());
    QVERIFY2(query.exec(sql), qPrintable(sql));
}

/// The list of the index's pieces says something that none would.
void SearchIndexTest::damageIndex() const
{
    run(QStringLiteral("UPDATE search_data SET block = x'00000000ffffffffffffffffff' WHERE id = 10"));
    QVERIFY(m_store->database().open(m_store->path())); // nothing of it is remembered
}

void SearchIndexTest::namesOfAnyScript_areFoundByPart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("accent left out") << QStringLiteral("jose garcia") << QList<int>{1};
    QTest::newRow("accent typed") << QStringLiteral("JOS\u00C9") << QList<int>{1};
    QTest::newRow("family name of two") << QStringLiteral("\u7530\u4E2D") << QList<int>{2};
    QTest::newRow("one letter of it") << QStringLiteral("\u4E2D") << QList<int>{2};
    QTest::newRow("across the scripts of a name") << QStringLiteral("\u4E2D\u3055") << QList<int>{2};
    QTest::newRow("its end") << QStringLiteral("\u3055\u304F\u3089") << QList<int>{2};
    QTest::newRow("last letter") << QStringLiteral("\u3089") << QList<int>{2};
    QTest::newRow("letters in another order") << QStringLiteral("\u4E2D\u7530") << QList<int>{};
    QTest::newRow("letters that do not follow") << QStringLiteral("\u7530\u3055") << QList<int>{};
    QTest::newRow("Thai beginning") << QStringLiteral("\u0E2A\u0E21") << QList<int>{3};
    QTest::newRow("Thai middle") << QStringLiteral("\u0E0A\u0E32") << QList<int>{3};
    QTest::newRow("Arabic") << QStringLiteral("\u0645\u062D\u0645\u062F") << QList<int>{4};
    QTest::newRow("Arabic part") << QStringLiteral("\u062D\u0645") << QList<int>{4};
    QTest::newRow("Arabic without article and hamza") << QStringLiteral("\u0627\u062D\u0645\u062F") << QList<int>{4};
    QTest::newRow("Hebrew") << QStringLiteral("\u05DB\u05D4\u05DF") << QList<int>{5};
    QTest::newRow("Hebrew part") << QStringLiteral("\u05E2\u05E7") << QList<int>{5};
    QTest::newRow("Korean family name") << QStringLiteral("\uAE40") << QList<int>{6};
    QTest::newRow("Korean given name") << QStringLiteral("\uBBFC\uC900") << QList<int>{6};
    QTest::newRow("umlauts left out") << QStringLiteral("jurgen muller") << QList<int>{7};
    QTest::newRow("sharp s as ss") << QStringLiteral("gross") << QList<int>{7};
    QTest::newRow("sharp s") << QStringLiteral("gro\u00DF") << QList<int>{7};
    QTest::newRow("Cyrillic") << QStringLiteral("\u0439\u043E\u0432") << QList<int>{8};
    QTest::newRow("while typing") << QStringLiteral("gar") << QList<int>{1};
}

void SearchIndexTest::namesOfAnyScript_areFoundByPart()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, numbers);
    QCOMPARE(found(text), numbers);
    QCOMPARE(found(QStringLiteral("with:") + text.section(QLatin1Char(' '), 0, 0)), numbers);
}

void SearchIndexTest::filtersInWords_narrow_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("numbers");
    const QList<int> all{1, 2, 3, 4, 5, 6, 7, 8};
    QTest::newRow("canceled") << QStringLiteral("is:canceled") << QList<int>{3};
    QTest::newRow("not canceled") << QStringLiteral("-is:canceled") << QList<int>{1, 2, 4, 5, 6, 7, 8};
    QTest::newRow("active") << QStringLiteral("is:active jose") << QList<int>{1};
    QTest::newRow("no-show") << QStringLiteral("is:noshow") << QList<int>{7};
    QTest::newRow("moved") << QStringLiteral("is:moved") << QList<int>{8};
    QTest::newRow("group") << QStringLiteral("is:group") << QList<int>{4};
    QTest::newRow("past") << QStringLiteral("is:past") << QList<int>{1, 2, 3, 4, 5, 6};
    QTest::newRow("not past") << QStringLiteral("-is:past") << QList<int>{7, 8};
    QTest::newRow("upcoming") << QStringLiteral("is:upcoming") << QList<int>{7, 8};
    QTest::newRow("type by name and slug") << QStringLiteral("type:intro") << all;
    QTest::newRow("type") << QStringLiteral("type:deep") << QList<int>{2};
    QTest::newRow("type of two words") << QStringLiteral("type:\"deep dive\"") << QList<int>{2};
    QTest::newRow("not of a type") << QStringLiteral("-type:deep is:group") << QList<int>{4};
    QTest::newRow("type that is not there") << QStringLiteral("type:yoga") << QList<int>{};
    QTest::newRow("host") << QStringLiteral("host:olga") << QList<int>{5};
    QTest::newRow("hosts are not people") << QStringLiteral("olga") << QList<int>{};
    QTest::newRow("place") << QStringLiteral("place:hall with:jose") << QList<int>{1};
    QTest::newRow("place that is not there") << QStringLiteral("place:roofs") << QList<int>{};
    QTest::newRow("answer") << QStringLiteral("answer:roof utm:news") << QList<int>{1};
    QTest::newRow("reason") << QStringLiteral("reason:flu") << QList<int>{3};
    QTest::newRow("reason as text") << QStringLiteral("flu") << QList<int>{3};
    QTest::newRow("note") << QStringLiteral("note:sketches") << QList<int>{6};
    QTest::newRow("title") << QStringLiteral("title:intro note:bring") << QList<int>{6};
    QTest::newRow("before a month") << QStringLiteral("before:2026-10") << QList<int>{1, 2};
    QTest::newRow("after a month") << QStringLiteral("after:2026-09 before:2026-10-03") << QList<int>{3, 4};
    QTest::newRow("on a day") << QStringLiteral("on:2026-10-02") << QList<int>{4};
    QTest::newRow("together") << QStringLiteral("with:p is:canceled before:2026-11 type:intro") << QList<int>{3};
    QTest::newRow("without a word") << QStringLiteral("mail.example -jose -\"\u7530\u4E2D\"") << QList<int>{3, 4, 5, 6, 7, 8};
    QTest::newRow("only without") << QStringLiteral("-muller") << QList<int>{1, 2, 3, 4, 5, 6, 8};
    QTest::newRow("phrase") << QStringLiteral("\"intro call\" jose") << QList<int>{1};
    QTest::newRow("phrase in another order") << QStringLiteral("\"call intro\"") << QList<int>{};
    QTest::newRow("words in quotes are whole") << QStringLiteral("\"intr\"") << QList<int>{};
    QTest::newRow("half typed") << QStringLiteral("jose before:") << QList<int>{1};
}

void SearchIndexTest::filtersInWords_narrow()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, numbers);
    QCOMPARE(found(text), numbers);
    QCOMPARE(written(text), numbers);
}

void SearchIndexTest::chips_narrowHitsAndPeriods_data()
{
    using Status = MeetingQuery::Status;
    QTest::addColumn<Status>("status");
    QTest::addColumn<QUrl>("host");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("canceled") << Status::Canceled << QUrl() << QList<int>{3};
    QTest::newRow("no-show") << Status::NoShow << QUrl() << QList<int>{7};
    QTest::newRow("moved") << Status::Moved << QUrl() << QList<int>{8};
    QTest::newRow("host") << Status::Any << QUrl(QStringLiteral("https://api.example.com/users/B")) << QList<int>{5};
    QTest::newRow("host who is none") << Status::Any << QUrl(QStringLiteral("https://api.example.com/users/")) << QList<int>{};
    QTest::newRow("both") << Status::Canceled << QUrl(QStringLiteral("https://api.example.com/users/B")) << QList<int>{};
}

void SearchIndexTest::chips_narrowHitsAndPeriods()
{
    QFETCH(MeetingQuery::Status, status);
    QFETCH(QUrl, host);
    QFETCH(QList<int>, numbers);
    MeetingQuery query = between("2026-09-01T00:00:00Z", "2026-11-01T00:00:00Z");
    query.status = status;
    query.host = host;
    QCOMPARE(numbersOf(table().summaries(query)), numbers);
    query.text = QStringLiteral("mail.ex");
    QCOMPARE(numbersOf(table().summaries(query)), numbers);
}

void SearchIndexTest::days_beginWhereTheZoneSays()
{
    QVERIFY(table().upsert({meetingAt(9, utc("2026-12-31T20:00:00Z"))}));
    MeetingQuery query;
    query.text = QStringLiteral("on:2027-01-01");
    QCOMPARE(numbersOf(table().summaries(query)), QList<int>());
    query.zone = QTimeZone("Asia/Tokyo");
    QCOMPARE(numbersOf(table().summaries(query)), QList<int>{9});
}

void SearchIndexTest::whatChanges_isFoundAsItIsNow()
{
    Meeting moved = table().details(eventUri(1))->meeting;
    moved.canceled = true;
    moved.start = utc("2027-03-01T10:00:00Z");
    moved.end = utc("2027-03-01T11:00:00Z");
    QVERIFY(table().upsert({moved}));
    QCOMPARE(found(QStringLiteral("jose")), QList<int>{1});
    QCOMPARE(found(QStringLiteral("is:canceled")), (QList<int>{3, 1})); // in the new order of time
    QCOMPARE(found(QStringLiteral("jose before:2027")), QList<int>());
    QVERIFY(table().setInvitees(eventUri(1), {}));
    QCOMPARE(found(QStringLiteral("jose")), QList<int>());
    QCOMPARE(found(QStringLiteral("intro on:2027-03")), QList<int>{1});
}

void SearchIndexTest::anOlderStore_isTakenInSliceBySlice()
{
    // The store as the first version left it.
    Database &database = m_store->database();
    for (const char *sql :
         {"DROP TABLE search", "DROP TABLE search_state", "DROP TABLE saved_filters", "DROP TABLE cancel_items",
          "DROP TABLE meeting_changes", "DROP INDEX invitees_by_domain", "DROP TABLE link_orders", "DROP TABLE link_copies",
          "DROP TABLE link_news", "DROP TABLE event_type_pins", "DROP TABLE bookings", "DROP TABLE person_zones", "DROP TABLE link_shares",
          "DROP INDEX invitees_without_utm", "ALTER TABLE invitees DROP COLUMN utm_source", "ALTER TABLE invitees DROP COLUMN utm_campaign",
          "DROP TABLE members", "DROP TABLE members_seen", "DROP TABLE erasure_marks", "DROP TABLE erasure_orders",
          "CREATE INDEX meetings_search ON meetings(start_ms, end_ms, canceled, event_type_id, search_text)",
          "UPDATE meetings SET search_text = 'intro call'", "PRAGMA user_version = 1"})
        run(QLatin1String(sql));
    QVERIFY(database.open(m_store->path()));
    MeetingTable meetings = table();
    QCOMPARE(meetings.searchIndex().missing(), 8);
    QCOMPARE(found(QStringLiteral("jose")), QList<int>());

    QVERIFY(meetings.searchIndex().fill(3));
    QCOMPARE(meetings.searchIndex().missing(), 5);
    QCOMPARE(found(QStringLiteral("with:p")), (QList<int>{1, 2, 3}));
    // What the server says meanwhile is found at once, whether its turn has come or not.
    Meeting late = meetings.details(eventUri(7))->meeting;
    late.start = late.start.addDays(1);
    late.end = late.end.addDays(1);
    QVERIFY(meetings.upsert({late, meetingAt(9, utc("2026-10-30T10:00:00Z"))}));
    QCOMPARE(found(QStringLiteral("jurgen")), QList<int>{7});
    QCOMPARE(found(QStringLiteral("on:2026-10-30")), QList<int>{9});
    QVERIFY(meetings.removeMissing({utc("2026-10-02T00:00:00Z"), utc("2026-10-03T00:00:00Z")}, {}));

    for (int slice = 0; slice < 3; ++slice)
        QVERIFY(meetings.searchIndex().fill(3));
    QCOMPARE(meetings.searchIndex().missing(), 0);
    QCOMPARE(found(QStringLiteral("with:p")), (QList<int>{1, 2, 3, 5, 6, 7, 8}));
    QCOMPARE(found(QStringLiteral("intro")), (QList<int>{1, 2, 3, 5, 6, 7, 8, 9}));
}

void SearchIndexTest::aDamagedIndex_isMadeAnewAndTheStoreStays()
{
    damageIndex();
    MeetingTable meetings = table();
    MeetingQuery query;
    query.text = QStringLiteral("jose");
    QVERIFY(!meetings.summaries(query));
    QVERIFY(meetings.searchIndex().isDamaged());
    QVERIFY(!m_store->database().isDamaged()); // everything else can still be read
    QVERIFY(meetings.details(eventUri(1)));

    QVERIFY(meetings.searchIndex().rebuild());
    QVERIFY(!meetings.searchIndex().isDamaged());
    QCOMPARE(meetings.searchIndex().missing(), 8);
    QVERIFY(meetings.searchIndex().fill(100));
    QCOMPARE(found(QStringLiteral("jose")), QList<int>{1});
    QVERIFY(m_store->database().open(m_store->path()).value().setAside.isEmpty());
}

void SearchIndexTest::writing_goesOnWhileTheIndexIsDamaged()
{
    damageIndex();
    Meeting meeting = table().details(eventUri(1))->meeting;
    meeting.name = QStringLiteral("Pudding");
    QVERIFY(table().upsert({meeting}));
    QCOMPARE(table().details(eventUri(1))->meeting.name, QStringLiteral("Pudding"));
    QVERIFY(table().searchIndex().fill(100));
    QCOMPARE(found(QStringLiteral("pudding jose")), QList<int>{1});
}

QTEST_GUILESS_MAIN(SearchIndexTest)
#include "tst_searchindex.moc"
