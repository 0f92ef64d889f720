// SPDX-License-Identifier: GPL-3.0-or-later
#include "paging.h"

#include <QCborArray>
#include <QCborValue>
#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>

namespace sandbox {

namespace {

constexpr qsizetype signatureSize = 16;
const QString tokenField = QStringLiteral("page_token");

bool precedes(const QStringList &left, int leftId, const QStringList &right, int rightId, const QList<SortField> &sort)
{
    for (qsizetype i = 0; i < sort.size(); ++i) {
        const int order = left.value(i).compare(right.value(i));
        if (order != 0)
            return sort.at(i).descending ? order > 0 : order < 0;
    }
    return leftId < rightId;
}

QStringList keyWithId(const PageRow &row)
{
    return row.key + QStringList{QString::number(row.id)};
}

QJsonValue pageAddress(const ApiCall &call, const QString &token)
{
    if (token.isEmpty())
        return QJsonValue::Null;
    QUrlQuery query = call.request.query;
    query.removeAllQueryItems(tokenField);
    query.addQueryItem(tokenField, token);
    QUrl url = call.world.seed().apiBase;
    url.setPath(url.path() + call.request.path);
    url.setQuery(query);
    return QString::fromLatin1(url.toEncoded());
}

} // namespace

PageTokens::PageTokens()
    : m_secret(32, Qt::Uninitialized)
{
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(m_secret.data()), m_secret.size() / 4);
}

QString PageTokens::encode(const PageMark &mark, const ApiCall &call) const
{
    const QCborArray fields{mark.backwards, mark.view, QCborArray::fromStringList(mark.key)};
    const QByteArray payload = QCborValue(fields).toCbor();
    return QString::fromLatin1(
        (sign(payload, call) + payload).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<PageMark> PageTokens::decode(const QString &token, const ApiCall &call) const
{
    const auto bytes = QByteArray::fromBase64Encoding(
        token.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || (*bytes).size() <= signatureSize)
        return std::nullopt;
    const QByteArray payload = (*bytes).mid(signatureSize);
    if (sign(payload, call) != (*bytes).left(signatureSize))
        return std::nullopt;
    const QCborArray fields = QCborValue::fromCbor(payload).toArray();
    PageMark mark{.backwards = fields.at(0).toBool(), .view = fields.at(1).toInteger(), .key = {}};
    for (const QCborValue &part : fields.at(2).toArray())
        mark.key += part.toString();
    return mark;
}

QByteArray PageTokens::sign(const QByteArray &payload, const ApiCall &call) const
{
    auto items = call.request.query.queryItems(QUrl::FullyDecoded);
    items.removeIf([](const auto &item) { return item.first == tokenField; });
    std::sort(items.begin(), items.end());
    QByteArray text = call.request.path.toUtf8() + '\n' + QByteArray::number(call.caller.user);
    for (const auto &[name, value] : std::as_const(items))
        text += '\n' + name.toUtf8() + '=' + value.toUtf8();
    return QMessageAuthenticationCode::hash(payload + text, m_secret, QCryptographicHash::Sha256).left(signatureSize);
}

QString sortable(qint64 number)
{
    // the sign bit is turned round, so that text order is number order
    return QStringLiteral("%1").arg(quint64(number) ^ (quint64(1) << 63), 16, 16, QLatin1Char('0'));
}

PageSlice slicePage(QList<PageRow> rows, const QList<SortField> &sort, const PageSpec &spec)
{
    std::sort(rows.begin(), rows.end(), [&](const PageRow &left, const PageRow &right) {
        return precedes(left.key, left.id, right.key, right.id, sort);
    });
    qsizetype first = 0;
    qsizetype length = spec.count;
    if (spec.mark) {
        const QStringList &key = spec.mark->key;
        const int id = key.isEmpty() ? noId : key.constLast().toInt();
        // rows up to the marked one; where it is gone by now, its place
        const auto border = std::partition_point(rows.begin(), rows.end(), [&](const PageRow &row) {
            return spec.backwards() ? precedes(row.key, row.id, key, id, sort)
                                    : !precedes(key, id, row.key, row.id, sort);
        });
        first = border - rows.begin();
        if (spec.backwards()) {
            length = std::min(length, first);
            first -= length;
        }
    }
    return {.rows = rows.mid(first, length), .before = first > 0, .after = first + length < rows.size()};
}

HttpResponse pageAnswer(const ApiCall &call, const PageSpec &spec, const PageSlice &slice,
                        const std::function<QJsonObject(int id)> &write)
{
    QJsonArray collection;
    for (const PageRow &row : slice.rows)
        collection.append(write(row.id));

    const auto token = [&](bool wanted, bool backwards) {
        if (!wanted || slice.rows.isEmpty())
            return QString();
        const PageRow &row = backwards ? slice.rows.constFirst() : slice.rows.constLast();
        return call.tokens.encode({.backwards = backwards, .view = spec.view, .key = keyWithId(row)}, call);
    };
    const QString next = token(slice.after, false);
    const QString previous = token(slice.before, true);
    const auto orNull
        = [](const QString &text) { return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text); };
    const QJsonObject pagination{{QStringLiteral("count"), qint64(slice.rows.size())},
                                 {QStringLiteral("next_page"), pageAddress(call, next)},
                                 {QStringLiteral("previous_page"), pageAddress(call, previous)},
                                 {QStringLiteral("next_page_token"), orNull(next)},
                                 {QStringLiteral("previous_page_token"), orNull(previous)}};
    return HttpResponse::json(200,
                              {{QStringLiteral("collection"), collection}, {QStringLiteral("pagination"), pagination}});
}

} // namespace sandbox
