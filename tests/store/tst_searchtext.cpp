// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchtext.h"

#include <QTest>

class SearchTextTest : public QObject
{
    Q_OBJECT

private slots:
    void words_areFoldedAndStandBetweenBlanks();
    void scriptsWithoutBlanks_areCutIntoPairs();
    void marks_stayWithTheirLetter();
    void longTexts_areBounded();
    void phrases_endInTheBeginningOfAWord();
    void phrases_ofPairsAskForExactlyWhatIsTyped();
    void phrases_holdNothingThatTheIndexReadsAsSyntax();
};

void SearchTextTest::words_areFoldedAndStandBetweenBlanks()
{
    QCOMPARE(indexedText(QStringLiteral("Zo\u00EB O'Neill, M\u00FCller-Stra\u00DFe")), QStringLiteral("zoe o neill muller strasse"));
    QCOMPARE(indexedText(QStringLiteral("kenji.t@Example.org")), QStringLiteral("kenji t example org"));
    QCOMPARE(indexedText(QStringLiteral("go\U0001F680\U0001F680now!")), QStringLiteral("go \U0001F680 \U0001F680 now"));
    QCOMPARE(indexedText(QStringLiteral(" .,- ")), QString());
}

void SearchTextTest::scriptsWithoutBlanks_areCutIntoPairs()
{
    QCOMPARE(indexedText(QStringLiteral("\u7530\u4E2D\u3055")), QStringLiteral("\u7530\u4E2D \u4E2D\u3055 \u3055"));
    QCOMPARE(indexedText(QStringLiteral("\uAE40")), QStringLiteral("\uAE40"));
    QCOMPARE(indexedText(QStringLiteral("VIP\u5BA2\u62372")), QStringLiteral("vip \u5BA2\u6237 \u6237 2"));
    QCOMPARE(indexedText(QStringLiteral("\u05DB\u05D4\u05DF")), QStringLiteral("\u05DB\u05D4 \u05D4\u05E0 \u05E0"));
}

void SearchTextTest::marks_stayWithTheirLetter()
{
    // A Latin letter under an accent that has no composed form, and Devanagari, are words like others.
    QCOMPARE(indexedText(QStringLiteral("\u0915\u093F\u0930")), QStringLiteral("\u0915\u093F\u0930"));
    QCOMPARE(indexedText(QStringLiteral("x\u0302y")), QStringLiteral("xy"));
}

void SearchTextTest::longTexts_areBounded()
{
    QVERIFY(indexedText(QString(1'000'000, QLatin1Char('x'))).size() <= 64);
    QVERIFY(indexedText(QStringLiteral("x ").repeated(1'000'000)).size() <= 20'000);
    const QStringList answers{QStringLiteral("y ").repeated(15'000), QStringLiteral("z ").repeated(15'000), QStringLiteral("last")};
    QVERIFY(indexedText(answers).endsWith(QLatin1String("z last"))); // one long text takes no room from the others
    QVERIFY(indexedText(QStringList(200, QStringLiteral("y ").repeated(10'000))).size() <= 2'000'000);
    QVERIFY(indexPhrase(QStringLiteral("x ").repeated(1'000'000), true).size() <= 250);
}

void SearchTextTest::phrases_endInTheBeginningOfAWord()
{
    QCOMPARE(indexPhrase(QStringLiteral("Bru\u0302"), false), QStringLiteral("\"bru\" *"));
    QCOMPARE(indexPhrase(QStringLiteral("kenji@ex"), false), QStringLiteral("\"kenji ex\" *"));
    QCOMPARE(indexPhrase(QStringLiteral("intro call"), true), QStringLiteral("\"intro call\""));
    // What is cut may end within a word.
    QVERIFY(indexPhrase(QStringLiteral("intro ").repeated(40), true).endsWith(QLatin1String("in\" *")));
}

void SearchTextTest::phrases_ofPairsAskForExactlyWhatIsTyped()
{
    QCOMPARE(indexPhrase(QStringLiteral("\u7530"), false), QStringLiteral("\"\u7530\" *"));
    QCOMPARE(indexPhrase(QStringLiteral("\u7530"), true), QStringLiteral("\"\u7530\" *"));
    QCOMPARE(indexPhrase(QStringLiteral("\u7530\u4E2D\u3055"), false), QStringLiteral("\"\u7530\u4E2D \u4E2D\u3055\""));
    QCOMPARE(indexPhrase(QStringLiteral("\u7530\u4E2D vip"), false), QStringLiteral("\"\u7530\u4E2D \u4E2D vip\" *"));
}

void SearchTextTest::phrases_holdNothingThatTheIndexReadsAsSyntax()
{
    QCOMPARE(indexPhrase(QStringLiteral("\"*^:(){}+- \\"), false), QString());
    QCOMPARE(indexPhrase(QStringLiteral("a\" OR marks:all"), false), QStringLiteral("\"a or marks all\" *"));
    QCOMPARE(indexPhrase(QString(QChar(0)) + QStringLiteral("a") + QChar(0xD800), false), QStringLiteral("\"a\" *"));
}

QTEST_APPLESS_MAIN(SearchTextTest)
#include "tst_searchtext.moc"
