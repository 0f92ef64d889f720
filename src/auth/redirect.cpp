// SPDX-License-Identifier: GPL-3.0-or-later
#include "redirect.h"

#include <QHash>
#include <QStringDecoder>

#include <algorithm>

namespace {

constexpr qsizetype longest = 8 * 1024;

/// Without a path a browser asks for "/".
QString pathOf(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyEncoded);
    return path.isEmpty() && !url.host().isEmpty() ? QStringLiteral("/") : path;
}

bool goesTo(const QUrl &url, const QUrl &registered)
{
    return url.isValid() && url.scheme() == registered.scheme() && url.host() == registered.host()
        && url.port() == registered.port() && pathOf(url) == pathOf(registered) && url.userInfo().isEmpty();
}

/// Undoes application/x-www-form-urlencoded, where a plus is a blank.
std::optional<QByteArray> decoded(QByteArray text)
{
    const QByteArray plain = QByteArray::fromPercentEncoding(text.replace('+', ' '));
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (std::any_of(plain.begin(), plain.end(), isControl))
        return std::nullopt;
    QStringDecoder decode(QStringDecoder::Utf8);
    [[maybe_unused]] const QString read = decode(plain); // errors show while it is decoded
    if (decode.hasError())
        return std::nullopt;
    return plain;
}

} // namespace

std::optional<Redirect> readRedirect(const QUrl &url, const QUrl &registered)
{
    if (!goesTo(url, registered))
        return std::nullopt;
    const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    if (query.size() > longest)
        return std::nullopt;
    QHash<QByteArray, QByteArray> values;
    const QByteArrayList pairs = query.split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        const auto name = decoded(equals < 0 ? pair : pair.left(equals));
        const auto value = decoded(equals < 0 ? QByteArray() : pair.mid(equals + 1));
        if (!name || !value || values.contains(*name))
            return std::nullopt;
        values.insert(*name, *value);
    }
    return Redirect{values.value("state"), values.value("code"), values.value("error")};
}
