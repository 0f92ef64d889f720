// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover.h"

#include <QtEndian>

namespace {

constexpr qsizetype prefixBytes = 4;

}

std::optional<QByteArray> handOverBytes(const QStringList &words)
{
    QByteArray body;
    for (const QString &word : words) {
        if (word.contains(QChar(u'\0')))
            return std::nullopt;
        body += word.toUtf8() + '\0';
    }
    if (body.size() > longestHandOver)
        return std::nullopt;
    QByteArray bytes(prefixBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(body.size()), bytes.data());
    return bytes + body;
}

ReadHandOver readHandOver(const QByteArray &received)
{
    if (received.size() < prefixBytes)
        return {};
    const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(received.constData()));
    if (length > longestHandOver || received.size() > prefixBytes + length)
        return {HandOverState::Refused, {}};
    if (received.size() < prefixBytes + length)
        return {};
    const QByteArray body = received.mid(prefixBytes);
    if (!body.isEmpty() && !body.endsWith('\0'))
        return {HandOverState::Refused, {}};
    QStringList words;
    for (const QByteArray &word : body.split('\0'))
        words.append(QString::fromUtf8(word));
    words.removeLast(); // what follows the last zero
    return {HandOverState::Whole, words};
}
