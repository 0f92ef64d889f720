// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkservice.h"

#include "linksapi.h"
#include "linktable.h"
#include "whilealive.h"

#include <QRandomGenerator>
#include <QUrlQuery>

#include <array>

namespace {

/// 128 random bits as 26 letters and digits (base 32 of RFC 4648, lower case): safe in any URL and in spreadsheets.
QString randomToken()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    static constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
    QString token;
    quint64 pool = 0;
    int bits = 0;
    for (const quint32 word : words) {
        pool = (pool << 32) | word;
        bits += 32;
        for (; bits >= 5; bits -= 5)
            token += QLatin1Char(alphabet[(pool >> (bits - 5)) & 31]);
    }
    token += QLatin1Char(alphabet[(pool << (5 - bits)) & 31]);
    return token;
}

/// Calendly gives utm_content back with the invitee who booked: that is how a link is known again.
QUrl tracked(QUrl bookingUrl, const QString &trackingToken)
{
    QUrlQuery query(bookingUrl);
    const QString key = QStringLiteral("utm_content");
    query.removeAllQueryItems(key);
    query.addQueryItem(key, trackingToken);
    bookingUrl.setQuery(query);
    return bookingUrl;
}

} // namespace

class LinkService::Private
{
public:
    Private(LinksApi &linksApi, LinkTable &linkTable, Clock presentTime)
        : api(linksApi)
        , table(linkTable)
        , clock(std::move(presentTime))
        , account(std::make_unique<QObject>())
    {
    }

    SchedulingLink linkFor(const EventType &type, const QString &label, const QUrl &bookingUrl) const;

    LinksApi &api;
    LinkTable &table;
    Clock clock;
    std::unique_ptr<QObject> account; ///< lives as long as the store belongs to the same account
};

LinkService::LinkService(LinksApi &api, LinkTable &table, Clock clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(api, table, std::move(clock)))
{
}

LinkService::~LinkService() = default;

void LinkService::singleUseLink(const EventType &type, const QString &label, QObject *context,
                                std::function<void(const Result<SchedulingLink> &)> then)
{
    d->api.singleUseLink(
        type.uri, this,
        [this, type, label, account = QPointer<QObject>(d->account.get()),
         tell = whileAlive<Result<SchedulingLink>>(context, std::move(then))](const Result<QUrl> &answer) {
            if (!answer)
                return tell(Unexpected(answer.error()));
            const SchedulingLink link = d->linkFor(type, label, *answer);
            if (account) {
                const Result<Done> written = d->table.add(link);
                if (written)
                    emit changed();
                else
                    emit ledgerFailed(written.error());
            }
            tell(link);
        });
}

Result<Done> LinkService::setLabel(const QString &id, const QString &label)
{
    const Result<Done> written = d->table.setLabel(id, label);
    if (written)
        emit changed();
    return written;
}

LinkService::Counts LinkService::counts(const QUrl &eventType) const
{
    const LinkTable::Counts counts = d->table.counts(eventType, d->clock());
    return {counts.open, counts.booked, counts.expiringSoon};
}

QList<SchedulingLink> LinkService::recent(int limit) const
{
    return d->table.links(limit);
}

void LinkService::forget()
{
    d->account = std::make_unique<QObject>();
    emit changed();
}

SchedulingLink LinkService::Private::linkFor(const EventType &type, const QString &label, const QUrl &bookingUrl) const
{
    SchedulingLink link;
    link.id = randomToken();
    link.trackingToken = QLatin1String("sd-") + randomToken();
    link.bookingUrl = tracked(bookingUrl, link.trackingToken);
    link.eventType = type.uri;
    link.eventTypeName = type.name;
    link.label = label;
    link.createdAt = clock();
    link.expiresAt = link.createdAt.addDays(singleUseLinkDays);
    return link;
}
