// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypesapi.h"

#include "apicall.h"
#include "resourcejson.h"
#include "timepieces.h"

#include <algorithm>

namespace {

constexpr int longPieceDays = 31; // since July 2026
constexpr int shortPieceDays = 7; // before
constexpr int aheadSeconds = 5; // the start must lie in the future when the request arrives

bool isAboutTheSpan(const Error &error)
{
    if (error.kind != Error::Kind::Refused || error.httpStatus != 400)
        return false;
    const auto speaksOfIt = [](const QString &text) {
        for (const QLatin1String word : {QLatin1String("range"), QLatin1String("day"), QLatin1String("week"),
                                         QLatin1String("start_time"), QLatin1String("end_time")}) {
            if (text.contains(word, Qt::CaseInsensitive))
                return true;
        }
        return false;
    };
    return speaksOfIt(error.message)
        || std::any_of(error.details.cbegin(), error.details.cend(), [&speaksOfIt](const ErrorDetail &detail) {
               return speaksOfIt(detail.parameter) || speaksOfIt(detail.message);
           });
}

QList<OpenTime> openTimesFrom(const QList<QJsonObject> &rows)
{
    QList<OpenTime> times;
    decodeInto<OpenTime>(times, rows, openTimeFromJson);
    std::sort(times.begin(), times.end(), [](const OpenTime &a, const OpenTime &b) { return a.start < b.start; });
    const auto same = [](const OpenTime &a, const OpenTime &b) { return a.start == b.start; };
    times.resize(std::unique(times.begin(), times.end(), same) - times.begin());
    return times;
}

} // namespace

EventTypesApi::EventTypesApi(RestClient &client)
    : m_client(client)
    , m_pieceDays(std::make_shared<int>(longPieceDays))
{
}

void EventTypesApi::list(const Query &query, Urgency urgency, QObject *context, ListingThen<EventType> then)
{
    const auto word = [](bool value) { return value ? QStringLiteral("true") : QStringLiteral("false"); };
    QUrlQuery items;
    addTo(items, QStringLiteral("user"), query.user);
    addTo(items, QStringLiteral("organization"), query.organization);
    if (!query.user.isEmpty())
        addTo(items, QStringLiteral("user_availability_schedule"), query.availabilitySchedule);
    if (query.active)
        addTo(items, QStringLiteral("active"), word(*query.active));
    if (query.adminManaged)
        addTo(items, QStringLiteral("admin_managed"), word(*query.adminManaged));
    addTo(items, QStringLiteral("sort"), query.sort);
    addTo(items, QStringLiteral("count"), QStringLiteral("100"));
    readAll<EventType>(m_client, {QStringLiteral("/event_types"), items, urgency}, context, eventTypeFromJson,
                       std::move(then));
}

void EventTypesApi::eventType(const QUrl &eventType, Urgency urgency, QObject *context,
                              std::function<void(const Result<EventType> &)> then)
{
    readOne<EventType>(m_client, m_client.pathOf(eventType), urgency, context, eventTypeFromJson, std::move(then));
}

void EventTypesApi::openTimes(const QUrl &eventType, const TimeRange &range, QObject *context,
                              std::function<void(const Result<QList<OpenTime>> &)> then)
{
    PiecedQuery what{.path = QStringLiteral("/event_type_available_times"), .range = range, .pieceDays = *m_pieceDays};
    addTo(what.query, QStringLiteral("event_type"), eventType);
    what.range.begin = std::max(range.begin, m_client.serverNow().addSecs(aheadSeconds));
    readPieces(
        m_client, what, context,
        [client = &m_client, remembered = m_pieceDays, what, context, then](const Result<RawListing> &rows) {
            if (rows)
                return then(openTimesFrom(rows->items));
            if (what.pieceDays <= shortPieceDays || !isAboutTheSpan(rows.error()))
                return then(Unexpected(rows.error()));
            PiecedQuery shorter = what;
            shorter.pieceDays = shortPieceDays;
            readPieces(*client, shorter, context, [remembered, then](const Result<RawListing> &again) {
                if (!again)
                    return then(Unexpected(again.error()));
                *remembered = shortPieceDays;
                then(openTimesFrom(again->items));
            });
        });
}
