// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookinglink.h"

#include <QUrlQuery>

QUrl withTrackingToken(QUrl bookingUrl, const QString &token)
{
    QUrlQuery query(bookingUrl);
    const QString key = QStringLiteral("utm_content");
    query.removeAllQueryItems(key);
    query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(token)));
    bookingUrl.setQuery(query);
    return bookingUrl;
}
