// SPDX-License-Identifier: GPL-3.0-or-later
#include "storedvalues.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <utility>

namespace {

constexpr char plain = 'j';
constexpr char compressed = 'z';
constexpr qsizetype compressFrom = 1024;
constexpr quint32 mostUnpacked = 64 * 1024 * 1024; // no answer that a resource came in was as long

template <typename Kind, std::size_t Count> using Words = std::array<std::pair<Kind, const char *>, Count>;

constexpr Words<Place::Kind, 12> placeWords{{
    {Place::Kind::None, "none"},
    {Place::Kind::Zoom, "zoom"},
    {Place::Kind::GoogleMeet, "google_meet"},
    {Place::Kind::Teams, "teams"},
    {Place::Kind::Webex, "webex"},
    {Place::Kind::GoToMeeting, "gotomeeting"},
    {Place::Kind::OutboundCall, "outbound_call"},
    {Place::Kind::InboundCall, "inbound_call"},
    {Place::Kind::Physical, "physical"},
    {Place::Kind::AskInvitee, "ask_invitee"},
    {Place::Kind::Custom, "custom"},
    {Place::Kind::Unknown, "unknown"},
}};

constexpr Words<EventType::Kind, 7> eventTypeWords{{
    {EventType::Kind::OneOnOne, "one_on_one"},
    {EventType::Kind::Group, "group"},
    {EventType::Kind::RoundRobin, "round_robin"},
    {EventType::Kind::Collective, "collective"},
    {EventType::Kind::MultiPool, "multi_pool"},
    {EventType::Kind::OneOff, "one_off"},
    {EventType::Kind::Poll, "poll"},
}};

template <typename Kind, std::size_t Count> QString wordIn(const Words<Kind, Count> &words, Kind kind)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto &word) { return word.first == kind; });
    return found == words.end() ? QStringLiteral("") : QString::fromLatin1(found->second);
}

template <typename Kind, std::size_t Count>
Kind kindIn(const Words<Kind, Count> &words, const QString &text, Kind otherwise)
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const auto &word) { return text == QLatin1String(word.second); });
    return found == words.end() ? otherwise : found->first;
}

} // namespace

QVariant toColumn(const QDateTime &instant)
{
    return instant.isValid() ? QVariant(instant.toMSecsSinceEpoch()) : QVariant();
}

QDateTime instantOf(const QVariant &column)
{
    return column.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC);
}

QString toColumn(const QUrl &url)
{
    return toColumn(url.toString(QUrl::FullyEncoded));
}

QUrl urlOf(const QVariant &column)
{
    return QUrl(column.toString());
}

QString toColumn(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

namespace {

/// Damage may announce gigabytes, for which qUncompress() would make room.
QByteArray uncompressed(const QByteArray &body)
{
    const bool isSane = body.size() >= qsizetype(sizeof(quint32)) && qFromBigEndian<quint32>(body.constData()) <= mostUnpacked;
    return isSane ? qUncompress(body) : QByteArray();
}

} // namespace

QByteArray packed(const QJsonObject &source)
{
    return packedJson(sourceJson(source));
}

QByteArray sourceJson(const QJsonObject &source)
{
    return QJsonDocument(source).toJson(QJsonDocument::Compact);
}

QByteArray packedJson(const QByteArray &json)
{
    if (json == "{}")
        return QByteArrayLiteral("");
    if (json.size() < compressFrom)
        return plain + json;
    return compressed + qCompress(json, 1); // the fastest level already halves it
}

QJsonObject unpacked(const QByteArray &stored)
{
    if (stored.isEmpty())
        return {};
    const QByteArray body = stored.mid(1);
    return QJsonDocument::fromJson(stored.front() == compressed ? uncompressed(body) : body).object();
}

QByteArray fingerprintOf(const QVariantList &columns, const QByteArray &json)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << columns << json;
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QString wordFor(Place::Kind kind)
{
    return wordIn(placeWords, kind);
}

Place::Kind placeKindOf(const QString &word)
{
    return kindIn(placeWords, word, Place::Kind::Unknown);
}

QString wordFor(EventType::Kind kind)
{
    return wordIn(eventTypeWords, kind);
}

EventType::Kind eventTypeKindOf(const QString &word)
{
    return kindIn(eventTypeWords, word, EventType::Kind::OneOnOne);
}

QString foldedEmail(const QString &email)
{
    return toColumn(email.trimmed().toCaseFolded());
}
