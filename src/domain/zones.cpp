// SPDX-License-Identifier: GPL-3.0-or-later
#include "zones.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace {

constexpr qint64 dayLength = 24 * 60 * 60 * 1000; // milliseconds
constexpr qsizetype mostZones = 64;
constexpr qsizetype mostDays = 4000;
constexpr qsizetype mostNames = 1000;

/// The offsets of a zone by the days of UTC on which its clocks are left alone; no number where they are changed.
using OffsetsByDay = QHash<qint64, std::optional<int>>;

std::optional<int> offsetOfDay(qint64 day, const QTimeZone &zone)
{
    const auto offset = [&zone](qint64 instant) { return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC)); };
    const int begin = offset(day * dayLength);
    return begin == offset((day + 1) * dayLength - 1) ? std::optional(begin) : std::nullopt;
}

/// As QTimeZone says, which searches a zone's whole history each time, while lists ask thousands of times within a few
/// weeks. The answers are kept for each thread.
int offsetFromUtc(const QDateTime &utc, const QTimeZone &zone)
{
    thread_local QHash<QByteArray, OffsetsByDay> known;
    const QByteArray id = zone.id();
    if (!utc.isValid() || id.isEmpty())
        return zone.offsetFromUtc(utc);
    if (known.size() > mostZones)
        known.clear();
    OffsetsByDay &days = known[id];
    if (days.size() > mostDays)
        days.clear();
    const qint64 msecs = utc.toMSecsSinceEpoch();
    const qint64 day = (msecs - (msecs < 0 ? dayLength - 1 : 0)) / dayLength;
    auto found = days.constFind(day);
    if (found == days.cend())
        found = days.insert(day, offsetOfDay(day, zone));
    return found->has_value() ? **found : zone.offsetFromUtc(utc);
}

/// In Qt 6.4 any word passes for a zone: "Tokyo" and "Atlantis" as POSIX rules of that abbreviation without an offset, "Foo5"
/// as one that is five hours behind.
bool isPosixRule(const QString &name, const QTimeZone &zone)
{
    static const QRegularExpression digit(QStringLiteral("[0-9]"));
    static const QRegularExpression zonesWithDigits(QStringLiteral("\\A(?:EST5EDT|CST6CDT|MST7MDT|PST8PDT|GMT[+-]?0)\\z"));
    if (name.contains(QLatin1Char('/')))
        return false;
    if (name.contains(digit))
        return !zonesWithDigits.match(name).hasMatch();
    const QDateTime any(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    const bool isRule = zone.abbreviation(any) == name && zone.offsetFromUtc(any) == 0 && !zone.hasDaylightTime();
    return isRule && name != QLatin1String("UTC") && name != QLatin1String("GMT");
}

std::optional<QTimeZone> readZone(const QString &ianaName)
{
    // QTimeZone("") is the system zone.
    static const QRegularExpression shape(QStringLiteral("\\A[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}\\z"));
    if (!shape.match(ianaName).hasMatch())
        return std::nullopt;
    if (ianaName.startsWith(QLatin1String("posix/")) || ianaName.startsWith(QLatin1String("right/")))
        return std::nullopt;
    QTimeZone zone(ianaName.toLatin1());
    if (!zone.isValid() || isPosixRule(ianaName, zone))
        return std::nullopt;
    return zone;
}

} // namespace

UtcInstant toUtc(QDate date, QTime time, const QTimeZone &zone)
{
    const QDateTime naive(date, time, Qt::UTC);
    const int before = zone.offsetFromUtc(naive.addDays(-1));
    const int after = zone.offsetFromUtc(naive.addDays(1));
    QList<QDateTime> hits;
    for (const int offset : {before, after}) {
        const QDateTime utc = naive.addSecs(-offset);
        if (zone.offsetFromUtc(utc) == offset && !hits.contains(utc))
            hits.append(utc);
    }
    if (hits.isEmpty())
        return {naive.addSecs(-before), true, false};
    std::sort(hits.begin(), hits.end());
    return {hits.first(), false, hits.size() > 1};
}

QDateTime wallClock(const QDateTime &utc, const QTimeZone &zone)
{
    return QDateTime(utc.toUTC().addSecs(offsetFromUtc(utc, zone)));
}

std::optional<QTimeZone> zoneNamed(const QString &ianaName)
{
    thread_local QHash<QString, std::optional<QTimeZone>> known;
    if (known.size() > mostNames)
        known.clear();
    auto found = known.constFind(ianaName);
    if (found == known.cend())
        found = known.insert(ianaName, readZone(ianaName));
    return *found;
}

QTimeZone zoneOfUser(const QString &ianaName)
{
    return zoneNamed(ianaName).value_or(QTimeZone::utc());
}

QTimeZone zoneOfSystem()
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    return zone.isValid() ? zone : QTimeZone::utc();
}

QString cityOf(const QString &ianaName)
{
    QString city = ianaName.section(QLatin1Char('/'), -1);
    return city.replace(QLatin1Char('_'), QLatin1Char(' '));
}

QDateTime startOfDayUtc(QDate date, const QTimeZone &zone)
{
    const UtcInstant midnight = toUtc(date, QTime(0, 0), zone);
    if (!midnight.inGap)
        return midnight.utc;
    // The clock jumps over midnight: the day begins at the jump.
    const QDateTime jump = nextClockChange(midnight.utc.addDays(-1), zone, 2);
    return jump.isValid() ? jump : midnight.utc;
}

QDateTime nextClockChange(const QDateTime &utc, const QTimeZone &zone, int days)
{
    const QTimeZone::OffsetData next = zone.nextTransition(utc);
    if (!next.atUtc.isValid() || next.atUtc > utc.addDays(days))
        return {};
    const int change = zone.offsetFromUtc(next.atUtc) - zone.offsetFromUtc(next.atUtc.addSecs(-1));
    // A transition that only renames the zone leaves the clocks alone.
    return change != 0 ? next.atUtc
                       : nextClockChange(next.atUtc, zone, static_cast<int>(next.atUtc.daysTo(utc.addDays(days))));
}
