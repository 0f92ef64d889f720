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

    void everyWordThatIsListed_isUnderstood()
    {
        const QList<SearchWord> words = searchWords();
        for (const SearchWord &word : words) {
            const QString typed = word.typed.endsWith(QLatin1Char(':')) ? word.typed + QStringLiteral("2026") : word.typed;
            const SearchQuery query = searchQueryOf(typed, QDate(2026, 11, 20));
            QVERIFY2(query.parts.size() == 1 && isFilter(query.parts.constFirst()), qPrintable(typed));
            QVERIFY(!word.meaning.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(TestSearchWords)
#include "tst_searchwords.moc"
