// SPDX-License-Identifier: GPL-3.0-or-later
#include "owndirection.h"

#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QTest>

/// Words that are painted in layouts of both directions.
class TestOwnDirection : public QObject
{
    Q_OBJECT

private slots:
    void wordsKeepTheirOrderInEveryLayout_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("English") << QStringLiteral("3 in a row, no break");
        QTest::newRow("hours") << QStringLiteral("00:00–08:00, no meetings");
        QTest::newRow("Hebrew") << QStringLiteral("3 ברצף");
    }
    void wordsKeepTheirOrderInEveryLayout()
    {
        QFETCH(QString, text);
        const int width = QFontMetrics(font()).horizontalAdvance(text);
        QCOMPARE(painted(text, Qt::RightToLeft, width), painted(text, Qt::LeftToRight, width));
    }

    void theyStandAtTheBeginOfTheLayout()
    {
        const QString text = QStringLiteral("3 in a row");
        const int width = QFontMetrics(font()).horizontalAdvance(text);
        const QImage image = painted(text, Qt::RightToLeft, width * 3);
        QCOMPARE(image.copy(0, 0, width, image.height()), painted(QString(), Qt::RightToLeft, width));
        QVERIFY(image.copy(width * 2, 0, width, image.height()) != painted(QString(), Qt::RightToLeft, width));
    }

private:
    /// Letters stand on whole pixels, so that the same words make the same picture everywhere.
    static QFont font()
    {
        QFont font;
        font.setPixelSize(16);
        font.setHintingPreference(QFont::PreferFullHinting);
        font.setStyleStrategy(QFont::NoAntialias);
        return font;
    }

    static QImage painted(const QString &text, Qt::LayoutDirection direction, int width)
    {
        QImage image(width, 30, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(font());
        painter.setLayoutDirection(direction);
        drawInOwnDirection(painter, image.rect(), text);
        return image;
    }
};

QTEST_MAIN(TestOwnDirection)
#include "tst_owndirection.moc"
