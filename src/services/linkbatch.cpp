// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkbatch.h"

#include "journal.h"
#include "linkordertable.h"
#include "linkservice.h"
#include "linktable.h"
#include "whilealive.h"

#include <QTimer>

using namespace std::chrono_literals;
using Item = LinkOrder::State;

namespace {

constexpr int mostInARow = 3; // that go wrong before it stops
constexpr auto usualPace = 400ms; // of one link

class OrderJournal : public Journal<LinkOrder, QString, LinkOrderTable>
{
public:
    OrderJournal(LinkOrderTable &table, Clock clock)
        : Journal(table, std::move(clock), &LinkOrder::link)
    {
    }

    /// Reads what the open store holds. What was on its way when the program ended is unknown.
    void read()
    {
        QList<LinkOrder> orders = table().batches();
        for (LinkOrder &order : orders) {
            if (order.state == Item::Sending)
                order.state = Item::Unknown;
        }
        setItems(orders);
    }
};

/// No link was made, and nothing is wrong with this row: it waits until it can be sent.
bool mayStillWait(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::SignedOut:
    case Error::Kind::ScopeMissing:
    case Error::Kind::RateLimited:
    case Error::Kind::Storage:
        return true;
    default:
        return false;
    }
}

} // namespace

class LinkBatch::Private
{
public:
    Private(LinkBatch *batch, LinkTable &table, LinkService &linkService, Clock clock)
        : q(batch)
        , orders(table.orders())
        , journal(orders, std::move(clock))
        , links(linkService)
        , account(std::make_unique<QObject>())
    {
    }

    void run();
    void next();
    void stand(Cause why);
    void answered(const QString &link, const Result<SchedulingLink> &answer);
    void goOn(const std::optional<Error> &error);

    LinkBatch *q;
    LinkOrderTable orders;
    OrderJournal journal;
    LinkService &links;
    std::unique_ptr<QObject> account; ///< lives as long as the store belongs to the same account
    State state = State::Empty;
    Cause cause = Cause::None;
    QTimer wait; ///< after a 429
    QString underWay;
    int badInARow = 0;
};

LinkBatch::LinkBatch(LinkTable &table, LinkService &links, Clock clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, table, links, std::move(clock)))
{
    d->wait.setSingleShot(true);
    connect(&d->wait, &QTimer::timeout, this, [this] { d->next(); });
}

LinkBatch::~LinkBatch() = default;

const QList<LinkOrder> &LinkBatch::orders() const
{
    return d->journal.items();
}

LinkBatch::State LinkBatch::state() const
{
    return d->state;
}

LinkBatch::Cause LinkBatch::cause() const
{
    return d->cause;
}

int LinkBatch::count(LinkOrder::State state) const
{
    return d->journal.count(state);
}

bool LinkBatch::isOpen() const
{
    return d->state == State::Standing && count(Item::Made) + count(Item::Skipped) < orders().size();
}

std::chrono::seconds LinkBatch::expected(int links, int perMinute)
{
    const auto quick = std::chrono::ceil<std::chrono::seconds>(usualPace * links);
    if (perMinute <= 0)
        return quick;
    return std::max(quick, std::chrono::seconds(60 * (links / perMinute)));
}

Result<Done> LinkBatch::start(const EventType &type, const QStringList &labels)
{
    if (d->state == State::Running || d->state == State::Stopping)
        return Unexpected(failure(Error::Kind::Conflict, tr("Links are being made already.")));
    QList<LinkOrder> fresh;
    for (const QString &label : labels) {
        LinkOrder order = LinkService::orderFor(type, label);
        order.batch = fresh.isEmpty() ? order.link : fresh.first().link;
        fresh.append(order);
    }
    const QStringList before = d->journal.inState(Item::Made) + d->journal.inState(Item::Failed) + d->journal.inState(Item::Skipped)
        + d->journal.inState(Item::Unknown) + d->journal.inState(Item::Waiting);
    if (const Result<Done> removed = d->journal.remove(before); !removed)
        return removed;
    const Result<Done> written = d->journal.put(fresh);
    if (written)
        d->run();
    return written;
}

void LinkBatch::stop()
{
    if (d->state != State::Running)
        return;
    d->wait.stop();
    d->state = State::Stopping;
    d->next();
    emit changed();
}

void LinkBatch::resume()
{
    d->run();
}

void LinkBatch::retryFailed()
{
    for (const QString &link : d->journal.inState(Item::Failed))
        d->journal.note(link, Item::Waiting);
    d->run();
}

void LinkBatch::retryUnknown()
{
    for (const QString &link : d->journal.inState(Item::Unknown))
        d->journal.note(link, Item::Waiting);
    d->run();
}

void LinkBatch::clear()
{
    if (d->state != State::Standing)
        return;
    QStringList gone;
    for (const LinkOrder &order : orders())
        gone.append(order.link);
    d->journal.remove(gone);
    d->state = State::Empty;
    d->cause = Cause::None;
    emit changed();
}

void LinkBatch::reload()
{
    d->account = std::make_unique<QObject>();
    d->wait.stop();
    d->underWay.clear();
    d->journal.read();
    const bool any = !d->journal.items().isEmpty();
    d->state = any ? State::Standing : State::Empty;
    d->cause = d->journal.count(Item::Waiting) > 0 ? Cause::Restarted : Cause::None;
    emit changed();
}

void LinkBatch::Private::run()
{
    if (journal.count(Item::Waiting) == 0 || state == State::Stopping)
        return;
    if (state != State::Running)
        badInARow = 0;
    state = State::Running;
    cause = Cause::None;
    emit q->changed();
    next();
}

void LinkBatch::Private::next()
{
    if (!underWay.isEmpty() || wait.isActive())
        return;
    if (state == State::Stopping)
        return stand(Cause::Asked);
    if (state != State::Running)
        return;
    const LinkOrder *waiting = journal.first(Item::Waiting);
    if (!waiting)
        return stand(Cause::None);
    const LinkOrder order = *waiting;
    if (!journal.announce(order.link, Item::Sending))
        return stand(Cause::Storage); // what cannot be written down is not sent
    underWay = order.link;
    links.make(order, account.get(), [this, link = order.link](const Result<SchedulingLink> &answer) { answered(link, answer); });
    emit q->changed();
}

void LinkBatch::Private::stand(Cause why)
{
    state = State::Standing;
    cause = journal.count(Item::Waiting) == 0 ? Cause::None : why;
    emit q->changed();
    emit q->ended();
}

void LinkBatch::Private::answered(const QString &link, const Result<SchedulingLink> &answer)
{
    underWay.clear();
    if (answer)
        journal.note(link, Item::Made);
    else if (outcomeUnknown(answer.error()))
        journal.note(link, Item::Unknown, answer.error());
    else
        journal.note(link, mayStillWait(answer.error()) ? Item::Waiting : Item::Failed, answer.error());
    goOn(answer ? std::nullopt : std::optional(answer.error()));
}

void LinkBatch::Private::goOn(const std::optional<Error> &error)
{
    badInARow = error && error->kind != Error::Kind::RateLimited ? badInARow + 1 : 0;
    emit q->changed();
    if (error) {
        switch (error->kind) {
        case Error::Kind::Offline:
            return stand(Cause::Offline);
        case Error::Kind::SignedOut:
            return stand(Cause::SignedOut);
        case Error::Kind::ScopeMissing:
            return stand(Cause::ScopeMissing);
        case Error::Kind::Storage:
            return stand(Cause::Storage);
        case Error::Kind::RateLimited:
            if (state == State::Running)
                wait.start(error->retryAfter.value_or(1s));
            return next();
        default:
            break;
        }
    }
    if (badInARow >= mostInARow)
        return stand(Cause::Trouble);
    next();
}
