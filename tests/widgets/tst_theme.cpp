// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountcolors.h"
#include "stylesheet.h"
#include "theme.h"
#include "widgetresources.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initResources(); }
    void texts_areReadableOnEveryGround_data();
    void texts_areReadableOnEveryGround();
    void accents_carryTheirText_data() { bothSchemes(); }
    void accents_carryTheirText();
    void accounts_areReadableAndDiffer_data() { bothSchemes(); }
    void accounts_areReadableAndDiffer();
    void stripes_standOutInEveryColor_data() { bothSchemes(); }
    void stripes_standOutInEveryColor();
    void stripe_keepsAColorThatStandsOutByItself();
    void highContrastPalette_keepsItsOwnColors();
    void sizes_followTheBaseFont();
    void styleSheet_leavesNoPlaceholderEmpty_data() { bothSchemes(); }
    void styleSheet_leavesNoPlaceholderEmpty();
    void darkness_isKnownBeneathAStyleSheet();

private:
    static void bothSchemes();
};

void TestTheme::bothSchemes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::texts_areReadableOnEveryGround_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<ColorRole>("role");
    QTest::addColumn<double>("least");
    QTest::newRow("text, light") << false << ColorRole::Text << 12.9;
    QTest::newRow("text, dark") << true << ColorRole::Text << 9.5;
    QTest::newRow("text2, light") << false << ColorRole::Text2 << 6.1;
    QTest::newRow("text2, dark") << true << ColorRole::Text2 << 6.1;
    QTest::newRow("text3, light") << false << ColorRole::Text3 << 4.7;
    QTest::newRow("text3, dark") << true << ColorRole::Text3 << 4.6;
    QTest::newRow("accent, light") << false << ColorRole::AccentText << 6.5;
    QTest::newRow("accent, dark") << true << ColorRole::AccentText << 6.2;
    QTest::newRow("danger, light") << false << ColorRole::Danger << 5.6;
    QTest::newRow("danger, dark") << true << ColorRole::Danger << 5.1;
}

void TestTheme::texts_areReadableOnEveryGround()
{
    QFETCH(bool, dark);
    QFETCH(ColorRole, role);
    QFETCH(double, least);
    const QPalette palette = themePalette(dark);
    double worst = 21;
    for (const ColorRole ground : {ColorRole::Surface, ColorRole::Sunken, ColorRole::Window, ColorRole::Nav,
                                   ColorRole::Hover, ColorRole::AccentSoft})
        worst = std::min(worst, contrast(themeColor(role, palette), themeColor(ground, palette)));
    QVERIFY2(worst > least - 0.06, qPrintable(QString::number(worst)));
}

void TestTheme::accounts_areReadableAndDiffer()
{
    QFETCH(bool, dark);
    const QPalette palette = themePalette(dark);
    QSet<QRgb> grounds;
    for (int number = 1; number <= 8; ++number) {
        const AccountColors colors = accountColors(number, palette);
        QVERIFY2(contrast(colors.ink, colors.ground) > 5.5, qPrintable(QString::number(number)));
        QVERIFY2(contrast(colors.ground, themeColor(ColorRole::Surface, palette)) > 3, qPrintable(QString::number(number)));
        grounds.insert(colors.ground.rgb());
    }
    QCOMPARE(grounds.size(), 8);
    QCOMPARE(accountColors(9, palette).ground, accountColors(1, palette).ground);
}

void TestTheme::accents_carryTheirText()
{
    QFETCH(bool, dark);
    const QPalette palette = themePalette(dark);
    const auto ratio = [&palette](ColorRole ink, ColorRole ground) {
        return contrast(themeColor(ink, palette), themeColor(ground, palette));
    };
    for (const ColorRole ground : {ColorRole::Accent, ColorRole::AccentHover, ColorRole::AccentPressed})
        QVERIFY(ratio(ColorRole::OnAccent, ground) > 5.7);
    QVERIFY(ratio(ColorRole::OnDanger, ColorRole::Danger) > 6.8);
    QVERIFY(ratio(ColorRole::Ok, ColorRole::OkSoft) > 5.5);
    QVERIFY(ratio(ColorRole::BrassText, ColorRole::BrassSoft) > 6.4);
    QVERIFY(ratio(ColorRole::Danger, ColorRole::DangerSoft) > 5.6);
    QVERIFY(ratio(ColorRole::Info, ColorRole::InfoSoft) > 6.7);
    QVERIFY(ratio(ColorRole::ToastAction, ColorRole::Toast) > 6.5);
    QVERIFY(ratio(ColorRole::Control, ColorRole::Window) > 3.2);
    QVERIFY(ratio(ColorRole::Focus, ColorRole::AccentSoft) > 5.3);
}

void TestTheme::stripes_standOutInEveryColor()
{
    QFETCH(bool, dark);
    const QColor ground = themeColor(ColorRole::Surface, themePalette(dark));
    for (int i = 0; i < 4096; ++i) {
        const QColor color((i >> 8) * 17, ((i >> 4) & 15) * 17, (i & 15) * 17);
        const StripeColors stripe = stripeColors(color.name(), ground, dark);
        QCOMPARE(stripe.fill, color);
        const QColor seen = stripe.outline.isValid() ? stripe.outline : stripe.fill;
        QVERIFY2(contrast(seen, ground) >= 3, qPrintable(color.name()));
    }
}

void TestTheme::stripe_keepsAColorThatStandsOutByItself()
{
    QVERIFY(!stripeColors(QStringLiteral("#8247f5"), Qt::white, false).outline.isValid());
    QVERIFY(stripeColors(QStringLiteral("#fff200"), Qt::white, false).outline.isValid());
    QVERIFY(stripeColors(QStringLiteral("no colour"), Qt::white, false).fill.isValid());
}

void TestTheme::highContrastPalette_keepsItsOwnColors()
{
    QPalette palette(Qt::black, Qt::black);
    palette.setColor(QPalette::WindowText, Qt::white);
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::Text, Qt::yellow);
    palette.setColor(QPalette::Highlight, Qt::cyan);
    QCOMPARE(themeColor(ColorRole::Text2, palette), QColor(Qt::yellow));
    QCOMPARE(themeColor(ColorRole::DangerSoft, palette), QColor(Qt::black));
    QCOMPARE(themeColor(ColorRole::Focus, palette), QColor(Qt::cyan));
}

void TestTheme::sizes_followTheBaseFont()
{
    QFont base;
    base.setPixelSize(13);
    QCOMPARE(themeFont(TextSize::Title, true, base).pixelSize(), 20);
    QCOMPARE(themeFont(TextSize::Card, true, base).pixelSize(), 16);
    QCOMPARE(themeFont(TextSize::Small, false, base).pixelSize(), 12);
    QCOMPARE(themeFont(TextSize::Tiny, false, base).pixelSize(), 11);
    base.setPixelSize(8);
    QCOMPARE(themeFont(TextSize::Tiny, false, base).pixelSize(), 10);
}

void TestTheme::styleSheet_leavesNoPlaceholderEmpty()
{
    QFETCH(bool, dark);
    const QString sheet = styleSheetFor(themePalette(dark), QFont());
    QVERIFY(sheet.contains(themeColor(ColorRole::AccentPressed, themePalette(dark)).name()));
    QVERIFY(!sheet.contains(QLatin1Char('@')));
    static const QRegularExpression empty(QStringLiteral("(: ;|: px|solid ;)"));
    QVERIFY2(!empty.match(sheet).hasMatch(), qPrintable(empty.match(sheet).captured()));
}

void TestTheme::darkness_isKnownBeneathAStyleSheet()
{
    QPalette styled = themePalette(false);
    styled.setColor(QPalette::Window, Qt::black);
    styled.setColor(QPalette::WindowText, Qt::white);
    QVERIFY(!isDark(styled));
    QVERIFY(isDark(themePalette(true)));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
