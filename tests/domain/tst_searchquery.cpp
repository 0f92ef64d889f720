// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchquery.h"

#include <QRandomGenerator>
#include <QTest>

using Field = SearchPart::Field;
using Kind = SearchPart::Kind;
using Trait = SearchPart::Trait;

namespace {

const QDate today(2026, 11, 20);

SearchQuery queryOf(const QString &typed)
{
    return searchQueryOf(typed, today);
}

SearchPart onlyPart(const QString &typed)
{
    const SearchQuery query = queryOf(typed);
    return query.parts.size() == 1 ? query.parts.constFirst() : SearchPart{.text = QStringLiteral("not one part")};
}

} // namespace

class SearchQueryTest : public QObject
{
    Q_OBJECT

private slots:
    void words_areTextAnywhere();
    void quotes_keepWordsTogether();
    void fields_areNamedBeforeAColon_data();
    void fields_areNamedBeforeAColon();
    void unknownKeys_areText_data();
    void unknownKeys_areText();
    void traits_areUnderstood_data();
    void traits_areUnderstood();
    void minus_excludes();
    void days_areUnderstood_data();
    void days_areUnderstood();
    void halfTypedFilters_areNothingYet_data();
    void halfTypedFilters_areNothingYet();
    void filtersThatMeanNothing_areKeptApart_data();
    void filtersThatMeanNothing_areKeptApart();
    void aFilterThatWasLeftHalf_isNotUnderstood();
    void daysThatAreExcluded_leaveBothSides();
    void severalDays_leaveWhatAllAllow();
    void figures_areUnderstood_data();
    void figures_areUnderstood();
    void aPart_canBeTakenAway();
    void whatIsPasted_isBounded();
    void anythingTyped_isHarmless();
};

void SearchQueryTest::words_areTextAnywhere()
{
    const SearchQuery query = queryOf(QStringLiteral("  Ana \t Kova\n"));
    QCOMPARE(query.parts.size(), 2);
    QCOMPARE(query.parts.at(0).text, QStringLiteral("Ana"));
    QCOMPARE(query.parts.at(1).text, QStringLiteral("Kova"));
    QVERIFY(query.parts.at(0).field == Field::Any && !isFilter(query.parts.at(0)));
    QVERIFY(queryOf(QStringLiteral(" \t ")).isEmpty());
}

void SearchQueryTest::quotes_keepWordsTogether()
{
    const SearchPart quoted = onlyPart(QStringLiteral("\"intro call\""));
    QCOMPARE(quoted.text, QStringLiteral("intro call"));
    QVERIFY(quoted.whole);
    const SearchPart typing = onlyPart(QStringLiteral("\"intro ca"));
    QCOMPARE(typing.text, QStringLiteral("intro ca"));
    QVERIFY(!typing.whole);
    QCOMPARE(onlyPart(QStringLiteral("with:\u201CAna Kova\u201D")).text, QStringLiteral("Ana Kova"));
    QVERIFY(queryOf(QStringLiteral("\"")).isEmpty());
    QVERIFY(queryOf(QStringLiteral("\"\" \" \"")).isEmpty());
}

void SearchQueryTest::fields_areNamedBeforeAColon_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<Field>("field");
    QTest::newRow("with") << QStringLiteral("with") << Field::With;
    QTest::newRow("upper case") << QStringLiteral("WITH") << Field::With;
    QTest::newRow("title") << QStringLiteral("title") << Field::Title;
    QTest::newRow("type") << QStringLiteral("type") << Field::Type;
    QTest::newRow("host") << QStringLiteral("host") << Field::Host;
    QTest::newRow("place") << QStringLiteral("place") << Field::Place;
    QTest::newRow("answer") << QStringLiteral("answer") << Field::Answer;
    QTest::newRow("utm") << QStringLiteral("utm") << Field::Utm;
    QTest::newRow("reason") << QStringLiteral("reason") << Field::Reason;
    QTest::newRow("note") << QStringLiteral("note") << Field::Note;
    QTest::newRow("notes") << QStringLiteral("notes") << Field::Note;
}

void SearchQueryTest::fields_areNamedBeforeAColon()
{
    QFETCH(QString, key);
    QFETCH(Field, field);
    for (const QChar colon : {QChar(u':'), QChar(0xFF1A)}) {
        const SearchPart part = onlyPart(key + colon + QStringLiteral("x"));
        QCOMPARE(part.field, field);
        QCOMPARE(part.text, QStringLiteral("x"));
        QVERIFY(isFilter(part));
    }
}

void SearchQueryTest::unknownKeys_areText_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("unknown key") << QStringLiteral("re:budget");
    QTest::newRow("address") << QStringLiteral("https://example.com");
    QTest::newRow("time") << QStringLiteral("10:30");
    QTest::newRow("only a colon") << QStringLiteral(":");
    QTest::newRow("key within a word") << QStringLiteral("x-with:ana");
}

void SearchQueryTest::unknownKeys_areText()
{
    QFETCH(QString, typed);
    const SearchPart part = onlyPart(typed);
    QCOMPARE(part.text, typed);
    QVERIFY(!isFilter(part));
}

void SearchQueryTest::traits_areUnderstood_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<Trait>("trait");
    QTest::newRow("active") << QStringLiteral("active") << Trait::Active;
    QTest::newRow("canceled") << QStringLiteral("Canceled") << Trait::Canceled;
    QTest::newRow("other spelling") << QStringLiteral("cancelled") << Trait::Canceled;
    QTest::newRow("past") << QStringLiteral("past") << Trait::Past;
    QTest::newRow("upcoming") << QStringLiteral("upcoming") << Trait::Upcoming;
    QTest::newRow("no-show") << QStringLiteral("no-show") << Trait::NoShow;
    QTest::newRow("noshow") << QStringLiteral("noshow") << Trait::NoShow;
    QTest::newRow("moved") << QStringLiteral("moved") << Trait::Moved;
    QTest::newRow("group") << QStringLiteral("group") << Trait::Group;
}

void SearchQueryTest::traits_areUnderstood()
{
    QFETCH(QString, word);
    QFETCH(Trait, trait);
    const SearchPart part = onlyPart(QStringLiteral("is:") + word);
    QCOMPARE(part.kind, Kind::Trait);
    QCOMPARE(part.trait, trait);
}

void SearchQueryTest::minus_excludes()
{
    QVERIFY(onlyPart(QStringLiteral("-ana")).excluded);
    QVERIFY(onlyPart(QStringLiteral("-with:ana")).excluded);
    QVERIFY(onlyPart(QStringLiteral("-is:canceled")).excluded);
    QVERIFY(onlyPart(QStringLiteral("-\"intro call\"")).excluded);
    QVERIFY(!onlyPart(QStringLiteral("e-mail")).excluded);
    QVERIFY(queryOf(QStringLiteral("- ")).isEmpty());
    QCOMPARE(onlyPart(QStringLiteral("-before:2026-10")).first, QDate(2026, 10, 1));
    QCOMPARE(onlyPart(QStringLiteral("-after:2026-10")).end, QDate(2026, 11, 1));
}

void SearchQueryTest::days_areUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("end");
    QTest::newRow("before a year") << QStringLiteral("before:2026") << QDate() << QDate(2026, 1, 1);
    QTest::newRow("before a month") << QStringLiteral("before:2026-10") << QDate() << QDate(2026, 10, 1);
    QTest::newRow("before a day") << QStringLiteral("before:2026-10-05") << QDate() << QDate(2026, 10, 5);
    QTest::newRow("after a year") << QStringLiteral("after:2026") << QDate(2027, 1, 1) << QDate();
    QTest::newRow("after a month") << QStringLiteral("After:2026-12") << QDate(2027, 1, 1) << QDate();
    QTest::newRow("after a day") << QStringLiteral("after:2026-2-28") << QDate(2026, 3, 1) << QDate();
    QTest::newRow("in a month") << QStringLiteral("on:2026/10") << QDate(2026, 10, 1) << QDate(2026, 11, 1);
    QTest::newRow("on a day") << QStringLiteral("on:2024-02-29") << QDate(2024, 2, 29) << QDate(2024, 3, 1);
    QTest::newRow("today") << QStringLiteral("on:today") << today << today.addDays(1);
    QTest::newRow("before tomorrow") << QStringLiteral("before:tomorrow") << QDate() << today.addDays(1);
    QTest::newRow("after yesterday") << QStringLiteral("after:yesterday") << today << QDate();
}

void SearchQueryTest::days_areUnderstood()
{
    QFETCH(QString, typed);
    QFETCH(QDate, first);
    QFETCH(QDate, end);
    const SearchPart part = onlyPart(typed);
    QCOMPARE(part.kind, Kind::Days);
    QCOMPARE(part.first, first);
    QCOMPARE(part.end, end);
}

void SearchQueryTest::halfTypedFilters_areNothingYet_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"with:", "is:", "is:cance", "before:", "before:20", "before:2026-", "before:2026-11-", "after:tom", "-with:", "-on:2026-",
                              "with:\"", "type: ", "weekday:mo", "hour:9-1", "lead:14-2", "source:", "on:2026-11..", "on:2026-11..202"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void SearchQueryTest::halfTypedFilters_areNothingYet()
{
    QFETCH(QString, typed);
    QVERIFY(queryOf(typed).isEmpty());
    QVERIFY(queryOf(typed).notUnderstood.isEmpty());
    QCOMPARE(queryOf(QStringLiteral("ana ") + typed).parts.size(), 1);
}

void SearchQueryTest::filtersThatMeanNothing_areKeptApart_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"is:cancled", "before:2026-13", "on:2026-02-30", "before:31.12.2026", "after:soon", "-on:never", "hour:24", "hour:9-9",
                              "lead:soon", "weekday:xyz", "on:2026-11..2026-10", "on:11..2026"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void SearchQueryTest::filtersThatMeanNothing_areKeptApart()
{
    QFETCH(QString, typed);
    const QString whole = QStringLiteral("ana ") + typed;
    const SearchQuery query = queryOf(whole);
    QCOMPARE(query.parts.size(), 1);
    QCOMPARE(query.notUnderstood.size(), 1);
    QCOMPARE(query.notUnderstood.constFirst().text, typed);
    QCOMPARE(without(whole, query.notUnderstood.constFirst()), QStringLiteral("ana"));
}

/// With more behind it nobody types it any more.
void SearchQueryTest::aFilterThatWasLeftHalf_isNotUnderstood()
{
    const SearchQuery query = queryOf(QStringLiteral("is:cance ana"));
    QCOMPARE(query.parts.size(), 1);
    QCOMPARE(query.notUnderstood.constFirst().text, QStringLiteral("is:cance"));
}

void SearchQueryTest::daysThatAreExcluded_leaveBothSides()
{
    const SearchPart part = onlyPart(QStringLiteral("-on:2026-11"));
    QVERIFY(part.excluded);
    QCOMPARE(part.first, QDate(2026, 11, 1));
    QCOMPARE(part.end, QDate(2026, 12, 1));
    const SearchDays days = daysOf(queryOf(QStringLiteral("-on:2026-11 after:2026-09")));
    QCOMPARE(days.first, QDate(2026, 10, 1));
    QVERIFY(!days.end.isValid());
}

void SearchQueryTest::severalDays_leaveWhatAllAllow()
{
    const SearchDays days = daysOf(queryOf(QStringLiteral("after:2026-09 on:2026 before:2026-11-15 before:2027")));
    QCOMPARE(days.first, QDate(2026, 10, 1));
    QCOMPARE(days.end, QDate(2026, 11, 15));
}

void SearchQueryTest::figures_areUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<SearchPart>("part");
    const auto row = [](const char *typed, const SearchPart &part) { QTest::newRow(typed) << QString::fromUtf8(typed) << part; };
    row("weekday:mon", {.kind = Kind::Weekday, .number = 1});
    row("Weekday:Sund", {.kind = Kind::Weekday, .number = 7});
    row("hour:9", {.kind = Kind::Hours, .number = 9, .behind = 10});
    row("hour:0-12", {.kind = Kind::Hours, .number = 0, .behind = 12});
    row("hour:20-", {.kind = Kind::Hours, .number = 20, .behind = 24});
    row("lead:0-1", {.kind = Kind::Lead, .number = 0, .behind = 1});
    row("lead:28-", {.kind = Kind::Lead, .number = 28});
    row("source:web", {.kind = Kind::Source, .text = QStringLiteral("web")});
    row("source:none", {.kind = Kind::Source});
    row("source:\"none\"", {.kind = Kind::Source, .text = QStringLiteral("none")});
    row("campaign:\"a  b\"", {.kind = Kind::Campaign, .text = QStringLiteral("a b")});
    row("zone:\"New  York\"", {.kind = Kind::Zone, .text = QStringLiteral("new_york")});
    row("on:2026-11-02..2026-12", {.kind = Kind::Days, .first = QDate(2026, 11, 2), .end = QDate(2027, 1, 1)});
    row("is:canceled-by-host", {.kind = Kind::Trait, .trait = Trait::CanceledByHost});
}

void SearchQueryTest::figures_areUnderstood()
{
    QFETCH(QString, typed);
    QFETCH(SearchPart, part);
    part.length = typed.size();
    QCOMPARE(onlyPart(typed), part);
}

void SearchQueryTest::aPart_canBeTakenAway()
{
    const QString typed = QStringLiteral("ana  -with:\"Bo B\" is:canceled");
    const SearchQuery query = queryOf(typed);
    QCOMPARE(query.parts.size(), 3);
    QCOMPARE(without(typed, query.parts.at(0)), QStringLiteral("-with:\"Bo B\" is:canceled"));
    QCOMPARE(without(typed, query.parts.at(1)), QStringLiteral("ana is:canceled"));
    QCOMPARE(without(typed, query.parts.at(2)), QStringLiteral("ana -with:\"Bo B\""));
}

void SearchQueryTest::whatIsPasted_isBounded()
{
    QVERIFY(queryOf(QStringLiteral("e ").repeated(100'000)).parts.size() <= 16);
    QVERIFY(onlyPart(QStringLiteral("x").repeated(1'000'000)).text.size() <= 1000);
}

void SearchQueryTest::anythingTyped_isHarmless()
{
    const QStringList pieces{QStringLiteral("with:"), QStringLiteral("is:"),  QStringLiteral("before:"), QStringLiteral("\""), QStringLiteral("-"),
                             QStringLiteral(" "),     QStringLiteral("2026"), QStringLiteral("\u7530"),  QStringLiteral(":"),  QString(QChar(0xD800)),
                             QString(QChar(0)),       QStringLiteral("*"),    QStringLiteral("ana")};
    QRandomGenerator random(7);
    for (int round = 0; round < 5000; ++round) {
        QString typed;
        for (int piece = random.bounded(12); piece > 0; --piece)
            typed += pieces.at(random.bounded(int(pieces.size())));
        const SearchQuery query = queryOf(typed);
        for (const SearchPart &part : query.parts) {
            QVERIFY(part.length > 0 && part.position + part.length <= typed.size());
            QVERIFY(part.kind != Kind::Text || !part.text.trimmed().isEmpty());
            QVERIFY(without(typed, part).size() < typed.size());
        }
    }
}

QTEST_APPLESS_MAIN(SearchQueryTest)
#include "tst_searchquery.moc"
