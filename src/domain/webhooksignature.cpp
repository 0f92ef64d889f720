// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhooksignature.h"

#include <QCryptographicHash>
#include <QList>
#include <QMessageAuthenticationCode>

namespace {

constexpr qsizetype hexDigits = 64; ///< of a SHA-256

/// The parts of `t=…,v1=…`.
struct Header
{
    QByteArray time; ///< as it was written, since that is what was signed
    QList<QByteArray> signatures; ///< lower case
};

bool isHex(const QByteArray &text)
{
    return text.size() == hexDigits && QByteArray::fromHex(text).toHex() == text;
}

Header headerFrom(QByteArray text)
{
    if (const qsizetype colon = text.indexOf(':'); colon >= 0)
        text = text.mid(colon + 1);
    Header header;
    const QList<QByteArray> parts = text.split(',');
    for (const QByteArray &part : parts) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = part.left(equals).trimmed().toLower();
        const QByteArray value = part.mid(equals + 1).trimmed();
        if (equals > 0 && name == "t")
            header.time = value;
        else if (equals > 0 && name == "v1" && isHex(value.toLower()))
            header.signatures.append(value.toLower());
    }
    return header;
}

/// Takes as long for one difference as for many.
bool isSame(const QByteArray &one, const QByteArray &other)
{
    if (one.size() != other.size())
        return false;
    unsigned char differences = 0;
    for (qsizetype at = 0; at < one.size(); ++at)
        differences |= static_cast<unsigned char>(one.at(at) ^ other.at(at));
    return differences == 0;
}

bool isSigned(const QByteArray &body, const Header &header, const QByteArray &key)
{
    const QByteArray wanted
        = QMessageAuthenticationCode::hash(header.time + '.' + body, key, QCryptographicHash::Sha256).toHex();
    bool matches = false;
    for (const QByteArray &signature : header.signatures)
        matches = isSame(signature, wanted) || matches;
    return matches;
}

QByteArray withoutLastBreak(QByteArray body)
{
    if (body.endsWith('\n'))
        body.chop(body.endsWith("\r\n") ? 2 : 1);
    return body;
}

} // namespace

SignatureCheck checkSignature(const QByteArray &body, const QByteArray &header, const QByteArray &key, const QDateTime &now)
{
    const Header parts = headerFrom(header);
    bool isNumber = false;
    const qint64 seconds = parts.time.toLongLong(&isNumber);
    if (!isNumber || seconds < 0 || parts.signatures.isEmpty())
        return {};
    SignatureCheck check;
    check.signedAt = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    if (!isSigned(body, parts, key) && !isSigned(withoutLastBreak(body), parts, key))
        check.verdict = SignatureCheck::Verdict::Wrong;
    else if (check.signedAt.addDuration(oldestSignature) < now)
        check.verdict = SignatureCheck::Verdict::TooOld;
    else
        check.verdict = SignatureCheck::Verdict::Valid;
    return check;
}
