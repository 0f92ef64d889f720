// SPDX-License-Identifier: GPL-3.0-or-later
#include "availabilityservice.h"

#include "availabilityapi.h"
#include "availabilitytable.h"
#include "eventtypesapi.h"
#include "whilealive.h"
#include "withstored.h"

#include <QHash>

#include <algorithm>

namespace {
constexpr int secondsBetweenReads = 60; ///< of the same range, for a view
constexpr int mostReads = 50; ///< remembered
constexpr int unreadableCalendar = 424; ///< of an external calendar (BEHAVIOUR 8.8)
} // namespace

class AvailabilityService::Private
{
public:
    /// A try to read the busy times of a range.
    struct Read
    {
        TimeRange range;
        QDateTime at;
        bool underWay = true;
        std::optional<Error> problem;
    };

    Private(AvailabilityService *service, AvailabilityApi &availabilityApi, EventTypesApi &eventTypesApi,
            AvailabilityTable &availabilityTable, Clock presentTime)
        : q(service)
        , api(availabilityApi)
        , eventTypes(eventTypesApi)
        , table(availabilityTable)
        , clock(std::move(presentTime))
        , account(std::make_unique<QObject>())
    {
    }

    Result<Done> keepSchedules(const Result<Listing<AvailabilitySchedule>> &answer);
    void endSchedules(const Result<Done> &result);
    Read *readOf(const TimeRange &range);
    void keepBusy(const TimeRange &range, const TimeRange &stored, const Result<QList<BusyTime>> &answer);

    AvailabilityService *q;
    AvailabilityApi &api;
    EventTypesApi &eventTypes;
    AvailabilityTable &table;
    Clock clock;
    std::unique_ptr<QObject> account; ///< lives as long as the store belongs to the same account
    bool askingSchedules = false;
    QList<std::function<void(const Result<Done> &)>> waiting; ///< to be told when the schedules have come
    std::optional<Error> problem;
    QHash<QUrl, QList<QUrl>> users; ///< event types by the schedule they use
    int readings = 0; ///< of the schedules; what was asked before the last one is not remembered
    QList<Read> reads; ///< newest last
};

AvailabilityService::AvailabilityService(AvailabilityApi &api, EventTypesApi &eventTypes, AvailabilityTable &table,
                                         Clock clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, api, eventTypes, table, std::move(clock)))
{
}

AvailabilityService::~AvailabilityService() = default;

QList<AvailabilitySchedule> AvailabilityService::schedules() const
{
    return d->table.schedules();
}

void AvailabilityService::refreshSchedules(const QUrl &user, QObject *context,
                                           std::function<void(const Result<Done> &)> then)
{
    d->waiting.append(whileAlive<Result<Done>>(context, std::move(then)));
    if (d->askingSchedules)
        return;
    d->askingSchedules = true;
    d->api.schedules(user, Urgency::Now, d->account.get(), [this](const Result<Listing<AvailabilitySchedule>> &answer) {
        d->endSchedules(d->keepSchedules(answer));
    });
}

std::optional<Error> AvailabilityService::problem() const
{
    return d->problem;
}

void AvailabilityService::usedBy(const QUrl &user, const QUrl &schedule, QObject *context,
                                 std::function<void(const Result<QList<QUrl>> &)> then)
{
    if (const auto known = d->users.constFind(schedule); known != d->users.constEnd())
        return answerLater<Result<QList<QUrl>>>(context, std::move(then), *known);
    EventTypesApi::Query query;
    query.user = user;
    query.availabilitySchedule = schedule;
    d->eventTypes.list(query, Urgency::Now, context,
                       [service = QPointer<AvailabilityService>(this), account = QPointer<QObject>(d->account.get()),
                        schedule, readings = d->readings,
                        then = std::move(then)](const Result<Listing<EventType>> &answer) {
                           if (!answer)
                               return then(Unexpected(answer.error()));
                           if (answer->flaw)
                               return then(Unexpected(*answer->flaw));
                           QList<QUrl> types;
                           for (const EventType &type : answer->items)
                               types.append(type.uri);
                           if (service && account && answer->leftOut == 0 && readings == service->d->readings)
                               service->d->users.insert(schedule, types);
                           then(types);
                       });
}

AvailabilityService::BusyTimes AvailabilityService::busyTimes(const TimeRange &range) const
{
    BusyTimes result;
    result.busy = d->table.busyTimes(range);
    const QDateTime now = d->clock();
    const bool reachesAhead = range.end > now;
    const TimeRange ahead{reachesAhead ? std::max(range.begin, now) : range.begin, range.end};
    result.seenAt = d->table.busyTimesSeenAt(ahead);
    if (const Private::Read *read = d->readOf(range))
        result.problem = read->problem;
    if (reachesAhead) {
        const bool calendarUnreadable = result.problem && result.problem->httpStatus == unreadableCalendar;
        result.unknown = calendarUnreadable ? QList<TimeRange>{ahead} : d->table.busyTimesUnseen(ahead);
    }
    return result;
}

void AvailabilityService::refreshBusyTimes(const QUrl &user, const TimeRange &range, Wish wish)
{
    const QDateTime now = d->clock();
    // The server refuses a range that begins in the past; a minute covers clocks that differ a little.
    const TimeRange asked{std::max(range.begin, now.addSecs(60)), range.end};
    if (asked.begin >= asked.end)
        return;
    Private::Read *read = d->readOf(range);
    if (read && read->underWay)
        return;
    if (read && wish == Wish::ByView && read->at <= now && read->at.secsTo(now) < secondsBetweenReads)
        return;
    const std::optional<Error> before = read ? read->problem : std::nullopt;
    d->reads.removeIf([&range](const Private::Read &other) { return other.range == range; });
    if (d->reads.size() >= mostReads)
        d->reads.removeFirst();
    d->reads.append({range, now, true, before});
    // What is read from a minute hence stands for the time from now on, else the present minute would never be known.
    const TimeRange stored{std::max(range.begin, now), range.end};
    d->api.busyTimes(
        user, asked, Urgency::Now, d->account.get(),
        [this, range, stored](const Result<QList<BusyTime>> &answer) { d->keepBusy(range, stored, answer); });
}

void AvailabilityService::forget()
{
    d->account = std::make_unique<QObject>();
    d->askingSchedules = false;
    d->problem.reset();
    d->users.clear();
    d->reads.clear();
    for (const auto &tell : std::exchange(d->waiting, {}))
        tell(Unexpected(failure(Error::Kind::Stopped, QStringLiteral("Another account is open now"))));
    emit changed();
}

Result<Done> AvailabilityService::Private::keepSchedules(const Result<Listing<AvailabilitySchedule>> &answer)
{
    if (!answer)
        return Unexpected(answer.error());
    if (answer->flaw)
        return Unexpected(*answer->flaw);
    const Result<bool> differs = table.replaceSchedules(withStored(answer->items, answer->leftOut, table.schedules()));
    if (!differs)
        return Unexpected(differs.error());
    ++readings;
    const bool used = !users.isEmpty();
    users.clear(); // an event type can have got another schedule while the schedules are what they were
    if (*differs || used)
        emit q->changed();
    return Done{};
}

void AvailabilityService::Private::endSchedules(const Result<Done> &result)
{
    askingSchedules = false;
    const std::optional<Error> before = problem;
    problem = result ? std::nullopt : std::optional(result.error());
    if (problem != before)
        emit q->changed();
    for (const auto &tell : std::exchange(waiting, {}))
        tell(result);
}

AvailabilityService::Private::Read *AvailabilityService::Private::readOf(const TimeRange &range)
{
    const auto found
        = std::find_if(reads.begin(), reads.end(), [&range](const Read &read) { return read.range == range; });
    return found == reads.end() ? nullptr : &*found;
}

void AvailabilityService::Private::keepBusy(const TimeRange &range, const TimeRange &stored,
                                            const Result<QList<BusyTime>> &answer)
{
    std::optional<Error> problemNow;
    if (!answer)
        problemNow = answer.error();
    else if (const Result<Done> written = table.replaceBusyTimes(stored, *answer, clock()); !written)
        problemNow = written.error();
    if (Read *read = readOf(range)) {
        read->underWay = false;
        read->problem = problemNow;
    }
    emit q->changed();
}
