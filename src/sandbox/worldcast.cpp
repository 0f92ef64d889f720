// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldcast.h"

#include "worldcasttypes.h"
#include "zones.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int clockMinutes(int hour, int minute = 0)
{
    return hour * 60 + minute;
}

/// Adds people with what every one of them has.
class CastMaker
{
public:
    CastMaker(World &world, const WorldCalendar &calendar) : m_world(world), m_calendar(calendar) { }

    int organization(const QString &name, const QString &plan, const QString &stage, bool single)
    {
        const WorldTime created = m_calendar.at(m_calendar.day(-1200), 9);
        return m_world.add(WorldOrganization{noId, name, plan, stage, single, created, created + 1000 * 3600});
    }

    int person(const QString &name, const QString &email, const QString &slug, const QString &zone, int organization,
               WorldRole role)
    {
        WorldUser user;
        user.name = name;
        user.email = email;
        user.slug = slug;
        user.timezone = zone;
        user.locale = zone == "Europe/Berlin"_L1 ? u"de"_s : u"en"_s;
        user.twentyFourHours = zone.startsWith("Europe/"_L1);
        user.hasAvatar = m_world.users().size() % 3 == 1;
        user.createdAt = m_calendar.at(m_calendar.day(-1100 + static_cast<int>(m_world.users().size()) * 37), 10, 12);
        user.updatedAt = user.createdAt + WorldTime(86400) * 1000 * 30;
        const WorldTime joined = user.createdAt;
        const int id = m_world.add(user);
        m_world.add(WorldMembership{noId, organization, id, role, joined, joined});
        return id;
    }

    int schedule(int user, const QString &name, bool isDefault, const QString &zone,
                 const QList<QList<WorldInterval>> &week)
    {
        WorldSchedule schedule{noId, user, name, isDefault, zone, {}};
        for (int weekday = 1; weekday <= 7; ++weekday)
            schedule.rules.append({weekday, {}, week.value(weekday - 1)});
        return m_world.add(std::move(schedule));
    }

    /// Nine to five with a break, in the user's own zone.
    int workingHours(int user, int from = 9, int to = 17)
    {
        const QList<WorldInterval> day{{clockMinutes(from), clockMinutes(from + 3)},
                                       {clockMinutes(from + 4), clockMinutes(to)}};
        return schedule(user, u"Working hours"_s, true, m_world.users()[static_cast<size_t>(user)].timezone,
                        {day, day, day, day, day, {}, {}});
    }

private:
    World &m_world;
    const WorldCalendar &m_calendar;
};

void addNorthlight(CastMaker &maker, WorldCast &cast)
{
    cast.northlight = maker.organization(u"Northlight Studio"_s, u"teams"_s, u"paid"_s, false);
    const auto person = [&](const QString &name, const QString &slug, const QString &zone, WorldRole role) {
        return maker.person(name, slug + u"@northlight.example"_s, slug, zone, cast.northlight, role);
    };
    cast.mara = person(u"Mara Lindqvist"_s, u"mara"_s, u"Europe/Berlin"_s, WorldRole::Owner);
    cast.theo = person(u"Theo Marchetti"_s, u"theo"_s, u"Europe/Rome"_s, WorldRole::Admin);
    cast.june = person(u"June Calloway"_s, u"june"_s, u"America/New_York"_s, WorldRole::User);
    cast.nils = person(u"Nils Aaberg"_s, u"nils"_s, u"Europe/Oslo"_s, WorldRole::User);
    cast.leila = person(u"Leila Haddou"_s, u"leila"_s, u"Africa/Casablanca"_s, WorldRole::User);
    cast.aiko = person(u"相沢 愛子"_s, u"aiko"_s, u"Asia/Tokyo"_s, WorldRole::User);
    cast.dev = person(u"Dev Raman"_s, u"dev"_s, u"Asia/Kathmandu"_s, WorldRole::User);
}

/// Hours as the availability page of the pictures shows them.
MaraHours addMaraHours(World &world, CastMaker &maker, const WorldCalendar &calendar, int mara)
{
    const QString berlin = u"Europe/Berlin"_s;
    const WorldInterval morning{clockMinutes(9), clockMinutes(12, 30)};
    const QList<WorldInterval> day{morning, {clockMinutes(13, 30), clockMinutes(17)}};
    const QList<WorldInterval> friday{morning, {clockMinutes(13, 30), clockMinutes(17, 30)}};
    const QList<WorldInterval> evening{{clockMinutes(18), clockMinutes(21)}};
    const QList<WorldInterval> early{{clockMinutes(8), clockMinutes(11)}};

    MaraHours hours;
    hours.working = maker.schedule(mara, u"Working hours"_s, true, berlin, {day, day, day, day, friday, {}, {}});
    hours.evenings = maker.schedule(mara, u"Evenings"_s, false, berlin, {evening, {}, evening, evening, {}, {}, {}});
    hours.mornings = maker.schedule(mara, u"US mornings"_s, false, u"America/New_York"_s,
                                    {early, early, early, early, early, {}, {}});

    QList<WorldRule> &rules = world.editSchedule(hours.working).rules;
    rules.append({0, calendar.day(1), {{clockMinutes(10), clockMinutes(13)}}});
    rules.append({0, calendar.day(18), {}});
    rules.append({0, calendar.day(19), {{clockMinutes(13, 30), clockMinutes(17)}}});
    rules.append({0, calendar.day(28), {{clockMinutes(9), clockMinutes(12)}}});
    for (int days = 34; days <= 41; ++days)
        rules.append({0, calendar.day(days), {}});
    return hours;
}

void addOthers(World &world, CastMaker &maker, const WorldCalendar &calendar, WorldCast &cast)
{
    cast.coaching = maker.organization(u"Lindqvist Coaching"_s, u"basic"_s, u"free"_s, true);
    cast.maraCoaching = maker.person(u"Mara Lindqvist"_s, u"mara@lindqvist-coaching.example"_s, u"mara-lindqvist"_s,
                                     u"Europe/Berlin"_s, cast.coaching, WorldRole::Owner);
    cast.atlas = maker.organization(u"Meridian Atlas Group"_s, u"enterprise"_s, u"paid"_s, false);
    cast.ottilie = maker.person(u"Ottilie Vance"_s, u"ottilie@meridian-atlas.example"_s, u"ottilie"_s,
                                u"America/Chicago"_s, cast.atlas, WorldRole::Owner);
    cast.rasmus = maker.person(u"Rasmus Kjær"_s, u"rasmus@meridian-atlas.example"_s, u"rasmus"_s,
                               u"Europe/Copenhagen"_s, cast.atlas, WorldRole::User);

    const WorldTime asked = calendar.at(calendar.day(-6), 11, 20);
    world.add(
        WorldInvitation{noId, cast.northlight, u"petra@nordwind.example"_s, u"pending"_s, noId, asked, asked, asked});
    world.add(WorldInvitation{noId, cast.northlight, u"ola@fjell.example"_s, u"declined"_s, noId, asked, asked,
                              std::nullopt});
    world.add(WorldInvitation{noId, cast.northlight, u"nils@northlight.example"_s, u"accepted"_s, cast.nils, asked,
                              asked, asked});
    world.add(WorldGroup{noId, cast.northlight, u"Design"_s, {cast.mara, cast.nils, cast.leila}, {cast.june}, asked});
    world.add(WorldGroup{noId, cast.northlight, u"Sales"_s, {cast.june, cast.aiko, cast.dev}, {cast.june}, asked});
}

} // namespace

WorldCalendar::WorldCalendar(const QDateTime &nowUtc, const QTimeZone &zone)
    : m_zone(zone), m_today(wallClock(nowUtc, zone).date())
{
}

QDate WorldCalendar::workday(int count) const
{
    QDate date = m_today;
    const int step = count < 0 ? -1 : 1;
    for (int left = qAbs(count); left > 0;) {
        date = date.addDays(step);
        if (date.dayOfWeek() <= 5)
            --left;
    }
    return date;
}

WorldTime WorldCalendar::at(QDate date, int hour, int minute) const
{
    return toUtc(date, QTime(hour, minute), m_zone).utc.toMSecsSinceEpoch();
}

WorldCast addCast(World &world, const WorldCalendar &calendar)
{
    WorldCast cast;
    CastMaker maker(world, calendar);
    addNorthlight(maker, cast);
    const MaraHours hours = addMaraHours(world, maker, calendar, cast.mara);
    addOthers(world, maker, calendar, cast);
    for (const int user : {cast.theo, cast.june, cast.nils, cast.leila, cast.aiko, cast.dev, cast.maraCoaching,
                           cast.ottilie, cast.rasmus})
        maker.workingHours(user, 9, 17);
    addMaraTypes(world, calendar, hours, cast);
    addOtherTypes(world, calendar, cast);
    return cast;
}
