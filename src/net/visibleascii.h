// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <algorithm>

/// Whether `text` is not empty and has nothing but the letters 0x21 to 0x7E: what a token may consist of (RFC 6750) and
/// what can be put into a header without adding lines to it.
inline bool isVisibleAscii(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}
