// SPDX-License-Identifier: GPL-3.0-or-later
#include "accesstokensjson.h"

#include "generation.h"
#include "visibleascii.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace {

constexpr int version = 1;

QString ascii(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

QDateTime readTime(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace

QString toItemText(const AccessTokens &tokens)
{
    QJsonObject item{{QStringLiteral("version"), version},
                     {QStringLiteral("generation"), tokens.generation},
                     {QStringLiteral("access_token"), QString::fromLatin1(tokens.accessToken)},
                     {QStringLiteral("owner"), ascii(tokens.owner)},
                     {QStringLiteral("organization"), ascii(tokens.organization)},
                     {QStringLiteral("scopes"), QJsonArray::fromStringList(tokens.scopes)}};
    if (!tokens.refreshToken.isEmpty())
        item.insert(QStringLiteral("refresh_token"), QString::fromLatin1(tokens.refreshToken));
    if (!tokens.expiresAt.isNull())
        item.insert(QStringLiteral("expires_at"), tokens.expiresAt.toUTC().toString(Qt::ISODateWithMs));
    if (tokens.lifetime.count() > 0)
        item.insert(QStringLiteral("expires_in"), qint64(tokens.lifetime.count()));
    return QString::fromUtf8(QJsonDocument(item).toJson(QJsonDocument::Compact));
}

Result<AccessTokens> fromItemText(const QString &text)
{
    const QJsonObject item = QJsonDocument::fromJson(text.toUtf8()).object();
    const AccessTokens tokens{
        .accessToken = item.value(QLatin1String("access_token")).toString().toUtf8(),
        .refreshToken = item.value(QLatin1String("refresh_token")).toString().toUtf8(),
        .expiresAt = readTime(item.value(QLatin1String("expires_at"))),
        .lifetime = std::chrono::seconds(std::max(0, item.value(QLatin1String("expires_in")).toInt())),
        .owner = QUrl(item.value(QLatin1String("owner")).toString()),
        .organization = QUrl(item.value(QLatin1String("organization")).toString()),
        .scopes = item.value(QLatin1String("scopes")).toVariant().toStringList(),
        .generation = item.value(QLatin1String("generation")).toInt(),
    };
    const bool isWhole = item.value(QLatin1String("version")).toInt() == version && tokens.generation > 0 && tokens.generation <= highestGeneration
        && isVisibleAscii(tokens.accessToken)
        && (tokens.refreshToken.isEmpty() || (isVisibleAscii(tokens.refreshToken) && tokens.expiresAt.isValid()));
    if (!isWhole)
        return Unexpected(Error{.kind = Error::Kind::Storage,
                                .message = QStringLiteral("What the keychain holds is not a sign-in of this program")});
    return tokens;
}
