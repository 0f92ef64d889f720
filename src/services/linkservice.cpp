// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkservice.h"

#include "accountservice.h"
#include "bookinglink.h"
#include "linkbatch.h"
#include "linkledger.h"
#include "linkordertable.h"
#include "linksapi.h"
#include "linktable.h"
#include "pendingwrites.h"
#include "shareservice.h"
#include "whilealive.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>

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

QUrl userOf(const AccountService &service)
{
    const std::optional<Account> account = service.account();
    return account ? account->user.uri : QUrl();
}

} // namespace

class LinkService::Private
{
public:
    Private(LinksApi &linksApi, LinkTable &linkTable, AccountService &accountService, Clock presentTime)
        : api(linksApi)
        , table(linkTable)
        , orders(linkTable.orders())
        , ledger(linkTable.database(), [&accountService] { return userOf(accountService); })
        , writes(accountService.writes())
        , clock(std::move(presentTime))
        , account(std::make_unique<QObject>())
    {
    }

    Result<Done> announce(const LinkOrder &order);
    void noteFailure(const LinkOrder &order, const Error &error);
    SchedulingLink linkFor(const LinkOrder &order, const QUrl &bookingUrl, const QDateTime &made) const;
    Ask askPlain(const QUrl &eventType, Urgency urgency, QObject *context, Departure departure = {});

    LinksApi &api;
    LinkTable &table;
    LinkOrderTable orders;
    LinkLedger ledger;
    PendingWrites &writes;
    Clock clock;
    std::unique_ptr<LinkBatch> batch;
    std::unique_ptr<ShareService> shares;
    QSet<QString> beingAsked() const { return QSet<QString>(underWay.keyBegin(), underWay.keyEnd()); }

    QHash<QString, int> underWay; ///< links that are being asked for, each by its newest turn
    int turns = 0; ///< how often a link was asked for
    std::unique_ptr<QObject> account; ///< lives as long as the store belongs to the same account
};

LinkService::LinkService(LinksApi &api, LinkTable &table, AccountService &account, Clock clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(api, table, account, std::move(clock)))
{
    d->batch = std::make_unique<LinkBatch>(table, *this, d->clock);
    d->shares = std::make_unique<ShareService>(api.shares(), *this, table, d->writes, d->clock);
    connect(d->shares.get(), &ShareService::changed, this, &LinkService::changed);
}

LinkService::~LinkService() = default;

LinkOrder LinkService::orderFor(const EventType &type, const QString &label)
{
    LinkOrder order;
    order.link = randomToken();
    order.eventType = type.uri;
    order.eventTypeName = type.name;
    order.label = label;
    return order;
}

void LinkService::singleUseLink(const EventType &type, const QString &label, QObject *context,
                                std::function<void(const Result<SchedulingLink> &)> then)
{
    makeBy(orderFor(type, label), d->askPlain(type.uri, Urgency::Now, this), context, std::move(then));
}

void LinkService::makeBy(const LinkOrder &order, const Ask &ask, QObject *context, std::function<void(const Result<SchedulingLink> &)> then)
{
    if (const Result<Done> written = d->announce(order); !written)
        return answerLater<Result<SchedulingLink>>(context, std::move(then), Unexpected(written.error()));
    send(order, ask,
         [this, order, account = QPointer<QObject>(d->account.get()),
          tell = holding(d->writes.hold(PendingWrites::Kind::Link), whileAlive<Result<SchedulingLink>>(context, std::move(then)))](
             const Result<SchedulingLink> &link) {
             if (!link && account)
                 d->noteFailure(order, link.error());
             if (!link)
                 emit changed();
             tell(link);
         });
}

void LinkService::make(const LinkOrder &order, Departure departure, QObject *context, std::function<void(const Result<SchedulingLink> &)> then)
{
    // Held from when it leaves: what still waits for the rate limit can be stopped, so nobody is to wait for that.
    const auto hold = std::make_shared<PendingWrites::Hold>();
    const auto leave = [this, hold, departure = std::move(departure)] {
        const Result<Done> ready = departure();
        if (ready)
            *hold = d->writes.hold(PendingWrites::Kind::Link);
        return ready;
    };
    send(order, d->askPlain(order.eventType, Urgency::Background, this, leave),
         [hold, tell = whileAlive<Result<SchedulingLink>>(context, std::move(then))](const Result<SchedulingLink> &link) {
             hold->reset();
             tell(link);
         });
}

void LinkService::send(const LinkOrder &order, const Ask &ask, std::function<void(const Result<SchedulingLink> &)> then)
{
    // One that was taken back and handed over again ends twice; the first end is not that of the second turn.
    const int turn = ++d->turns;
    d->underWay.insert(order.link, turn);
    ask([this, order, turn, account = QPointer<QObject>(d->account.get()), then = std::move(then)](const Result<QUrl> &answer) {
        if (d->underWay.value(order.link) == turn)
            d->underWay.remove(order.link);
        if (!answer)
            return then(Unexpected(answer.error()));
        const SchedulingLink link = d->linkFor(order, *answer, d->clock());
        const Result<Done> written = account ? d->table.add(link) : Result<Done>(Done{});
        // Who wants the link waits for it; lists that show it follow.
        const QPointer<LinkService> self(this);
        then(link);
        if (!self || !account)
            return;
        if (written)
            emit changed();
        else
            emit ledgerFailed(written.error());
    });
}

QList<LinkOrder> LinkService::unanswered() const
{
    QList<LinkOrder> orders = d->orders.unanswered().value_or({});
    orders.removeIf([this](const LinkOrder &order) { return d->underWay.contains(order.link) || !order.batch.isEmpty(); });
    return orders;
}

Result<Done> LinkService::settle(const LinkOrder &order, const QUrl &bookingUrl)
{
    const Result<Done> written = bookingUrl.isEmpty() ? d->orders.remove({order.link}) : d->table.add(d->linkFor(order, bookingUrl, order.changedAt));
    if (written)
        emit changed();
    return written;
}

LinkBatch &LinkService::batch()
{
    return *d->batch;
}

ShareService &LinkService::shares() const
{
    return *d->shares;
}

Result<Done> LinkService::setLabel(const QString &id, const QString &label)
{
    const Result<Done> written = d->table.setLabel(id, label);
    if (written)
        emit changed();
    return written;
}

LinkTotals LinkService::totalsOf(const QUrl &eventType) const
{
    return d->ledger.totalsOf(eventType, d->clock());
}

QList<SchedulingLink> LinkService::recent(int limit) const
{
    return d->table.links(limit);
}

Result<QList<LinkEntry>> LinkService::entries(const LinkQuery &query) const
{
    return d->ledger.entries(query, d->clock(), d->beingAsked());
}

std::optional<LinkEntry> LinkService::entry(const QString &id) const
{
    return d->ledger.entry(id, d->clock());
}

LinkTotals LinkService::totals() const
{
    return d->ledger.totals(d->clock(), d->beingAsked());
}

QList<LinkEntry> LinkService::takeNews()
{
    const QList<LinkEntry> news = d->ledger.takeNews(d->clock());
    if (!news.isEmpty())
        emit changed();
    return news;
}

void LinkService::countCopy(const QString &id)
{
    if (d->table.countCopy(id, d->clock()))
        emit changed();
}

Result<Done> LinkService::dropUnanswered(const QString &id)
{
    const Result<Done> removed = d->orders.remove({id});
    if (removed)
        emit changed();
    return removed;
}

void LinkService::forget()
{
    d->account = std::make_unique<QObject>();
    d->underWay.clear();
    d->shares->forget();
    d->batch->reload();
    emit changed();
}

/// On the disk before the request leaves; where that is not possible nothing is to be sent.
Result<Done> LinkService::Private::announce(const LinkOrder &order)
{
    LinkOrder announced = order;
    announced.state = LinkOrder::State::Sending;
    announced.changedAt = clock();
    return orders.put({announced});
}

/// A link that was certainly not made leaves no trace; one that may have been made does.
void LinkService::Private::noteFailure(const LinkOrder &order, const Error &error)
{
    LinkOrder ended = order;
    ended.state = LinkOrder::State::Unknown;
    ended.problem = error;
    ended.changedAt = clock();
    if (outcomeUnknown(error))
        orders.put({ended});
    else
        orders.remove({order.link});
}

LinkService::Ask LinkService::Private::askPlain(const QUrl &eventType, Urgency urgency, QObject *context, Departure departure)
{
    return [this, eventType, urgency, context, departure = std::move(departure)](std::function<void(const Result<QUrl> &)> then) {
        api.singleUseLink(eventType, urgency, context, std::move(then), departure);
    };
}

SchedulingLink LinkService::Private::linkFor(const LinkOrder &order, const QUrl &bookingUrl, const QDateTime &made) const
{
    SchedulingLink link;
    link.id = order.link;
    link.trackingToken = QLatin1String("sd-") + randomToken();
    link.bookingUrl = withTrackingToken(bookingUrl, link.trackingToken);
    link.eventType = order.eventType;
    link.eventTypeName = order.eventTypeName;
    link.label = order.label;
    link.createdAt = made;
    link.expiresAt = link.createdAt.addDays(singleUseLinkDays);
    return link;
}
