// SPDX-License-Identifier: GPL-3.0-or-later
#include "decodedtext.h"

#include <QStringDecoder>

#include <array>

namespace {

/// Qt knows it only where it was built with ICU. It is Latin-1 but for these, from 0x80 on.
QString fromWindows1252(const QByteArray &bytes)
{
    static constexpr std::array<char16_t, 32> others{0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
                                                     0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                                                     0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0x80 + others.size())
            c = QChar(others.at(c.unicode() - 0x80));
    }
    return text;
}

} // namespace

DecodedText decodedText(const QByteArray &bytes)
{
    const std::optional<QStringConverter::Encoding> marked = QStringConverter::encodingForData(bytes);
    // Stateless: half a character at the end is an error, too.
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8), QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    if (marked || !decoder.hasError())
        return {text, false};
    return {fromWindows1252(bytes), true};
}
