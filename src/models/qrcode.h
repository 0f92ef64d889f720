// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBitArray>
#include <QByteArray>
#include <QImage>
#include <QString>

#include <optional>

/// A QR code as squares, without the light border that readers need around it.
struct QrCode
{
    int side = 0; ///< squares
    QBitArray dark; ///< row after row
    bool isDark(int x, int y) const { return dark.testBit(y * side + x); }
};

constexpr int qrBorder = 4; ///< squares of light around the code

/// Nothing where `text` is empty, or too long for any code.
std::optional<QrCode> qrCodeFor(const QString &text);

/// Black on white with its border, each square `pixels` wide: sharp at any scale.
QImage qrImage(const QrCode &code, int pixels);
/// The same for a picture at least `side` pixels wide.
QImage qrImageOf(const QrCode &code, int side);
QByteArray qrPng(const QrCode &code);
QByteArray qrSvg(const QrCode &code, const QString &title); ///< `title` is for screen readers; foreign text
