// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylesheet.h"
#include "valuelabel.h"

#include <QApplication>
#include <QTest>

/// A value of the card that is a link.
class TestValueLabel : public QObject
{
    Q_OBJECT

private slots:
    void aLinkIsReadableAlsoAfterTheColorsChanged()
    {
        QApplication::setPalette(themePalette(false));
        ValueLabel label(QStringLiteral("WWWWWWWW"));
        QFont font = label.font();
        font.setPixelSize(40); // so that letters have a ground of their own
        label.setFont(font);
        label.setLink(QStringLiteral("Write mail"));
        QVERIFY(shows(label, themePalette(false).color(QPalette::Link)));
        QApplication::setPalette(themePalette(true));
        QTRY_VERIFY(shows(label, themePalette(true).color(QPalette::Link)));
        QVERIFY(!shows(label, themePalette(false).color(QPalette::Link)));
    }

private:
    static bool shows(QWidget &widget, const QColor &color)
    {
        const QImage image = widget.grab().toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == color)
                    return true;
            }
        }
        return false;
    }
};

QTEST_MAIN(TestValueLabel)
#include "tst_valuelabel.moc"
