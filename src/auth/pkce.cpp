// SPDX-License-Identifier: GPL-3.0-or-later
#include "pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace {

constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

Pkce freshPkce()
{
    const QByteArray verifier = randomText(32);
    return {verifier, pkceChallenge(verifier)};
}

QByteArray pkceChallenge(const QByteArray &verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(urlSafe);
}

QByteArray randomText(int bytes)
{
    QByteArray random;
    random.reserve(bytes);
    for (int i = 0; i < bytes; ++i)
        random.append(char(QRandomGenerator::system()->bounded(256)));
    return random.toBase64(urlSafe);
}

bool sameInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference = static_cast<unsigned char>(difference | (a.at(i) ^ b.at(i)));
    return difference == 0;
}
