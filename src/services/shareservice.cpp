// SPDX-License-Identifier: GPL-3.0-or-later
#include "shareservice.h"

#include "linkservice.h"
#include "linktable.h"
#include "pendingwrites.h"
#include "sharesapi.h"
#include "sharetable.h"
#include "whilealive.h"

#include <QSet>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;
using State = ShareRecord::State;
using Shares = QList<LinkShare>;

namespace {

constexpr auto clocksDiffer = 10min; // between Calendly and this computer
constexpr auto zonesDiffer = 26h; // between the clocks of any two places

const LinkShare *find(const Shares &shares, const QUrl &uri)
{
    const auto found = std::find_if(shares.begin(), shares.end(), [&uri](const LinkShare &share) { return share.uri == uri; });
    return found == shares.end() ? nullptr : &*found;
}

bool isBooked(const Shares &shares, const QUrl &uri)
{
    const LinkShare *share = find(shares, uri);
    return share && share->status == LinkShare::Status::Used;
}

} // namespace

class ShareService::Private
{
public:
    Private(ShareService *service, SharesApi &sharesApi, LinkService &linkService, LinkTable &linkTable, PendingWrites &pendingWrites, Clock presentTime,
            const LookTimes &times)
        : q(service)
        , api(sharesApi)
        , links(linkService)
        , table(linkTable.database())
        , writes(pendingWrites)
        , clock(std::move(presentTime))
        , late(times)
    {
    }

    using Made = std::function<void(const Result<LinkShare> &)>;
    void create(const LinkOrder &order, const QJsonObject &wanted, Made then);
    Result<LinkShare> madeOf(const LinkOrder &order, const QJsonObject &wanted, const Shares &shares, const QDateTime &asked,
                             const std::optional<Error> &lost) const;
    void take(const Shares &shares);
    void settleUnanswered(const Shares &shares);
    Result<Done> ended(const ShareRecord &record, const Shares &shares);
    std::function<void(const Result<Done> &)> writing(QObject *context, std::function<void(const Result<Done> &)> then);

    ShareService *q;
    SharesApi &api;
    LinkService &links;
    ShareTable table;
    PendingWrites &writes;
    Clock clock;
    std::unique_ptr<QObject> account = std::make_unique<QObject>(); ///< lives as long as the store belongs to the same account
    LateWrites<QString> late; ///< by the ledger's link
    QSet<QString> ours; ///< asked for here, or waited for after a restart
};

ShareService::ShareService(SharesApi &api, LinkService &links, LinkTable &table, PendingWrites &writes, Clock clock, LookTimes times,
                           QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, api, links, table, writes, std::move(clock), times))
{
}

ShareService::~ShareService() = default;

bool ShareService::canShare(const EventType &type)
{
    return type.kind == EventType::Kind::OneOnOne && isBookable(type);
}

void ShareService::forget()
{
    d->account = std::make_unique<QObject>();
    d->late.clear();
    d->ours.clear();
}

void ShareService::setLookTimes(const LookTimes &times)
{
    d->late.setTimes(times);
}

void ShareService::share(const EventType &type, const QString &label, const ShareOverride &wanted, QObject *context,
                         std::function<void(const Result<SchedulingLink> &)> then)
{
    const LinkOrder order = LinkService::orderFor(type, label);
    ShareRecord record{.link = order.link, .wanted = toJson(wanted)};
    if (const Result<Done> written = d->table.put(record); !written)
        return answerLater<Result<SchedulingLink>>(context, std::move(then), Unexpected(written.error()));
    auto uri = std::make_shared<QUrl>();
    const LinkService::Ask ask = [this, order, wanted = record.wanted, uri](std::function<void(const Result<QUrl> &)> tell) {
        d->create(order, wanted, [uri, tell = std::move(tell)](const Result<LinkShare> &made) {
            if (!made)
                return tell(Unexpected(made.error()));
            *uri = made->uri;
            tell(made->bookingUrl);
        });
    };
    d->links.makeBy(order, ask, this,
                    [this, record, uri, alive = QPointer<QObject>(d->account.get()),
                     tell = whileAlive<Result<SchedulingLink>>(context, std::move(then))](const Result<SchedulingLink> &link) mutable {
                        record.uri = *uri;
                        record.state = State::Made;
                        if (alive && !link && outcomeUnknown(link.error()))
                            d->ours.insert(record.link);
                        if (alive && !link && mayStillBeDone(link.error()))
                            d->late.wait(record.link, [this] { refresh(this, {}); });
                        // Where this cannot be written down, the next reading of the list finds it.
                        if (alive && link)
                            d->table.put(record);
                        else if (alive && !outcomeUnknown(link.error()))
                            d->table.remove(record.link);
                        emit changed();
                        tell(link);
                    });
}

void ShareService::Private::create(const LinkOrder &order, const QJsonObject &wanted, Made then)
{
    const QDateTime asked = clock();
    api.create(order.eventType, wanted, q, [this, order, wanted, asked, then = std::move(then)](const Result<LinkShare> &made) {
        if (made || !outcomeUnknown(made.error()))
            return then(made);
        api.list(q, [this, order, wanted, asked, original = made.error(), then](const Result<Shares> &shares) {
            then(shares ? madeOf(order, wanted, *shares, asked, original) : Unexpected(original));
        });
    });
}

/// The one share that is new, says what was asked for, and that no link of the ledger has. With none it was not made, unless
/// Calendly may still be at work on it, as `lost` says of an answer that just did not come; with several, or with one that is
/// old by clocks that may be wrong, nobody knows.
Result<LinkShare> ShareService::Private::madeOf(const LinkOrder &order, const QJsonObject &wanted, const Shares &shares, const QDateTime &asked,
                                                const std::optional<Error> &lost) const
{
    Shares fitting = shares;
    fitting.removeIf([&](const LinkShare &share) {
        return share.eventType != order.eventType || !saysTheSame(wanted, share.shareOverride) || !table.linkAt(share.bookingUrl).isEmpty();
    });
    // An older one than any mistake with clocks and zones explains is somebody else's.
    const auto isNear = [&asked](const LinkShare &share) { return !share.createdAt.isValid() || share.createdAt >= asked.addDuration(-zonesDiffer); };
    const bool isThere = std::any_of(fitting.begin(), fitting.end(), isNear);
    fitting.removeIf([&](const LinkShare &share) { return share.createdAt.isValid() && share.createdAt < asked.addDuration(-clocksDiffer); });
    if (fitting.size() == 1)
        return fitting.first();
    if (!isThere && !(lost && mayStillBeDone(*lost)))
        return Unexpected(failure(Error::Kind::Refused, ShareService::tr("The answer was lost, and Calendly's list says that no link was made. You can try again.")));
    return Unexpected(lost.value_or(failure(Error::Kind::Interrupted, {})));
}

void ShareService::change(const QString &link, const ShareOverride &wanted, QObject *context, std::function<void(const Result<Done> &)> then)
{
    std::optional<ShareRecord> record = d->table.record(link);
    if (!record || record->uri.isEmpty())
        return answerLater<Result<Done>>(context, std::move(then), Unexpected(failure(Error::Kind::NotFound, tr("Calendly gave this link no name by which it can be changed."))));
    record->wanted = toJson(wanted);
    const auto end = [this, record = *record, alive = QPointer<QObject>(d->account.get()), tell = d->writing(context, std::move(then))](const Result<Done> &outcome) {
        if (alive && outcome)
            d->table.put(record);
        emit changed();
        tell(outcome);
    };
    d->api.change(record->uri, record->wanted, this, [this, record = *record, end](const Result<QJsonObject> &answer) {
        if (answer)
            return end(Done{});
        if (!outcomeUnknown(answer.error()))
            return end(Unexpected(answer.error()));
        d->api.list(this, [record, end, original = answer.error()](const Result<Shares> &shares) {
            const LinkShare *share = shares ? find(*shares, record.uri) : nullptr;
            if (share && saysTheSame(record.wanted, share->shareOverride))
                return end(Done{});
            if (!share || mayStillBeDone(original))
                return end(Unexpected(original));
            end(Unexpected(failure(Error::Kind::Refused, tr("The answer was lost, and Calendly's list says that nothing was changed. You can try again."))));
        });
    });
}

void ShareService::takeBack(const QString &link, QObject *context, std::function<void(const Result<Done> &)> then)
{
    const std::optional<ShareRecord> record = d->table.record(link);
    if (!record || record->uri.isEmpty())
        return answerLater<Result<Done>>(context, std::move(then), Unexpected(failure(Error::Kind::NotFound, tr("Calendly gave this link no name by which it can be taken back."))));
    const auto end = [this, link, alive = QPointer<QObject>(d->account.get()), tell = d->writing(context, std::move(then))](const Result<Done> &outcome) {
        Result<Done> written = outcome;
        if (alive && outcome)
            written = d->table.takeBack(link, d->clock());
        emit changed();
        tell(written);
    };
    d->api.takeBack(record->uri, this, [this, record = *record, end](const Result<QJsonObject> &answer) {
        if (answer)
            return end(Done{});
        // "Not found" may mean that it is gone, or that this Calendly takes nothing back.
        if (!outcomeUnknown(answer.error()) && answer.error().kind != Error::Kind::NotFound)
            return end(Unexpected(answer.error()));
        d->api.list(this, [this, record, end, original = answer.error()](const Result<Shares> &shares) {
            const Result<Done> ended = shares ? d->ended(record, *shares) : Unexpected(original);
            const bool isUsed = shares && !ended && isBooked(*shares, record.uri);
            end(ended || isUsed || !mayStillBeDone(original) ? ended : Unexpected(original));
        });
    });
}

std::function<void(const Result<Done> &)> ShareService::Private::writing(QObject *context, std::function<void(const Result<Done> &)> then)
{
    return holding(writes.hold(PendingWrites::Kind::Link), whileAlive<Result<Done>>(context, std::move(then)));
}

/// Whether a share that was to be taken back is gone.
Result<Done> ShareService::Private::ended(const ShareRecord &record, const Shares &shares)
{
    const LinkShare *share = find(shares, record.uri);
    if (!share)
        return Done{};
    if (share->status == LinkShare::Status::Used) {
        table.markUsed(record.link, record.uri);
        return Unexpected(failure(Error::Kind::Refused, ShareService::tr("Somebody has booked with it, so it cannot be taken back.")));
    }
    return Unexpected(failure(Error::Kind::Refused, ShareService::tr("Calendly's list says that it is still there. You can try again.")));
}

void ShareService::refresh(QObject *context, std::function<void(const Result<Done> &)> then)
{
    if (d->table.records().isEmpty())
        return answerLater<Result<Done>>(context, std::move(then), Done{});
    d->api.list(this, [this, alive = QPointer<QObject>(d->account.get()), tell = whileAlive<Result<Done>>(context, std::move(then))](const Result<Shares> &shares) {
        if (shares && alive) {
            d->take(*shares);
            d->settleUnanswered(*shares);
            emit changed();
        }
        tell(shares ? Result<Done>(Done{}) : Unexpected(shares.error()));
    });
}

void ShareService::Private::take(const Shares &shares)
{
    for (const LinkShare &share : shares) {
        const QString link = table.linkAt(share.bookingUrl);
        std::optional<ShareRecord> record = link.isEmpty() ? std::nullopt : table.record(link);
        if (!record)
            continue;
        if (record->state == State::Asked || record->uri != share.uri) {
            record->state = record->state == State::Asked ? State::Made : record->state;
            record->uri = share.uri;
            table.put(*record);
        }
        if (share.status == LinkShare::Status::Used)
            table.markUsed(link, share.uri);
    }
}

/// What was asked for when the program ended, or when no answer came.
void ShareService::Private::settleUnanswered(const Shares &shares)
{
    for (const LinkOrder &order : links.unanswered()) {
        std::optional<ShareRecord> record = table.record(order.link);
        if (!record || record->state != State::Asked)
            continue;
        if (!ours.contains(order.link)) { // by an earlier start
            ours.insert(order.link);
            late.resume(order.link, std::chrono::milliseconds(order.changedAt.msecsTo(clock())), [this] { q->refresh(q, {}); });
        }
        const Result<LinkShare> made = madeOf(order, record->wanted, shares, order.changedAt, std::nullopt);
        if (made) {
            record->uri = made->uri;
            record->state = State::Made;
            if (links.settle(order, made->bookingUrl))
                table.put(*record);
            late.settle(order.link);
        } else if (!outcomeUnknown(made.error()) && !late.mayCome(order.link)) {
            links.settle(order, {});
            table.remove(order.link);
        }
    }
}
