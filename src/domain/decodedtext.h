// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// What a text file says.
struct DecodedText
{
    QString text;
    bool isGuessed = false; ///< nothing told the encoding, and it is not UTF-8: read as Windows-1252, as spreadsheets write it
    bool operator==(const DecodedText &) const = default;
};

/// By the byte order mark where there is one, else UTF-8 where it is valid.
DecodedText decodedText(const QByteArray &bytes);
