// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkrequest.h"

#include "plaintext.h"

#include <QUrl>
#include <QUrlQuery>

namespace {

constexpr qsizetype longestAddress = 2048;
constexpr int longestSlug = 100;
constexpr int longestLabel = 200; // as the fields for one

} // namespace

std::optional<LinkRequest> linkRequestFrom(const QString &address)
{
    if (address.size() > longestAddress)
        return std::nullopt;
    const QUrl url(address, QUrl::StrictMode);
    if (url.scheme() != QLatin1String(SUNDIAL_URI_SCHEME) || url.authority() != QLatin1String("link"))
        return std::nullopt;
    const QString label = QUrlQuery(url).queryItemValue(QStringLiteral("label"), QUrl::FullyDecoded);
    return LinkRequest{.slug = oneLine(url.path(QUrl::FullyDecoded).mid(1), longestSlug), .label = oneLine(label, longestLabel)};
}
