// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulefilter.h"

#include "plaintext.h"
#include "searchquery.h"
#include "zones.h"

#include <QCoreApplication>

#include <array>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleFilter)
};

// Words for what is kept: numbers would change their meaning when an enum grows.
constexpr std::array whenWords{std::pair{ScheduleFilter::When::Upcoming, "upcoming"}, std::pair{ScheduleFilter::When::Past, "past"},
                               std::pair{ScheduleFilter::When::All, "all"}};
constexpr std::array statusWords{std::pair{MeetingQuery::Status::Any, "any"}, std::pair{MeetingQuery::Status::Active, "active"},
                                 std::pair{MeetingQuery::Status::Canceled, "canceled"}, std::pair{MeetingQuery::Status::NoShow, "noShow"},
                                 std::pair{MeetingQuery::Status::Moved, "moved"}};

template <typename Table, typename Value>
QString wordOf(const Table &table, Value value)
{
    for (const auto &[known, word] : table) {
        if (known == value)
            return QLatin1String(word);
    }
    return {};
}

/// The first value where the word is none of ours.
template <typename Table>
auto valueOf(const Table &table, const QString &text)
{
    for (const auto &[value, word] : table) {
        if (text == QLatin1String(word))
            return value;
    }
    return table.front().first;
}

/// True when a search has a first and a last day, so that who asks for them means all of it.
bool isWithinDays(const ScheduleFilter &filter, const QDateTime &now, const QTimeZone &zone)
{
    const SearchDays days = daysOf(searchQueryOf(filter.text, wallClock(now, zone).date()));
    return days.first.isValid() && days.end.isValid();
}

} // namespace

bool isSearch(const ScheduleFilter &filter)
{
    // Which day is today changes what is found, not whether something is looked for.
    return !searchQueryOf(filter.text, QDate(2000, 1, 1)).isEmpty();
}

DayRange daysOf(const ScheduleFilter &filter, QDate today)
{
    const QDate moved = today.addDays(periodDays * filter.step);
    switch (filter.when) {
    case ScheduleFilter::When::Upcoming:
        return {moved, moved.addDays(periodDays)};
    case ScheduleFilter::When::Past:
        return {moved.addDays(-periodDays), moved};
    case ScheduleFilter::When::All:
        return {moved.addDays(-periodDays), moved.addDays(periodDays)};
    }
    return {};
}

MeetingQuery queryOf(const ScheduleFilter &filter, const QDateTime &now, const QTimeZone &zone)
{
    const DayRange days = daysOf(filter, wallClock(now, zone).date());
    MeetingQuery query;
    query.range = {startOfDayUtc(days.first, zone), startOfDayUtc(days.last.addDays(1), zone)};
    if (filter.when == ScheduleFilter::When::Past)
        query.range.end = std::min(query.range.end, now);
    query.status = filter.status;
    query.eventType = filter.eventType;
    query.host = filter.host;
    query.text = filter.text;
    query.now = now;
    query.zone = zone;
    if (isSearch(filter) && !isWithinDays(filter, now, zone))
        query.limit = mostHits;
    query.newestFirst = filter.when == ScheduleFilter::When::Past || isSearch(filter);
    query.collapsesMoved = filter.status == MeetingQuery::Status::Any;
    return query;
}

ScheduleFilter withoutNarrowing(const ScheduleFilter &filter)
{
    ScheduleFilter wide;
    wide.when = filter.when;
    wide.step = filter.step;
    return wide;
}

QString hostText(const ScheduleFilter &filter)
{
    return filter.hostName.isEmpty() ? Words::tr("One host") : filter.hostName;
}

bool hidesActive(const ScheduleFilter &filter)
{
    const bool allStates = filter.status == MeetingQuery::Status::Any || filter.status == MeetingQuery::Status::Active;
    return !allStates || filter.when == ScheduleFilter::When::Past || isSearch(filter) || !filter.eventType.isEmpty() || !filter.host.isEmpty();
}

MeetingQuery hiddenBy(const ScheduleFilter &filter, const MeetingQuery &shown)
{
    MeetingQuery others = queryOf(withoutNarrowing(filter), shown.now, shown.zone);
    others.range = shown.range;
    others.newestFirst = false;
    others.limit = shown.limit;
    others.status = MeetingQuery::Status::Active;
    return others;
}

MeetingQuery activeAround(const Meeting &meeting, const QTimeZone &zone)
{
    MeetingQuery around;
    // A row of meetings may go over midnight.
    around.range = {startOfDayUtc(wallClock(meeting.start, zone).date().addDays(-1), zone),
                    startOfDayUtc(wallClock(meeting.end, zone).date().addDays(2), zone)};
    around.status = MeetingQuery::Status::Active;
    return around;
}

QStringList narrowingNames(const ScheduleFilter &filter)
{
    QStringList names;
    if (isSearch(filter))
        names.append(oneLine(filter.text, 60));
    if (!filter.eventType.isEmpty())
        names.append(filter.eventTypeName);
    if (!filter.host.isEmpty())
        names.append(hostText(filter));
    if (filter.status != MeetingQuery::Status::Any)
        names.append(statusName(filter.status));
    return names;
}

QString statusName(MeetingQuery::Status status)
{
    switch (status) {
    case MeetingQuery::Status::Any:
        return Words::tr("Any");
    case MeetingQuery::Status::Active:
        return Words::tr("Active");
    case MeetingQuery::Status::Canceled:
        return Words::tr("Canceled");
    case MeetingQuery::Status::NoShow:
        return Words::tr("No-show");
    case MeetingQuery::Status::Moved:
        return Words::tr("Moved");
    }
    return {};
}

QJsonObject toJson(const ScheduleFilter &filter)
{
    return {{QStringLiteral("when"), wordOf(whenWords, filter.when)},
            {QStringLiteral("status"), wordOf(statusWords, filter.status)},
            {QStringLiteral("eventType"), filter.eventType.toString(QUrl::FullyEncoded)},
            {QStringLiteral("eventTypeName"), filter.eventTypeName},
            {QStringLiteral("host"), filter.host.toString(QUrl::FullyEncoded)},
            {QStringLiteral("hostName"), filter.hostName},
            {QStringLiteral("text"), filter.text}};
}

ScheduleFilter filterFromJson(const QJsonObject &json)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    return {.when = valueOf(whenWords, text("when")),
            .status = valueOf(statusWords, text("status")),
            .eventType = QUrl(text("eventType")),
            .eventTypeName = text("eventTypeName"),
            .host = QUrl(text("host")),
            .hostName = text("hostName"),
            .text = text("text")};
}
