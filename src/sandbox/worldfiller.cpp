// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldfiller.h"

#include "fillermeeting.h"
#include "worldscript.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr WorldTime minuteLength = 60 * 1000;
constexpr int daysBack = 540;
constexpr int daysAhead = 180;

} // namespace

WorldFiller::WorldFiller(World &world, const WorldCalendar &calendar, const WorldCast &cast)
    : m_world(world), m_calendar(calendar), m_cast(cast), m_dice(world.seed().seed * 0x9e3779b97f4a7c15u + 1)
{
}

void WorldFiller::fill(int count)
{
    prepareHosts(count);
    addBusyTimes();
    // What is left is handed out in proportion to the weight that is left, so that the sum comes out exactly.
    double weightLeft = 0;
    for (int day = -daysBack; day <= daysAhead; ++day) {
        for (const Host &host : std::as_const(m_hosts))
            weightLeft += weightOf(host, m_calendar.day(day));
    }
    int left = count;
    double owed = 0;
    for (int day = -daysBack; day <= daysAhead && left > 0; ++day) {
        for (const Host &host : std::as_const(m_hosts)) {
            const double weight = weightOf(host, m_calendar.day(day));
            if (weight <= 0)
                continue;
            owed += left * weight / weightLeft * (0.5 + m_dice.below(1001) / 1000.0);
            weightLeft -= weight;
            const int due = weightLeft < 1e-9 ? left : std::min(left, static_cast<int>(owed));
            if (due <= 0)
                continue;
            const int made = fillDay(host, m_calendar.day(day), due, left);
            owed -= made;
            left -= made;
        }
    }
}

void WorldFiller::prepareHosts(int count)
{
    QList<int> users{m_cast.mara, m_cast.theo, m_cast.june, m_cast.nils, m_cast.leila, m_cast.aiko,
                     m_cast.dev, m_cast.maraCoaching, m_cast.ottilie, m_cast.rasmus};
    // The demo is about one person's days; only where there are more meetings than fit into them do all get as many.
    const double fair = 1.0 / static_cast<double>(users.size());
    const double mara = std::clamp(3000.0 / std::max(1, count), fair, 0.6);
    for (const int user : std::as_const(users)) {
        Host host{user, {}, m_world.zone(m_world.users()[static_cast<size_t>(user)].timezone),
                  user == m_cast.mara ? mara : (1 - mara) / static_cast<double>(users.size() - 1)};
        for (const WorldEventType &type : m_world.eventTypes()) {
            const bool own
                = type.owner == user || (type.pooling == WorldPooling::RoundRobin && type.hosts.contains(user));
            if (own && !type.poll && !type.adhoc)
                host.types.append(type.id);
        }
        m_hosts.append(host);
    }
    m_weekend = count > 20000 ? 1.0 : 0.04;
    m_people = std::max(150, count / 4);
}

double WorldFiller::weightOf(const Host &host, QDate date) const
{
    if (host.user == m_cast.mara && isScripted(m_calendar, date))
        return 0;
    return host.share * (date.dayOfWeek() > 5 ? m_weekend : 1.0);
}

int WorldFiller::fillDay(const Host &host, QDate date, int count, int room)
{
    // One look at the clock for a whole day: a meeting an hour off on the day of a change harms nobody.
    const QDateTime noon(date, QTime(12, 0), Qt::UTC);
    const WorldTime midnight = QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()
        - WorldTime(host.zone.offsetFromUtc(noon)) * 1000;
    const int begin = count <= 7 ? 9 * 60 : 7 * 60;
    const int end = count <= 7 ? 17 * 60 + 30 : 21 * 60 + 30;
    const int cell = std::max(15, (end - begin) / count);
    int made = 0;
    for (int i = 0; i < count && made < room; ++i) {
        const int spare = std::max(0, cell - 45);
        const int minute = begin + i * cell + (spare > 0 ? m_dice.below(spare + 1) : 0);
        const int quarter = minute / 15 * 15;
        made += addMeeting(host, midnight + quarter * minuteLength, begin + (i + 1) * cell - quarter, room - made);
    }
    return made;
}

const WorldEventType &WorldFiller::chooseType(const Host &host, WorldTime start, int minutesFree)
{
    const auto at
        = [this](int type) -> const WorldEventType & { return m_world.eventTypes()[static_cast<size_t>(type)]; };
    int best = host.types.at(m_dice.below(static_cast<int>(host.types.size())));
    const bool gone = at(best).deletedAt && *at(best).deletedAt < start;
    if (at(best).durationMinutes <= minutesFree && !gone)
        return at(best);
    best = host.types.first();
    for (const int type : host.types) {
        if (at(type).durationMinutes < at(best).durationMinutes && !at(type).deletedAt)
            best = type;
    }
    return at(best);
}

int WorldFiller::addMeeting(const Host &host, WorldTime start, int minutesFree, int room)
{
    const WorldEventType &type = chooseType(host, start, minutesFree);
    FillerMeeting filler(m_world, type, host.user, start, m_people, WorldDice(m_dice.next()));
    const bool mayMove = room > 1 && !type.group;
    return filler.add(mayMove, [this, &host](WorldTime earlier) {
        const QDate date = QDateTime::fromMSecsSinceEpoch(earlier, Qt::UTC).date();
        return host.user == m_cast.mara && isScripted(m_calendar, date);
    });
}

void WorldFiller::addBusyTimes()
{
    for (const Host &host : std::as_const(m_hosts)) {
        for (int day = -30; day <= 90; ++day) {
            const QDate date = m_calendar.day(day);
            if (date.dayOfWeek() > 5 || !m_dice.chance(35) || weightOf(host, date) <= 0)
                continue;
            const WorldTime start = m_calendar.at(date, m_dice.between(8, 17));
            const WorldTime length = m_dice.between(1, 4) * 30 * minuteLength;
            m_world.add(WorldExternalBusy{host.user, start, start + length, m_dice.chance(8)});
        }
    }
}
