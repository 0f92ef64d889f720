// SPDX-License-Identifier: GPL-3.0-or-later
#include "changerows.h"

#include "statement.h"
#include "storedvalues.h"

#include <algorithm>
#include <array>
#include <utility>

namespace {

using Kind = MeetingChange::Kind;

constexpr std::array<std::pair<Kind, const char *>, 14> kindWords{{
    {Kind::TimeChanged, "time"},
    {Kind::PlaceChanged, "place"},
    {Kind::NameChanged, "name"},
    {Kind::HostsChanged, "hosts"},
    {Kind::GuestAdded, "guest_added"},
    {Kind::GuestRemoved, "guest_removed"},
    {Kind::Canceled, "canceled"},
    {Kind::Reinstated, "reinstated"},
    {Kind::PersonJoined, "joined"},
    {Kind::PersonLeft, "left"},
    {Kind::PersonReturned, "returned"},
    {Kind::AnswerChanged, "answer"},
    {Kind::NoShowMarked, "no_show"},
    {Kind::NoShowRemoved, "no_show_removed"},
}};

constexpr int mostChanges = 200; ///< of one meeting, should a server say something else each time

QString wordOf(Kind kind)
{
    const auto found = std::find_if(kindWords.begin(), kindWords.end(), [kind](const auto &word) { return word.first == kind; });
    return QLatin1String(found->second);
}

QString columnOf(const TimeRange &time)
{
    return QStringLiteral("%1 %2").arg(time.begin.toMSecsSinceEpoch()).arg(time.end.toMSecsSinceEpoch());
}

TimeRange timeOf(const QString &column)
{
    const auto instant = [&column](int part) { return instantOf(column.section(QLatin1Char(' '), part, part).toLongLong()); };
    return {instant(0), instant(1)};
}

/// Three lines, of which the last may go on: kind, the server's word, and the text.
QString columnOf(const Place &place)
{
    return QStringList{wordFor(place.kind), place.rawType.section(QLatin1Char('\n'), 0, 0), place.location}.join(QLatin1Char('\n'));
}

Place placeOf(const QString &column)
{
    Place place;
    place.kind = placeKindOf(column.section(QLatin1Char('\n'), 0, 0));
    place.rawType = column.section(QLatin1Char('\n'), 1, 1);
    place.location = column.section(QLatin1Char('\n'), 2);
    return place;
}

std::pair<QString, QString> valuesOf(const MeetingChange &change)
{
    if (change.kind == Kind::TimeChanged)
        return {columnOf(change.timeBefore), columnOf(change.timeAfter)};
    if (change.kind == Kind::PlaceChanged)
        return {columnOf(change.placeBefore), columnOf(change.placeAfter)};
    return {change.before, change.after};
}

MeetingChange changeOf(Kind kind, const QSqlQuery &row)
{
    MeetingChange change;
    change.kind = kind;
    change.seenAt = instantOf(row.value(0));
    change.who = row.value(2).toString();
    change.about = row.value(3).toString();
    const QString before = row.value(4).toString();
    const QString after = row.value(5).toString();
    if (kind == Kind::TimeChanged) {
        change.timeBefore = timeOf(before);
        change.timeAfter = timeOf(after);
    } else if (kind == Kind::PlaceChanged) {
        change.placeBefore = placeOf(before);
        change.placeAfter = placeOf(after);
    } else {
        change.before = before;
        change.after = after;
    }
    return change;
}

} // namespace

Result<Done> addChanges(Database &database, const QUrl &meeting, const QList<MeetingChange> &changes)
{
    for (const MeetingChange &change : changes) {
        const auto [before, after] = valuesOf(change);
        Statement add(database,
                      QStringLiteral("INSERT INTO meeting_changes (meeting, seen_ms, kind, who, about, old_value, new_value)"
                                     " SELECT ?,?,?,?,?,?,? WHERE (SELECT count(*) FROM meeting_changes WHERE meeting = ?) < ?"));
        const Result<Done> added
            = add.run({toColumn(meeting), toColumn(change.seenAt), wordOf(change.kind), toColumn(change.who), toColumn(change.about),
                       toColumn(before), toColumn(after), toColumn(meeting), mostChanges});
        if (!added)
            return added;
    }
    return Done{};
}

QList<MeetingChange> changesOf(Database &database, const QUrl &meeting)
{
    QList<MeetingChange> changes;
    Statement read(database,
                   QStringLiteral("SELECT seen_ms, kind, who, about, old_value, new_value FROM meeting_changes"
                                  " WHERE meeting = ? ORDER BY id"));
    read.forEach({toColumn(meeting)}, [&](const QSqlQuery &row) {
        const QString word = row.value(1).toString();
        const auto known = std::find_if(kindWords.begin(), kindWords.end(),
                                        [&word](const auto &each) { return word == QLatin1String(each.second); });
        if (known != kindWords.end())
            changes.append(changeOf(known->first, row));
    });
    return changes;
}
