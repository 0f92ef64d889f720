// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip.h"

#include <QMenu>
#include <QTest>

class TestChip : public QObject
{
    Q_OBJECT

private slots:
    void size_followsWhatIsShown();
    void size_followsTheFont();
};

void TestChip::size_followsWhatIsShown()
{
    Chip chip;
    chip.setText(QStringLiteral("Host"));
    const int plain = chip.sizeHint().width();
    QCOMPARE(chip.sizeHint().width(), plain);

    chip.setText(QStringLiteral("Host: Kenji Watanabe"));
    const int longer = chip.sizeHint().width();
    QVERIFY(longer > plain);

    chip.setCheckable(true);
    chip.setChecked(true);
    QVERIFY(chip.sizeHint().width() > longer);
    chip.setChecked(false);
    QCOMPARE(chip.sizeHint().width(), longer);

    QMenu menu;
    chip.setMenu(&menu);
    QVERIFY(chip.sizeHint().width() > longer);
    chip.setMenu(nullptr);
    chip.setClosable(true);
    QVERIFY(chip.sizeHint().width() > longer);
}

void TestChip::size_followsTheFont()
{
    Chip chip;
    chip.setText(QStringLiteral("Host"));
    const QSize before = chip.sizeHint();
    QFont larger = chip.font();
    larger.setPointSizeF(larger.pointSizeF() * 2);
    chip.setFont(larger);
    QVERIFY(chip.sizeHint().width() > before.width());
    QVERIFY(chip.sizeHint().height() > before.height());
}

QTEST_MAIN(TestChip)
#include "tst_chip.moc"
