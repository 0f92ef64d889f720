// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkbatch.h"

#include "budgetkeeper.h"
#include "journal.h"
#include "linkordertable.h"
#include "linkservice.h"
#include "linktable.h"
#include "whilealive.h"

#include <QPointer>

#include <algorithm>

using namespace std::chrono_literals;
using Item = LinkOrder::State;

namespace {

constexpr auto usualPace = 400ms; // of one link

class OrderJournal : public Journal<LinkOrder, QString, LinkOrderTable>
{
public:
    OrderJournal(LinkOrderTable &table, Clock clock)
        : Journal(table, std::move(clock), &LinkOrder::link)
    {
    }

protected:
    /// What was on its way when the program ended is unknown.
    Result<QList<LinkOrder>> readItems() override
    {
        Result<QList<LinkOrder>> orders = table().batches();
        if (!orders)
            return orders;
        for (LinkOrder &order : *orders) {
            if (order.state == Item::Sending)
                order.state = Item::Unknown;
        }
        return orders;
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
    {
    }

    void start();
    void next();
    Result<Done> depart(const QString &link);
    void takeBack();
    void stand(Cause why);
    void answered(const QString &link, const Result<SchedulingLink> &answer);

    LinkBatch *q;
    LinkOrderTable orders;
    OrderJournal journal;
    LinkService &links;
    std::unique_ptr<QObject> handedOver; ///< stands for the row that was handed over; one whose object is gone is not sent
    PacedRun run;
};

LinkBatch::LinkBatch(LinkTable &table, LinkService &links, Clock clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, table, links, std::move(clock)))
{
    connect(&d->run, &PacedRun::due, this, [this] { d->next(); });
}

LinkBatch::~LinkBatch() = default;

const QList<LinkOrder> &LinkBatch::orders() const
{
    return d->journal.items();
}

LinkBatch::State LinkBatch::state() const
{
    return d->run.state();
}

LinkBatch::Cause LinkBatch::cause() const
{
    return d->run.cause();
}

int LinkBatch::count(LinkOrder::State state) const
{
    return d->journal.count(state);
}

bool LinkBatch::isOpen() const
{
    return state() == State::Standing && count(Item::Made) + count(Item::Skipped) < orders().size();
}

std::chrono::seconds LinkBatch::expected(int links, int perMinute, bool withReadingAhead)
{
    const auto quick = std::chrono::ceil<std::chrono::seconds>(usualPace * links);
    if (perMinute <= 0)
        return quick;
    const int share = std::max(1, BudgetKeeper::runShare(perMinute, withReadingAhead));
    return std::max(quick, std::chrono::seconds(60 * ((links - 1) / share)));
}

Result<Done> LinkBatch::start(const EventType &type, const QStringList &labels)
{
    if (d->run.isRunning())
        return Unexpected(failure(Error::Kind::Conflict, tr("Links are being made already.")));
    if (const Result<Done> known = d->journal.known(); !known)
        return known;
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
        d->start();
    return written;
}

void LinkBatch::stop()
{
    if (!d->run.stop())
        return;
    d->takeBack();
    d->next();
    emit changed();
}

void LinkBatch::resume()
{
    d->start();
}

void LinkBatch::retryFailed()
{
    for (const QString &link : d->journal.inState(Item::Failed))
        d->journal.note(link, Item::Waiting);
    d->start();
}

void LinkBatch::retryUnknown()
{
    for (const QString &link : d->journal.inState(Item::Unknown))
        d->journal.note(link, Item::Waiting);
    d->start();
}

void LinkBatch::clear()
{
    if (state() != State::Standing)
        return;
    QStringList gone;
    for (const LinkOrder &order : orders())
        gone.append(order.link);
    d->journal.remove(gone);
    d->run.restore(State::Empty, Cause::None);
    emit changed();
}

void LinkBatch::reload()
{
    d->handedOver.reset();
    d->journal.read();
    d->run.restore(d->journal.items().isEmpty() ? State::Empty : State::Standing,
                   d->journal.count(Item::Waiting) > 0 ? Cause::Restarted : Cause::None);
    emit changed();
}

void LinkBatch::Private::start()
{
    if (journal.count(Item::Waiting) == 0 || run.state() == State::Stopping)
        return;
    run.begin();
    emit q->changed();
    next();
}

void LinkBatch::Private::next()
{
    const PacedRun::Turn turn = run.turn();
    if (turn == PacedRun::Turn::Stand)
        return stand(Cause::Asked);
    if (turn == PacedRun::Turn::NotNow)
        return;
    const LinkOrder *waiting = journal.first(Item::Waiting);
    if (!waiting)
        return stand(Cause::None);
    const LinkOrder order = *waiting;
    run.sent();
    handedOver = std::make_unique<QObject>();
    const auto departure = [this, link = order.link, mine = QPointer<QObject>(handedOver.get())]() -> Result<Done> {
        if (!mine)
            return Unexpected(failure(Error::Kind::Stopped, QStringLiteral("The run of links was stopped before this one was sent.")));
        return depart(link);
    };
    links.make(order, departure, handedOver.get(), [this, link = order.link](const Result<SchedulingLink> &answer) { answered(link, answer); });
    emit q->changed();
}

/// What cannot be written down is not sent. A row that waits for the rate limit is not yet one that may have been made.
Result<Done> LinkBatch::Private::depart(const QString &link)
{
    const Result<Done> written = journal.announce(link, Item::Sending);
    if (written)
        QMetaObject::invokeMethod(q, &LinkBatch::changed, Qt::QueuedConnection);
    return written;
}

/// A row that was handed over and has not left need not leave any more.
void LinkBatch::Private::takeBack()
{
    if (!run.isUnderWay() || journal.count(Item::Sending) > 0)
        return;
    handedOver.reset();
    run.ended(std::nullopt, false);
}

void LinkBatch::Private::stand(Cause why)
{
    run.stand(journal.count(Item::Waiting) == 0 ? Cause::None : why);
    emit q->changed();
    emit q->ended();
}

void LinkBatch::Private::answered(const QString &link, const Result<SchedulingLink> &answer)
{
    const std::optional<Error> error = answer ? std::nullopt : std::optional(answer.error());
    if (answer)
        journal.note(link, Item::Made);
    else if (outcomeUnknown(*error))
        journal.note(link, Item::Unknown, *error);
    else
        journal.note(link, mayStillWait(*error) ? Item::Waiting : Item::Failed, *error);
    const std::optional<Cause> cause = run.ended(error, true);
    emit q->changed();
    if (cause)
        return stand(*cause);
    next();
}
