// SPDX-License-Identifier: GPL-3.0-or-later
#include "availabilityapi.h"

#include "apicall.h"
#include "jsonreader.h"
#include "resourcejson.h"
#include "timepieces.h"

#include <algorithm>

namespace {

constexpr int busyPieceDays = 7; // BEHAVIOUR 11.1
constexpr int aheadSeconds = 5; // on the way "now" becomes the past

} // namespace

AvailabilityApi::AvailabilityApi(RestClient &client)
    : m_client(client)
{
}

void AvailabilityApi::schedules(const QUrl &user, Urgency urgency, QObject *context,
                                ListingThen<AvailabilitySchedule> then)
{
    QUrlQuery query;
    addTo(query, QStringLiteral("user"), user);
    const CollectionQuery what{.path = QStringLiteral("/user_availability_schedules"), .query = query, .urgency = urgency, .isPaged = false};
    readAll<AvailabilitySchedule>(m_client, what, context, availabilityScheduleFromJson, std::move(then));
}

void AvailabilityApi::schedule(const QUrl &schedule, Urgency urgency, QObject *context,
                               std::function<void(const Result<AvailabilitySchedule> &)> then)
{
    readOne<AvailabilitySchedule>(m_client, m_client.pathOf(schedule), urgency, context, availabilityScheduleFromJson,
                                  std::move(then));
}

void AvailabilityApi::busyTimes(const QUrl &user, const TimeRange &range, Urgency urgency, QObject *context,
                                std::function<void(const Result<QList<BusyTime>> &)> then)
{
    PiecedQuery what{
        .path = QStringLiteral("/user_busy_times"), .range = range, .pieceDays = busyPieceDays, .urgency = urgency};
    addTo(what.query, QStringLiteral("user"), user);
    what.range.begin = std::max(range.begin, m_client.serverNow().addSecs(aheadSeconds));
    readPieces(m_client, what, context, [then = std::move(then)](const Result<RawListing> &rows) {
        if (!rows)
            return then(Unexpected(rows.error()));
        QList<BusyTime> decoded;
        // One that cannot be read would look like free time.
        if (rows->notObjects + decodeInto<BusyTime>(decoded, rows->items, busyTimeFromJson) > 0)
            return then(Unexpected(fieldError(QStringLiteral("collection"))));
        QList<BusyTime> busy;
        for (const BusyTime &time : std::as_const(decoded)) {
            if (!busy.contains(time)) // one that reaches into the next stretch comes with both
                busy.append(time);
        }
        std::sort(busy.begin(), busy.end(),
                  [](const BusyTime &a, const BusyTime &b) { return a.range.begin < b.range.begin; });
        then(busy);
    });
}
