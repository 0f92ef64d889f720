// SPDX-License-Identifier: GPL-3.0-or-later
#include "choicebox.h"
#include "owndirection.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <QStyledItemDelegate>
#include <QTest>

/// Words that are painted in layouts of both directions.
class TestOwnDirection : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

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

    void whatIsChosenKeepsItsOrderInEveryLayout()
    {
        QCOMPARE(ink(chosen(Qt::RightToLeft), Qt::RightToLeft), ink(chosen(Qt::LeftToRight), Qt::LeftToRight));
    }

    void whatCanBeChosenKeepsItsOrderInEveryLayout()
    {
        QCOMPARE(ink(offered(Qt::RightToLeft), Qt::RightToLeft), ink(offered(Qt::LeftToRight), Qt::LeftToRight));
    }

    void theFenceIsThereOnlyWhereItIsNeeded()
    {
        const QString english = QStringLiteral("30 min intro");
        const QString hebrew = QStringLiteral("3 ברצף");
        QCOMPARE(inOwnDirection(english, Qt::LeftToRight), english);
        QCOMPARE(inOwnDirection(hebrew, Qt::RightToLeft), hebrew);
        QVERIFY(inOwnDirection(english, Qt::RightToLeft) != english);
        QVERIFY(inOwnDirection(hebrew, Qt::LeftToRight) != hebrew);
    }

private:
    static constexpr int wide = 400;
    static constexpr int edge = 4; // frame and focus

    static QImage chosen(Qt::LayoutDirection direction)
    {
        QGuiApplication::setLayoutDirection(direction); // what painters of widgets go by
        ChoiceBox box;
        box.setStyleSheet(QStringLiteral("QComboBox { border: 1px solid gray; padding: 0 7px; }")); // styled boxes paint by other ways
        box.setFont(font());
        box.addItem(QStringLiteral("30 min intro"));
        box.resize(wide, 40);
        return box.grab().toImage();
    }

    static QImage offered(Qt::LayoutDirection direction)
    {
        ChoiceBox box;
        box.addItem(QStringLiteral("30 min intro"));
        QImage image(wide, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setLayoutDirection(direction);
        QStyleOptionViewItem option;
        option.font = font();
        option.rect = image.rect();
        option.direction = direction;
        option.displayAlignment = QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter);
        option.state = QStyle::State_Enabled;
        box.itemDelegate()->paint(&painter, option, box.model()->index(0, 0));
        return image;
    }

    /// The words alone, in the half where the layout begins.
    static QImage ink(const QImage &image, Qt::LayoutDirection direction)
    {
        const int left = direction == Qt::RightToLeft ? wide / 2 : edge;
        const auto isInk = [&image](int x, int y) { return qGray(image.pixel(x, y)) < 100; };
        QRect words;
        for (int y = edge; y < image.height() - edge; ++y) {
            for (int x = left; x < left + wide / 2 - edge; ++x) {
                if (isInk(x, y))
                    words |= QRect(x, y, 1, 1);
            }
        }
        QImage inked(words.size(), QImage::Format_Mono);
        for (int y = 0; y < words.height(); ++y) {
            for (int x = 0; x < words.width(); ++x)
                inked.setPixel(x, y, isInk(words.left() + x, words.top() + y) ? 1 : 0);
        }
        return inked;
    }

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
