// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchwords.h"

#include <QTest>

class TestSearchWords : public QObject
{
    Q_OBJECT

private slots:
    void filters_readAsTheyAreMeant_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::newRow("with") << QStringLiteral("with:ana") << QStringLiteral("With: ana");
        QTest::newRow("not with") << QStringLiteral("-with:\"Ana K\"") << QStringLiteral("Not With: Ana K");
        QTest::newRow("status") << QStringLiteral("is:canceled") << QStringLiteral("Canceled");
        QTest::newRow("not status") << QStringLiteral("-is:canceled") << QStringLiteral("Not canceled");
        QTest::newRow("before") << QStringLiteral("before:2026-10") << QStringLiteral("Before 1 Oct");
        QTest::newRow("after a month") << QStringLiteral("after:2024-12") << QStringLiteral("From 1 Jan 2025");
        QTest::newRow("a day") << QStringLiteral("on:tomorrow") << QStringLiteral("On 21 Nov");
        QTest::newRow("not a day") << QStringLiteral("-on:tomorrow") << QStringLiteral("Not on 21 Nov");
        QTest::newRow("not a month") << QStringLiteral("-on:2026-11") << QStringLiteral("Not 1 – 30 Nov 2026");
        QTest::newRow("days on end") << QStringLiteral("on:2026-11-02..2026-11-20") << QStringLiteral("2 – 20 Nov 2026");
        QTest::newRow("canceled by") << QStringLiteral("is:canceled-by-host") << QStringLiteral("Canceled by the host");
        QTest::newRow("weekday") << QStringLiteral("weekday:tue") << QStringLiteral("Tuesday");
        QTest::newRow("not a weekday") << QStringLiteral("-weekday:tuesday") << QStringLiteral("Not Tuesday");
        QTest::newRow("hours") << QStringLiteral("hour:9-12") << QStringLiteral("Begins 09:00–12:00");
        QTest::newRow("lead") << QStringLiteral("lead:1-3") << QStringLiteral("Booked 1 to 3 days ahead");
        QTest::newRow("short lead") << QStringLiteral("lead:0-1") << QStringLiteral("Booked less than a day ahead");
        QTest::newRow("long lead") << QStringLiteral("lead:28-") << QStringLiteral("Booked 28 days ahead or more");
        QTest::newRow("source") << QStringLiteral("source:\"autumn mail\"") << QStringLiteral("Source: autumn mail");
        QTest::newRow("no source") << QStringLiteral("source:none") << QStringLiteral("Without a source");
        QTest::newRow("percent signs") << QStringLiteral("with:%1") << QStringLiteral("With: %1");
    }

    void filters_readAsTheyAreMeant()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        const QDate today(2026, 11, 20);
        const SearchQuery query = searchQueryOf(typed, today);
        QCOMPARE(query.parts.size(), 1);
        QCOMPARE(searchPartText(query.parts.constFirst(), today, QLocale(QLocale::English, QLocale::UnitedKingdom)), text);
    }

    void whatIsNotUnderstood_isNamed()
    {
        const QDate today(2026, 11, 20);
        QVERIFY(notUnderstoodText(searchQueryOf(QStringLiteral("ana on:today"), today)).isEmpty());
        const QString text = notUnderstoodText(searchQueryOf(QStringLiteral("ana is:cancled before:31.12.2026"), today));
        QVERIFY2(text.startsWith(QLatin1String("not understood: ")) && text.contains(QLatin1String("is:cancled before:31.12.2026")), qPrintable(text));
    }

    void everyWordThatIsListed_isUnderstood()
    {
        const QList<SearchWord> words = searchWords();
        for (const SearchWord &word : words) {
            QString typed = word.typed;
            if (typed == QLatin1String("weekday:"))
                typed += QStringLiteral("fri");
            else if (typed == QLatin1String("hour:"))
                typed += QStringLiteral("20");
            else if (typed.endsWith(QLatin1Char(':')))
                typed += QStringLiteral("2026");
            const SearchQuery query = searchQueryOf(typed, QDate(2026, 11, 20));
            QVERIFY2(query.parts.size() == 1 && isFilter(query.parts.constFirst()), qPrintable(typed));
            QVERIFY(!word.meaning.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(TestSearchWords)
#include "tst_searchwords.moc"
