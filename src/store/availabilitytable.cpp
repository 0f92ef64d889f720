// SPDX-License-Identifier: GPL-3.0-or-later
#include "availabilitytable.h"

#include "resourcejson.h"
#include "statement.h"
#include "storedvalues.h"
#include "timespans.h"

#include <algorithm>
#include <tuple>

namespace {

QString wordFor(BusyTime::Kind kind)
{
    switch (kind) {
    case BusyTime::Kind::Calendly:
        return QStringLiteral("calendly");
    case BusyTime::Kind::Reserved:
        return QStringLiteral("reserved");
    case BusyTime::Kind::External:
        break;
    }
    return QStringLiteral("external");
}

BusyTime::Kind busyKindOf(const QString &word)
{
    if (word == QLatin1String("calendly"))
        return BusyTime::Kind::Calendly;
    return word == QLatin1String("reserved") ? BusyTime::Kind::Reserved : BusyTime::Kind::External;
}

TimeRange rangeOf(const QSqlQuery &row)
{
    return {.begin = instantOf(row.value(0)), .end = instantOf(row.value(1))};
}

struct Seen
{
    TimeRange range;
    QDateTime at;
};

/// The stretches that `range` meets, in order.
Result<QList<Seen>> seenWithin(Database &database, const TimeRange &range)
{
    // Stretches do not overlap: of those that begin before the range only the last can reach into it.
    Statement read(
        database,
        QStringLiteral("SELECT begin_ms, end_ms, seen_ms FROM busy_seen WHERE begin_ms < ? AND end_ms > ?"
                       " AND begin_ms >= coalesce((SELECT max(begin_ms) FROM busy_seen WHERE begin_ms <= ?), ?)"
                       " ORDER BY begin_ms"));
    QList<Seen> seen;
    const QVariant begin = toColumn(range.begin);
    const Result<Done> done = read.forEach({toColumn(range.end), begin, begin, begin}, [&](const QSqlQuery &row) {
        seen.append({.range = rangeOf(row), .at = instantOf(row.value(2))});
    });
    if (!done)
        return Unexpected(done.error());
    return seen;
}

Result<Done> noteSeen(Database &database, const TimeRange &range, const QDateTime &at)
{
    const Result<QList<Seen>> before = seenWithin(database, range);
    if (!before)
        return Unexpected(before.error());
    QList<Seen> after{{.range = range, .at = at}};
    Statement remove(database, QStringLiteral("DELETE FROM busy_seen WHERE begin_ms = ?"));
    Result<Done> done = Done{};
    for (const Seen &old : *before) {
        if (old.range.begin < range.begin)
            after.append({.range = {.begin = old.range.begin, .end = range.begin}, .at = old.at});
        if (old.range.end > range.end)
            after.append({.range = {.begin = range.end, .end = old.range.end}, .at = old.at});
        if (done)
            done = remove.run({toColumn(old.range.begin)});
    }
    Statement add(database, QStringLiteral("INSERT INTO busy_seen (begin_ms, end_ms, seen_ms) VALUES (?,?,?)"));
    for (auto seen = after.cbegin(); done && seen != after.cend(); ++seen)
        done = add.run({toColumn(seen->range.begin), toColumn(seen->range.end), toColumn(seen->at)});
    return done;
}

} // namespace

AvailabilityTable::AvailabilityTable(Database &database)
    : m_database(database)
{
}

Result<bool> AvailabilityTable::replaceSchedules(const QList<AvailabilitySchedule> &schedules)
{
    QList<AvailabilitySchedule> sorted = schedules;
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
        return std::tuple(!a.isDefault, a.name, a.uri) < std::tuple(!b.isDefault, b.name, b.uri);
    });
    if (sorted == this->schedules())
        return false;
    const Result<Done> done = m_database.transaction([&]() -> Result<Done> {
        Result<Done> step = Statement(m_database, QStringLiteral("DELETE FROM schedules")).run();
        Statement add(
            m_database,
            QStringLiteral("INSERT OR REPLACE INTO schedules (uri, name, is_default, source) VALUES (?,?,?,?)"));
        for (auto each = sorted.cbegin(); step && each != sorted.cend(); ++each)
            step = add.run({toColumn(each->uri), toColumn(each->name), each->isDefault, packed(toJson(*each))});
        return step;
    });
    if (!done)
        return Unexpected(done.error());
    return true;
}

QList<AvailabilitySchedule> AvailabilityTable::schedules() const
{
    QList<AvailabilitySchedule> schedules;
    Statement read(m_database, QStringLiteral("SELECT source FROM schedules ORDER BY is_default DESC, name, uri"));
    read.forEach({}, [&](const QSqlQuery &row) {
        const auto schedule = availabilityScheduleFromJson(unpacked(row.value(0).toByteArray()));
        if (schedule)
            schedules.append(*schedule);
    });
    return schedules;
}

Result<Done> AvailabilityTable::replaceBusyTimes(const TimeRange &range, const QList<BusyTime> &busy,
                                                 const QDateTime &seenAt)
{
    return m_database.transaction([&]() -> Result<Done> {
        Statement remove(m_database,
                         QStringLiteral("DELETE FROM busy_times WHERE start_ms < ? AND (end_ms > ? OR start_ms >= ?)"));
        Result<Done> step = remove.run({toColumn(range.end), toColumn(range.begin), toColumn(range.begin)});
        Statement add(
            m_database,
            QStringLiteral("INSERT OR REPLACE INTO busy_times (start_ms, end_ms, kind, meeting) VALUES (?,?,?,?)"));
        for (auto each = busy.cbegin(); step && each != busy.cend(); ++each)
            step = add.run(
                {toColumn(each->range.begin), toColumn(each->range.end), wordFor(each->kind), toColumn(each->meeting)});
        return step ? noteSeen(m_database, range, seenAt) : step;
    });
}

QList<BusyTime> AvailabilityTable::busyTimes(const TimeRange &range) const
{
    QList<BusyTime> busy;
    Statement read(m_database,
                   QStringLiteral("SELECT start_ms, end_ms, kind, meeting FROM busy_times"
                                  " WHERE start_ms < ? AND end_ms > ? ORDER BY start_ms, end_ms"));
    read.forEach({toColumn(range.end), toColumn(range.begin)}, [&](const QSqlQuery &row) {
        busy.append(
            {.kind = busyKindOf(row.value(2).toString()), .range = rangeOf(row), .meeting = urlOf(row.value(3))});
    });
    return busy;
}

QDateTime AvailabilityTable::busyTimesSeenAt(const TimeRange &range) const
{
    const Result<QList<Seen>> seen = seenWithin(m_database, range);
    QDateTime upTo = range.begin;
    QDateTime oldest;
    for (const Seen &each : seen.value_or({})) {
        if (each.range.begin > upTo)
            return {};
        upTo = std::max(upTo, each.range.end);
        oldest = oldest.isNull() ? each.at : std::min(oldest, each.at);
    }
    return upTo >= range.end ? oldest : QDateTime();
}

QList<TimeRange> AvailabilityTable::busyTimesUnseen(const TimeRange &range) const
{
    QList<TimeRange> seen;
    for (const Seen &each : seenWithin(m_database, range).value_or({}))
        seen.append(each.range);
    return without({range}, seen);
}
