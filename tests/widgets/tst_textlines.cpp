// SPDX-License-Identifier: GPL-3.0-or-later
#include "textlines.h"

#include <QImage>
#include <QPainter>
#include <QTest>

class TestTextLines : public QObject
{
    Q_OBJECT

private slots:
    void width_isWhatTheMetricsSay_data();
    void width_isWhatTheMetricsSay();
    void shortText_takesItsOwnWidth();
    void longText_isCutToTheArea();
    void lines_beginAtTheirSide();
    void struckText_hasOneLineThroughIt();
    void nothing_isPaintedWhereThereIsNoRoom();

private:
    /// What `text` looks like in an area of 100 by 20 that has 10 pixels of margin around it.
    QImage painted(TextLines &lines, const QString &text, int face = 0, const QRect &area = QRect(10, 10, 100, 20));
    /// The columns from the first to the last that anything is painted in; both -1 where nothing is.
    std::pair<int, int> inkOf(const QImage &image) const;

    int m_taken = 0; ///< what the last painting said
    QFont m_font;
};

QImage TestTextLines::painted(TextLines &lines, const QString &text, int face, const QRect &area)
{
    QImage image(120, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    m_taken = lines.paint(painter, area, text, face, Qt::black);
    return image;
}

std::pair<int, int> TestTextLines::inkOf(const QImage &image) const
{
    std::pair<int, int> ink(-1, -1);
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (qGray(image.pixel(x, y)) > 200)
                continue;
            if (ink.first < 0)
                ink.first = x;
            ink.second = x;
        }
    }
    return ink;
}

void TestTextLines::width_isWhatTheMetricsSay_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("name") << QStringLiteral("Kenji Watanabe +2");
    QTest::newRow("time") << QStringLiteral("10:45");
    QTest::newRow("leaning letters") << QStringLiteral("Wolf");
    QTest::newRow("from right to left") << QString::fromUtf8("דניאל לוי");
    QTest::newRow("empty") << QString();
}

void TestTextLines::width_isWhatTheMetricsSay()
{
    QFETCH(QString, text);
    TextLines lines({m_font}, Qt::LeftToRight, Qt::LeftToRight);
    const int overhang = lines.width(text, 0) - QFontMetrics(m_font).horizontalAdvance(text); // of a leaning last letter
    QVERIFY2(overhang >= 0 && overhang <= 1, qPrintable(QString::number(overhang)));
}

void TestTextLines::shortText_takesItsOwnWidth()
{
    TextLines lines({m_font}, Qt::LeftToRight, Qt::LeftToRight);
    const QImage first = painted(lines, QStringLiteral("Ana"));
    QCOMPARE(m_taken, lines.width(QStringLiteral("Ana"), 0));
    QCOMPARE(painted(lines, QStringLiteral("Ana")), first);
}

void TestTextLines::longText_isCutToTheArea()
{
    TextLines lines({m_font}, Qt::LeftToRight, Qt::LeftToRight);
    const QString text = QStringLiteral("A name that is much longer than the room there is for it");
    const auto [left, right] = inkOf(painted(lines, text));
    QVERIFY(m_taken <= 100);
    QVERIFY(left >= 9);
    QVERIFY(right <= 110);
    painted(lines, text, 0, QRect(10, 10, 50, 20));
    QVERIFY(m_taken <= 50);
    painted(lines, text); // not what was cut for less room
    QVERIFY(m_taken > 50);
}

void TestTextLines::lines_beginAtTheirSide()
{
    TextLines toTheRight({m_font}, Qt::LeftToRight, Qt::LayoutDirectionAuto);
    TextLines toTheLeft({m_font}, Qt::RightToLeft, Qt::LayoutDirectionAuto);
    QVERIFY(inkOf(painted(toTheRight, QStringLiteral("Ana"))).first < 20);
    QVERIFY(inkOf(painted(toTheLeft, QStringLiteral("Ana"))).second > 100);
}

void TestTextLines::struckText_hasOneLineThroughIt()
{
    TextLines lines({m_font, struck(m_font)}, Qt::LeftToRight, Qt::LeftToRight);
    const QString blanks = QStringLiteral("i  i");
    const int middle = 10 + lines.width(blanks, 0) / 2;
    const auto inkIn = [middle](const QImage &image) {
        int ink = 0;
        for (int y = 0; y < image.height(); ++y)
            ink += qGray(image.pixel(middle, y)) < 200 ? 1 : 0;
        return ink;
    };
    QCOMPARE(inkIn(painted(lines, blanks, 0)), 0);
    QCOMPARE(inkIn(painted(lines, blanks, 1)), 1);
}

void TestTextLines::nothing_isPaintedWhereThereIsNoRoom()
{
    TextLines lines({m_font}, Qt::LeftToRight, Qt::LeftToRight);
    QCOMPARE(inkOf(painted(lines, QStringLiteral("Ana"), 0, QRect(10, 10, 1, 20))), std::pair(-1, -1));
    QCOMPARE(m_taken, 0);
    QCOMPARE(inkOf(painted(lines, QString())), std::pair(-1, -1));
}

QTEST_MAIN(TestTextLines)
#include "tst_textlines.moc"
