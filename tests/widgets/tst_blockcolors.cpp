// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockcolors.h"
#include "stylesheet.h"
#include "theme.h"

#include <QTest>

class TestBlockColors : public QObject
{
    Q_OBJECT

private slots:
    void words_areReadableOnEveryColor_data();
    void words_areReadableOnEveryColor();
    void ordinaryColors_areNotWeakened();
    void pastMeetings_areWeaker();
    void oddColors_areNeutral();
    void highContrast_hasNoTints();
};

void TestBlockColors::words_areReadableOnEveryColor_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("past");
    QTest::newRow("light") << false << false;
    QTest::newRow("light, past") << false << true;
    QTest::newRow("dark") << true << false;
    QTest::newRow("dark, past") << true << true;
}

void TestBlockColors::words_areReadableOnEveryColor()
{
    QFETCH(bool, dark);
    QFETCH(bool, past);
    const QPalette palette = themePalette(dark);
    for (int i = 0; i < 4096; ++i) {
        const QColor color((i >> 8) * 17, ((i >> 4) & 15) * 17, (i & 15) * 17);
        const BlockColors colors = blockColors(color.name(), past, palette);
        QVERIFY2(contrast(colors.ground, themeColor(ColorRole::Text2, palette)) >= 4.5, qPrintable(color.name()));
        QVERIFY2(contrast(colors.ground, themeColor(ColorRole::Text, palette)) >= (dark ? 6.9 : 10.2), qPrintable(color.name()));
    }
}

void TestBlockColors::ordinaryColors_areNotWeakened()
{
    QCOMPARE(blockColors(QStringLiteral("#8e8a1e"), false, themePalette(false)).ground, QColor(235, 234, 215));
    QCOMPARE(blockColors(QStringLiteral("#8e8a1e"), false, themePalette(false)).edge, QColor(193, 191, 131));
}

void TestBlockColors::pastMeetings_areWeaker()
{
    for (const bool dark : {false, true}) {
        const QPalette palette = themePalette(dark);
        const QColor surface = themeColor(ColorRole::Surface, palette);
        const QColor past = blockColors(QStringLiteral("#d4562c"), true, palette).ground;
        const QColor coming = blockColors(QStringLiteral("#d4562c"), false, palette).ground;
        QVERIFY(contrast(past, surface) < contrast(coming, surface));
    }
}

void TestBlockColors::oddColors_areNeutral()
{
    QVERIFY(blockColors(QStringLiteral("no colour"), false, themePalette(false)).ground.isValid());
    QCOMPARE(blockColors(QString(), false, themePalette(true)).ground, blockColors(QStringLiteral("?"), false, themePalette(true)).ground);
}

void TestBlockColors::highContrast_hasNoTints()
{
    QPalette palette(Qt::black, Qt::black);
    palette.setColor(QPalette::WindowText, Qt::white);
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::Text, Qt::yellow);
    QCOMPARE(blockColors(QStringLiteral("#d4562c"), false, palette).ground, QColor(Qt::black));
    QCOMPARE(blockColors(QStringLiteral("#d4562c"), false, palette).edge, QColor(Qt::yellow));
}

QTEST_MAIN(TestBlockColors)
#include "tst_blockcolors.moc"
