// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagereader.h"

#include "incomplete.h"
#include "jsonreader.h"

#include <QJsonArray>
#include <QSet>

#include <memory>

namespace {

constexpr qsizetype longestPageToken = 4096;
constexpr qsizetype mostRows = 10000; ///< of a page; open times of a month, one for each five minutes, are 8,928
constexpr qint64 bytesOfValue = 32; ///< of a value in memory, beside its text

/// About what `value` takes in memory, which for a row of small numbers is far more than its text. The parser does not
/// allow it to be nested deeper than this can follow.
qint64 weightOf(const QJsonValue &value)
{
    qint64 weight = bytesOfValue;
    if (value.isString()) {
        weight += 2 * value.toString().size();
    } else if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue item : items)
            weight += weightOf(item);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field)
            weight += bytesOfValue + 2 * field.key().size() + weightOf(field.value());
    }
    return weight;
}

/// Empty where no page follows, null where that is not told.
std::optional<QString> nextTokenFrom(const QJsonObject &pagination)
{
    const QJsonValue token = pagination.value(QLatin1String("next_page_token"));
    const QJsonValue next = pagination.value(QLatin1String("next_page"));
    if (!token.isUndefined() && !token.isNull() && !token.isString())
        return std::nullopt;
    if (!token.toString().isEmpty())
        return token.toString();
    const QString ofNext = QUrlQuery(QUrl(next.toString())).queryItemValue(QStringLiteral("page_token"), QUrl::FullyDecoded);
    const bool isTold = !ofNext.isEmpty() || !token.isUndefined() || next.isNull();
    return isTold ? std::optional(ofNext) : std::nullopt;
}

/// A listing under way.
class Walk : public std::enable_shared_from_this<Walk>
{
public:
    using Then = std::function<void(const Result<RawListing> &listing)>;

    Walk(RestClient &client, CollectionQuery what, QObject *context, Then then)
        : m_client(client)
        , m_what(std::move(what))
        , m_context(context)
        , m_then(std::move(then))
    {
    }

    void ask(const QString &token)
    {
        QUrlQuery query = m_what.query;
        if (!token.isEmpty())
            query.addQueryItem(QStringLiteral("page_token"), QString::fromLatin1(QUrl::toPercentEncoding(token)));
        ++m_pages;
        m_client.get(m_what.path, query, m_what.urgency, m_context,
                     [walk = shared_from_this()](const Result<QJsonObject> &answer) { walk->take(answer); });
    }

private:
    void take(const Result<QJsonObject> &answer)
    {
        const Result<RawPage> page = answer ? rawPageFrom(*answer) : Unexpected(answer.error());
        if (!page)
            return m_pages == 1 ? m_then(Unexpected(page.error())) : end(page.error());
        add(*page);
        if (page->nextPageToken.isEmpty())
            return end(m_what.isPaged ? page->flaw : std::nullopt);
        const RestLimits limits = m_client.limits();
        if (m_tokens.contains(page->nextPageToken))
            return end(incomplete(QStringLiteral("The same page was named twice.")));
        if (m_pages >= limits.pages || m_weight >= limits.listingBytes)
            return end(incomplete(QStringLiteral("The list is too long.")));
        m_tokens.insert(page->nextPageToken);
        ask(page->nextPageToken);
    }

    void add(const RawPage &page)
    {
        m_listing.notObjects += page.notObjects;
        for (const QJsonObject &item : page.items) {
            const QString uri = item.value(QLatin1String("uri")).toString();
            if (!uri.isEmpty() && m_uris.contains(uri))
                continue;
            m_uris.insert(uri);
            m_listing.items.append(item);
            m_weight += weightOf(item);
        }
    }

    void end(const std::optional<Error> &flaw)
    {
        m_listing.flaw = flaw;
        m_then(m_listing);
    }

    RestClient &m_client; // calls back only while it lives
    CollectionQuery m_what;
    QObject *m_context;
    Then m_then;
    RawListing m_listing;
    QSet<QString> m_tokens;
    QSet<QString> m_uris;
    qint64 m_weight = 0;
    int m_pages = 0;
};

} // namespace

Result<RawPage> rawPageFrom(const QJsonObject &json)
{
    const QJsonValue collection = json.value(QLatin1String("collection"));
    if (!collection.isArray())
        return Unexpected(fieldError(QStringLiteral("collection")));
    RawPage page;
    QSet<QString> uris;
    const QJsonArray rows = collection.toArray();
    if (rows.size() > mostRows)
        return Unexpected(fieldError(QStringLiteral("collection")));
    for (const QJsonValue value : rows) {
        const QJsonObject item = value.toObject();
        const QString uri = item.value(QLatin1String("uri")).toString();
        if (!value.isObject()) {
            ++page.notObjects;
        } else if (uri.isEmpty() || !uris.contains(uri)) {
            uris.insert(uri);
            page.items.append(item);
        }
    }
    const std::optional<QString> next = nextTokenFrom(json.value(QLatin1String("pagination")).toObject());
    if (!next)
        page.flaw = incomplete(QStringLiteral("It is not told whether another page follows."));
    page.nextPageToken = next.value_or(QString());
    if (page.nextPageToken.size() > longestPageToken)
        return Unexpected(fieldError(QStringLiteral("next_page_token")));
    return page;
}

void readRawListing(RestClient &client, const CollectionQuery &what, QObject *context,
                    std::function<void(const Result<RawListing> &listing)> then)
{
    std::make_shared<Walk>(client, what, context, std::move(then))->ask({});
}
