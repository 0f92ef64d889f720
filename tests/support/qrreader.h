// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <zbar.h>

/// What a reader of somebody else's finds in the picture; empty where it finds no QR code.
inline QString readQr(const QImage &picture)
{
    const QImage gray = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray pixels;
    for (int y = 0; y < gray.height(); ++y)
        pixels.append(reinterpret_cast<const char *>(gray.constScanLine(y)), gray.width());
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::Image image(static_cast<unsigned>(gray.width()), static_cast<unsigned>(gray.height()), "Y800", pixels.constData(), static_cast<unsigned long>(pixels.size()));
    if (scanner.scan(image) != 1)
        return {};
    return QString::fromStdString(image.symbol_begin()->get_data());
}
