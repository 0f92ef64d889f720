// SPDX-License-Identifier: GPL-3.0-or-later
#include "qrcode.h"

#include <QBuffer>
#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace {

constexpr int savedSide = 1024; // pixels, for print

struct Free
{
    void operator()(QRcode *code) const { QRcode_free(code); }
};

} // namespace

std::optional<QrCode> qrCodeFor(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty())
        return std::nullopt;
    // With much to say there is less room to mend what is spoiled.
    for (const QRecLevel level : {QR_ECLEVEL_M, QR_ECLEVEL_L}) {
        const std::unique_ptr<QRcode, Free> made(QRcode_encodeData(static_cast<int>(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.constData()), 0, level));
        if (!made)
            continue;
        QrCode code{.side = made->width, .dark = QBitArray(made->width * made->width)};
        for (int i = 0; i < code.dark.size(); ++i)
            code.dark.setBit(i, made->data[i] & 1);
        return code;
    }
    return std::nullopt;
}

QImage qrImage(const QrCode &code, int pixels)
{
    const int whole = (code.side + 2 * qrBorder) * pixels;
    QImage image(whole, whole, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int y = 0; y < code.side; ++y) {
        for (int x = 0; x < code.side; ++x) {
            if (code.isDark(x, y))
                painter.fillRect((x + qrBorder) * pixels, (y + qrBorder) * pixels, pixels, pixels, Qt::black);
        }
    }
    return image;
}

QImage qrImageOf(const QrCode &code, int side)
{
    const int squares = code.side + 2 * qrBorder;
    return qrImage(code, (side + squares - 1) / squares);
}

QByteArray qrPng(const QrCode &code)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    qrImageOf(code, savedSide).save(&buffer, "PNG");
    return png;
}

QByteArray qrSvg(const QrCode &code, const QString &title)
{
    // One square of the code is one unit; dark ones side by side are one stroke.
    QString path;
    for (int y = 0; y < code.side; ++y) {
        for (int x = 0; x < code.side; ++x) {
            const int from = x;
            while (x < code.side && code.isDark(x, y))
                ++x;
            if (x > from)
                path += QStringLiteral("M%1 %2h%3v1h-%3z").arg(from + qrBorder).arg(y + qrBorder).arg(x - from);
        }
    }
    const int whole = code.side + 2 * qrBorder;
    return QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %1\" width=\"%2\" height=\"%2\" shape-rendering=\"crispEdges\" role=\"img\">\n"
                          "<title>%3</title>\n<path fill=\"#fff\" d=\"M0 0h%1v%1h-%1z\"/>\n<path fill=\"#000\" d=\"%4\"/>\n</svg>\n")
        .arg(QString::number(whole), QString::number(savedSide), title.toHtmlEscaped(), path)
        .toUtf8();
}
