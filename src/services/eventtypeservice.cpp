// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypeservice.h"

#include "changenotice.h"
#include "eventtypesapi.h"
#include "eventtypetable.h"
#include "whilealive.h"
#include "withstored.h"

#include <QPointer>

using namespace std::chrono_literals;

namespace {
constexpr int mostUnknownAtOnce = 4;
constexpr int unknownPiece = 50;
constexpr int lateDays = 30; ///< what counts as used lately
constexpr int mostPins = 9;
} // namespace

class EventTypeService::Private
{
public:
    Private(EventTypesApi &eventTypesApi, EventTypeTable &eventTypeTable, Clock presentTime)
        : api(eventTypesApi)
        , table(eventTypeTable)
        , habits(eventTypeTable.habits())
        , clock(std::move(presentTime))
        , account(std::make_unique<QObject>())
        , notice(250ms)
    {
    }

    void ask(const QUrl &user);
    Result<Done> keep(const Listing<EventType> &listing);
    void end(const Result<Done> &result);
    void noteTimes(const QUrl &eventType, bool some, int days);
    void fetchNextUnknown();
    void fetchOne(const QUrl &eventType);

    EventTypesApi &api;
    EventTypeTable &table;
    EventTypeHabits habits;
    Clock clock;
    std::unique_ptr<QObject> account; ///< lives as long as the store belongs to the same account
    ChangeNotice notice;
    bool asking = false;
    QList<std::function<void(const Result<Done> &)>> waiting; ///< to be told when the list has come
    std::optional<Error> problem;
    QSet<QUrl> withoutTimes;
    QList<QUrl> wanted; ///< types that are not in the list and somebody looks at; they go first
    QSet<QUrl> fetching; ///< types that are not in the list
    QSet<QUrl> unreadable; ///< those that cannot be had; not asked for again while the program runs
};

EventTypeService::EventTypeService(EventTypesApi &api, EventTypeTable &table, Clock clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(api, table, std::move(clock)))
{
    connect(&d->notice, &ChangeNotice::due, this, &EventTypeService::changed);
}

EventTypeService::~EventTypeService() = default;

QList<EventType> EventTypeService::eventTypes() const
{
    return d->table.all();
}

std::optional<EventType> EventTypeService::eventType(const QUrl &uri) const
{
    return d->table.eventType(uri);
}

void EventTypeService::refresh(const QUrl &user, QObject *context, std::function<void(const Result<Done> &)> then)
{
    d->waiting.append(whileAlive<Result<Done>>(context, std::move(then)));
    if (!d->asking)
        d->ask(user);
}

void EventTypeService::fetchUnknown()
{
    d->fetchNextUnknown();
}

void EventTypeService::fetch(const QUrl &eventType)
{
    if (d->wanted.contains(eventType) || d->fetching.contains(eventType) || d->unreadable.contains(eventType) || d->table.eventType(eventType))
        return;
    d->wanted.append(eventType);
    d->fetchNextUnknown();
}

void EventTypeService::openTimes(const QUrl &eventType, int days, QObject *context,
                                 std::function<void(const Result<QList<OpenTime>> &)> then)
{
    // The server wants a range that begins in the future; a minute covers clocks that differ a little.
    const QDateTime now = d->clock();
    d->api.openTimes(eventType, {now.addSecs(60), now.addDays(days)}, context,
                     [this, eventType, days, account = QPointer<QObject>(d->account.get()), then = std::move(then)](const Result<QList<OpenTime>> &times) {
                         if (times && account)
                             d->noteTimes(eventType, !times->isEmpty(), days);
                         then(times);
                     });
}

QSet<QUrl> EventTypeService::withoutTimes() const
{
    return d->withoutTimes;
}

QMap<int, EventType> EventTypeService::pins() const
{
    QMap<int, EventType> pins;
    const QMap<int, QUrl> digits = d->habits.pins();
    for (auto pin = digits.cbegin(); pin != digits.cend(); ++pin) {
        if (const std::optional<EventType> type = d->table.eventType(pin.value()); type && type->deletedAt.isNull())
            pins.insert(pin.key(), *type);
    }
    return pins;
}

Result<int> EventTypeService::pin(const QUrl &eventType)
{
    const QMap<int, EventType> taken = pins();
    for (int digit = 1; digit <= mostPins; ++digit) {
        if (taken.contains(digit))
            continue;
        const Result<Done> pinned = pinAt(eventType, digit);
        return pinned ? Result<int>(digit) : Unexpected(pinned.error());
    }
    return Unexpected(failure(Error::Kind::Conflict, tr("All nine digits are taken.")));
}

Result<Done> EventTypeService::pinAt(const QUrl &eventType, int digit)
{
    const Result<Done> pinned = d->habits.pin(eventType, digit);
    d->notice.soon();
    return pinned;
}

Result<Done> EventTypeService::unpin(const QUrl &eventType)
{
    const Result<Done> unpinned = d->habits.unpin(eventType);
    d->notice.soon();
    return unpinned;
}

QHash<QUrl, EventTypeUse> EventTypeService::uses() const
{
    const QDateTime now = d->clock();
    return d->habits.uses(now.addDays(-lateDays), now);
}

std::optional<Error> EventTypeService::problem() const
{
    return d->problem;
}

void EventTypeService::forget()
{
    d->account = std::make_unique<QObject>();
    d->asking = false;
    d->problem.reset();
    d->wanted.clear();
    d->fetching.clear();
    d->unreadable.clear();
    d->withoutTimes.clear();
    d->notice.soon();
    for (const auto &tell : std::exchange(d->waiting, {}))
        tell(Unexpected(failure(Error::Kind::Stopped, QStringLiteral("Another account is open now"))));
}

void EventTypeService::Private::ask(const QUrl &user)
{
    asking = true;
    EventTypesApi::Query query;
    query.user = user;
    query.sort = QStringLiteral("position:asc");
    api.list(query, Urgency::Now, account.get(), [this](const Result<Listing<EventType>> &answer) {
        end(answer ? keep(*answer) : Unexpected(answer.error()));
    });
}

Result<Done> EventTypeService::Private::keep(const Listing<EventType> &listing)
{
    if (!listing.flaw) {
        const Result<bool> differs = table.replaceAll(withStored(listing.items, listing.leftOut, table.all()));
        if (!differs)
            return Unexpected(differs.error());
        if (*differs)
            notice.soon();
        return Done{};
    }
    // Part of a list says nothing about what it lacks: what came is kept, nothing is taken away.
    for (const EventType &type : listing.items) {
        if (const Result<Done> written = table.upsert(type); !written)
            return written;
    }
    notice.soon();
    return Unexpected(*listing.flaw);
}

void EventTypeService::Private::end(const Result<Done> &result)
{
    asking = false;
    const std::optional<Error> before = problem;
    problem = result ? std::nullopt : std::optional(result.error());
    if (problem != before)
        notice.soon();
    for (const auto &tell : std::exchange(waiting, {}))
        tell(result);
}

void EventTypeService::Private::noteTimes(const QUrl &eventType, bool some, int days)
{
    bool differs = some && withoutTimes.remove(eventType);
    if (!some && days >= soonDays && !withoutTimes.contains(eventType)) {
        withoutTimes.insert(eventType);
        differs = true;
    }
    if (differs)
        notice.soon();
}

void EventTypeService::Private::fetchNextUnknown()
{
    while (!wanted.isEmpty() && fetching.size() < mostUnknownAtOnce)
        fetchOne(wanted.takeFirst());
    if (fetching.size() >= mostUnknownAtOnce)
        return;
    for (const QUrl &type : table.unknownTypes(unknownPiece + int(unreadable.size()))) {
        if (fetching.size() >= mostUnknownAtOnce)
            return;
        if (!fetching.contains(type) && !unreadable.contains(type))
            fetchOne(type);
    }
}

void EventTypeService::Private::fetchOne(const QUrl &eventType)
{
    fetching.insert(eventType);
    api.eventType(eventType, Urgency::Background, account.get(), [this, eventType](const Result<EventType> &answer) {
        fetching.remove(eventType);
        if (!answer) {
            // What passes by itself is tried again with the next look, not at once.
            if (isPassing(answer.error()) || answer.error().kind == Error::Kind::SignedOut)
                return;
            unreadable.insert(eventType);
        } else if (table.upsert(*answer)) {
            notice.inAWhile();
        } else {
            unreadable.insert(eventType);
        }
        fetchNextUnknown();
    });
}
