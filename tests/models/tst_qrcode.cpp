// SPDX-License-Identifier: GPL-3.0-or-later
#include "qrcode.h"
#include "qrreader.h"

#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

namespace {

const QString address = QStringLiteral("https://calendly.com/d/abc-123?utm_content=sd-1&name=Zo%C3%AB%20%26%20Co");

} // namespace

/// QR codes, as a reader of somebody else's sees them.
class TestQrCode : public QObject
{
    Q_OBJECT

private slots:
    void aReaderFindsTheAddress_data()
    {
        QTest::addColumn<int>("pixels");
        QTest::newRow("small") << 2;
        QTest::newRow("as shown") << 6;
        QTest::newRow("large") << 24;
    }
    void aReaderFindsTheAddress()
    {
        QFETCH(int, pixels);
        const std::optional<QrCode> code = qrCodeFor(address);
        QVERIFY(code);
        QCOMPARE(readQr(qrImage(*code, pixels)), address);
    }

    void theSavedPictureIsLargeAndSharp()
    {
        const std::optional<QrCode> code = qrCodeFor(address);
        const QImage png = QImage::fromData(qrPng(*code), "PNG");
        QVERIFY(png.width() >= 1024);
        QCOMPARE(readQr(png), address);
        const int square = png.width() / (code->side + 2 * qrBorder);
        QCOMPARE(png.width(), square * (code->side + 2 * qrBorder));
        for (int x = 0; x < png.width(); ++x) {
            QCOMPARE(png.pixel(x, 0), qRgb(255, 255, 255));
            const QRgb color = png.pixel(x, png.height() / 2);
            QVERIFY(color == qRgb(0, 0, 0) || color == qRgb(255, 255, 255));
        }
    }

    void theDrawingSaysTheSame()
    {
        const QByteArray svg = qrSvg(*qrCodeFor(address), QStringLiteral("<b>30 min</b> & more"));
        QVERIFY(svg.contains("<title>&lt;b&gt;30 min&lt;/b&gt; &amp; more</title>"));
        QSvgRenderer drawing(svg);
        QVERIFY(drawing.isValid());
        QImage picture(700, 700, QImage::Format_RGB32);
        picture.fill(Qt::darkGray); // what it lies on does not matter
        QPainter painter(&picture);
        drawing.render(&painter);
        painter.end();
        QCOMPARE(readQr(picture), address);
    }

    void anyTextIsThere()
    {
        const QString text = QStringLiteral("https://calendly.com/שלום?x=👋");
        QCOMPARE(readQr(qrImage(*qrCodeFor(text), 8)), text);
    }

    void whatIsTooLongIsSaid()
    {
        QVERIFY(qrCodeFor(QString(2900, QLatin1Char('a'))));
        QVERIFY(!qrCodeFor(QString(3000, QLatin1Char('a'))));
        QVERIFY(!qrCodeFor(QString()));
    }
};

QTEST_MAIN(TestQrCode)
#include "tst_qrcode.moc"
