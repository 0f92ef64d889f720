// SPDX-License-Identifier: GPL-3.0-or-later
#include "plaintext.h"
#include "user.h"

#include <QTest>

class TestPlainText : public QObject
{
    Q_OBJECT

private slots:
    void oneLine_hasNoControlsAndNoBreaks()
    {
        QCOMPARE(oneLine(QStringLiteral("  Budget\r\n\treview\u2028now\u0007 ")), QStringLiteral("Budget review now"));
        QCOMPARE(oneLine(QString(QChar(0)) + QStringLiteral("a") + QChar(0) + QStringLiteral("b")),
                 QStringLiteral("a b"));
        QCOMPARE(oneLine(QStringLiteral("\n\n")), QString());
    }

    void oneLine_dropsWhatTurnsTheDirection()
    {
        QCOMPARE(oneLine(QStringLiteral("invoice\u202Efdp.exe\u2066x\u2069")), QStringLiteral("invoicefdp.exex"));
        QCOMPARE(oneLine(QStringLiteral("a\u200Bb\uFEFFc")), QStringLiteral("abc"));
    }

    void oneLine_keepsMarkupLetterForLetter()
    {
        QCOMPARE(oneLine(QStringLiteral("<b>x</b><img src=1>")), QStringLiteral("<b>x</b><img src=1>"));
    }

    void oneLine_keepsJoinedEmojiAndScripts()
    {
        const QString family = QStringLiteral(
            "\U0001F469\u200D\U0001F469\u200D\U0001F466 \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645");
        QCOMPARE(oneLine(family), family);
    }

    void oneLine_replacesHalfCharacters()
    {
        QCOMPARE(oneLine(QString(QChar(0xD83D)) + QStringLiteral("x")), QString(QChar(0xFFFD)) + QStringLiteral("x"));
    }

    void oneLine_cutsLongTextBetweenLetters()
    {
        const QString cut = oneLine(QString(10'000, QLatin1Char('a')), 20);
        QCOMPARE(cut, QString(19, QLatin1Char('a')) + QChar(0x2026));
        QCOMPARE(oneLine(QString(20, QLatin1Char('a')), 20).size(), 20);
        QString emoji;
        for (int i = 0; i < 20; ++i)
            emoji += QStringLiteral("\U0001F600");
        const QString shortEmoji = oneLine(emoji, 10);
        QVERIFY(shortEmoji.size() <= 10);
        QVERIFY(!shortEmoji.at(shortEmoji.size() - 2).isHighSurrogate());
    }

    void oneLine_cutsAnEndlessAccentToo()
    {
        QVERIFY(oneLine(QStringLiteral("a") + QString(10'000, QChar(0x0301)), 50).size() <= 50);
    }

    void plainBlock_keepsBreaksOnly()
    {
        QCOMPARE(plainBlock(QStringLiteral("one\r\ntwo\rthree\u2029four\u0000\u202Efive")),
                 QStringLiteral("one\ntwo\nthree\nfour\u0000five").remove(QChar(0)));
        QCOMPARE(plainBlock(QStringLiteral("a\n\n\tb")), QStringLiteral("a\n\n\tb"));
    }

    void folded_findsWithoutCaseAndAccents_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("accents") << QStringLiteral("Zo\u00EB \u00C5ngstr\u00F6m") << QStringLiteral("zoe angstrom");
        QTest::newRow("decomposed") << QStringLiteral("Zoe\u0308") << QStringLiteral("zoe");
        QTest::newRow("strokes") << QStringLiteral("\u0141\u00F3d\u017A \u00D8rsted Gro\u00DF")
                                 << QStringLiteral("lodz orsted gross");
        QTest::newRow("full width") << QStringLiteral("\uFF2D\uFF41\uFF52\uFF41") << QStringLiteral("mara");
        QTest::newRow("turkish") << QStringLiteral("\u0130stanbul") << QStringLiteral("istanbul");
        QTest::newRow("cyrillic") << QStringLiteral("\u0419\u043E\u0433\u0430")
                                  << QStringLiteral("\u0438\u043E\u0433\u0430");
        QTest::newRow("hangul") << QStringLiteral("\uD55C\uAE00") << QStringLiteral("\uD55C\uAE00");
        QTest::newRow("arabic forms") << QStringLiteral("\u0623\u0645\u064A\u0640\u0631\u0629") << QStringLiteral("\u0627\u0645\u064A\u0631\u0647");
        QTest::newRow("persian yeh and kaf") << QStringLiteral("\u06A9\u200C\u06CC") << QStringLiteral("\u0643\u064A");
        QTest::newRow("hebrew end of word") << QStringLiteral("\u05DB\u05D4\u05DF") << QStringLiteral("\u05DB\u05D4\u05E0");
        QTest::newRow("arabic digits") << QStringLiteral("\u0661\u06F2") << QStringLiteral("12");
        QTest::newRow("full width") << QStringLiteral("\uFF21\uFF11") << QStringLiteral("a1");
        QTest::newRow("half width kana") << QStringLiteral("\uFF76\uFF9E") << QStringLiteral("\u30AC");
        QTest::newRow("devanagari") << QStringLiteral("\u0915\u093F") << QStringLiteral("\u0915\u093F");
    }

    void folded_findsWithoutCaseAndAccents()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(foldedForSearch(text), folded);
    }

    void initials_areOfFirstAndLastWord()
    {
        QCOMPARE(initialsOf(QStringLiteral("Mara Lindqvist")), QStringLiteral("ML"));
        QCOMPARE(initialsOf(QStringLiteral("  anna-lena   maria gro\u00DF ")), QStringLiteral("AG"));
        QCOMPARE(initialsOf(QStringLiteral("(Dr.) Ada")), QStringLiteral("DA"));
        QCOMPARE(initialsOf(QStringLiteral("\u674E\u96F7")), QStringLiteral("\u674E"));
        QCOMPARE(initialsOf(QStringLiteral("\U00020000x")), QStringLiteral("\U00020000"));
        QCOMPARE(initialsOf(QStringLiteral("!!! ...")), QString());
        QCOMPARE(initialsOf(QString()), QString());
    }
};

QTEST_APPLESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
