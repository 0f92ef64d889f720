// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchmarks.h"

#include <QTest>

/// What of a row is marked while somebody searches.
class TestSearchMarks : public QObject
{
    Q_OBJECT

private slots:
    void wordsAreMarkedAsTheSearchFindsThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("people");
        QTest::addColumn<QString>("marked");
        QTest::newRow("beginning") << "ke" << "Kenji Watanabe" << "Ke";
        QTest::newRow("not inside") << "nji" << "Kenji Watanabe" << "";
        QTest::newRow("case") << "WATA" << "Kenji Watanabe" << "Wata";
        QTest::newRow("accents in the name") << "jose" << "José Álvarez" << "José";
        QTest::newRow("accents apart") << "jose" << QStringLiteral("Jose\u0301 A") << QStringLiteral("Jose\u0301");
        QTest::newRow("accents typed") << QStringLiteral("álv") << "Jose Alvarez" << "Alv";
        QTest::newRow("two words") << "ana ruiz" << "Ana Ruiz, Bo Ruiz" << "Ana|Ruiz|Ruiz";
        QTest::newRow("half of a letter") << "gros" << QStringLiteral("Große") << QStringLiteral("Groß");
        QTest::newRow("phrase") << "\"ana ruiz\"" << "Ana Ruiz, Bo Ruiz" << "Ana Ruiz";
        QTest::newRow("whole word") << "\"an\"" << "Ana An" << "An";
        QTest::newRow("filter") << "with:bo" << "Bo Li" << "Bo";
        QTest::newRow("other field") << "type:bo" << "Bo Li" << "";
        QTest::newRow("excluded") << "-bo" << "Bo Li" << "";
        QTest::newRow("any part of Japanese") << QStringLiteral("中さ") << QStringLiteral("田中さくら") << QStringLiteral("中さ");
        QTest::newRow("Hebrew") << QStringLiteral("כהן") << QStringLiteral("דוד כהן") << QStringLiteral("כהן");
        QTest::newRow("nothing typed") << "" << "Bo Li" << "";
    }
    void wordsAreMarkedAsTheSearchFindsThem()
    {
        QFETCH(QString, typed);
        QFETCH(QString, people);
        const SearchMarks marks(searchQueryOf(typed, QDate(2026, 11, 20)));
        QStringList marked;
        const QList<TextMark> found = marks.inPeople(people);
        for (const TextMark &mark : found)
            marked.append(people.mid(mark.position, mark.length));
        QTEST(marked.join(QLatin1Char('|')), "marked");
    }

    void aTitleIsMarkedInTheNameOnly()
    {
        const SearchMarks marks(searchQueryOf(QStringLiteral("type:intro"), QDate(2026, 11, 20)));
        QCOMPARE(marks.inName(QStringLiteral("30 min intro")), (QList<TextMark>{{7, 5}}));
        QVERIFY(marks.inPeople(QStringLiteral("Intro Bot")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSearchMarks)
#include "tst_searchmarks.moc"
