// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingconditions.h"

#include "zones.h"

#include <chrono>

namespace {

using Kind = SearchPart::Kind;
using Trait = SearchPart::Trait;

constexpr qint64 hourMs = std::chrono::milliseconds(std::chrono::hours(1)).count();
constexpr qint64 dayMs = 24 * hourMs;
constexpr int mostChanges = 400; // of clocks; two a year

/// Of the invitees only those of the meeting in hand are looked at.
QString someInvitee(const QString &condition)
{
    return QStringLiteral("EXISTS (SELECT 1 FROM invitees AS i INDEXED BY invitees_by_meeting WHERE i.meeting_id = m.id AND %1)")
        .arg(condition);
}

QString calledOff()
{
    return QStringLiteral("m.canceled = 1 AND NOT %1").arg(endedByMoveCondition());
}

MeetingCondition canceledBy(const QString &who)
{
    return {.sql = QStringLiteral("m.canceled_by_host IS %1 AND %2").arg(who, calledOff())};
}

/// What a clock in `zone` shows at the start, in milliseconds. The offsets stand in the text, of which there is one for
/// each stretch without a change of clocks.
QString clockOf(const QTimeZone &zone, const QDateTime &begin, const QDateTime &end)
{
    const auto offset = [&zone](const QDateTime &utc) { return QString::number(qint64(zone.offsetFromUtc(utc)) * 1000); };
    QString cases;
    QDateTime from = begin;
    for (int changes = 0; changes < mostChanges; ++changes) {
        const QDateTime next = zone.nextTransition(from).atUtc;
        if (!next.isValid() || next > end)
            break;
        cases += QStringLiteral(" WHEN m.start_ms < %1 THEN %2").arg(next.toMSecsSinceEpoch()).arg(offset(from));
        from = next;
    }
    return cases.isEmpty() ? QStringLiteral("(m.start_ms + %1)").arg(offset(from))
                           : QStringLiteral("(m.start_ms + CASE%1 ELSE %2 END)").arg(cases, offset(from));
}

MeetingCondition leadCondition(const SearchPart &part)
{
    MeetingCondition condition{.sql = QStringLiteral("m.created_ms IS NOT NULL AND max(0, m.start_ms - m.created_ms) >= ?"),
                               .values = {part.number * dayMs}};
    if (part.behind >= 0) {
        condition.sql += QStringLiteral(" AND m.start_ms - m.created_ms < ?");
        condition.values.append(part.behind * dayMs);
    }
    return condition;
}

MeetingCondition traitCondition(Trait trait)
{
    switch (trait) {
    case Trait::CalledOff:
        return {.sql = calledOff()};
    case Trait::CanceledByHost:
        return canceledBy(QStringLiteral("1"));
    case Trait::CanceledByInvitee:
        return canceledBy(QStringLiteral("0"));
    case Trait::CanceledByUnknown:
        return canceledBy(QStringLiteral("NULL"));
    case Trait::MovedAway:
        return {.sql = movedAwayCondition()};
    default:
        return {};
    }
}

} // namespace

QString movedAwayCondition()
{
    return someInvitee(QStringLiteral("i.rescheduled = 1"));
}

QString endedByMoveCondition()
{
    return QStringLiteral("(m.canceled = 1 AND m.invitees_limit <= 1 AND %1)").arg(movedAwayCondition());
}

MeetingCondition rowConditionOf(const SearchPart &part, const QTimeZone &zone, const QDateTime &begin, const QDateTime &end)
{
    switch (part.kind) {
    case Kind::Trait:
        return traitCondition(part.trait);
    case Kind::Weekday: // the first of January 1970 was a Thursday
        return {.sql = QStringLiteral("(%1 / %2 + 3) % 7 + 1 = ?").arg(clockOf(zone, begin, end)).arg(dayMs), .values = {part.number}};
    case Kind::Hours:
        return {.sql = QStringLiteral("%1 / %2 % 24 BETWEEN ? AND ?").arg(clockOf(zone, begin, end)).arg(hourMs),
                .values = {part.number, part.behind - 1}};
    case Kind::Lead:
        return leadCondition(part);
    case Kind::Source:
        if (part.text.isEmpty())
            return {.sql = QStringLiteral("m.invitees_state > 0 AND NOT ") + someInvitee(QStringLiteral("i.utm_source <> ''"))};
        return {.sql = someInvitee(QStringLiteral("i.utm_source = ? COLLATE NOCASE")), .values = {part.text}};
    case Kind::Campaign:
        return {.sql = someInvitee(QStringLiteral("i.utm_campaign = ? COLLATE NOCASE")), .values = {part.text}};
    case Kind::Zone:
        return {.sql = someInvitee(QStringLiteral("instr(lower(i.timezone), ?) > 0")), .values = {part.text}};
    case Kind::Days: // a stretch that is wanted is asked of the index
        if (part.excluded)
            return {.sql = QStringLiteral("m.start_ms >= ? AND m.start_ms < ?"),
                    .values = {startOfDayUtc(part.first, zone).toMSecsSinceEpoch(), startOfDayUtc(part.end, zone).toMSecsSinceEpoch()}};
        break;
    case Kind::Text:
        break;
    }
    return {};
}
