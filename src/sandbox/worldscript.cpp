// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldscript.h"

#include "scriptwriter.h"

using namespace Qt::StringLiterals;

namespace {

using When = ScriptWriter::When;

WorldTracking tracking(const QString &source, const QString &campaign, const QString &content)
{
    return {source, QString(), campaign, content, QString(), QString()};
}

const QString sameZone = u"Europe/Berlin"_s;

/// The product demo of 13:00: the third with the same person, moved once, with everything that a card can show.
void addProductDemo(ScriptWriter &script)
{
    const WorldCast &cast = script.cast();
    const WorldCalendar &calendar = script.calendar();
    ScriptWriter::Person kenji{u"Kenji Watanabe"_s, u"kenji@harborline.example"_s, u"Asia/Tokyo"_s, 20};
    script.book(cast.intro, {calendar.workday(-30), 10, 0}, kenji);
    script.book(cast.demo, {calendar.workday(-13), 9, 30}, kenji);

    kenji.answers = {{u"What would you like to see?"_s,
                      u"Round robin rules, and how hosts are picked when two people are free."_s, 0},
                     {u"Company size"_s, u"50 to 200"_s, 1}};
    kenji.tracking = tracking(u"newsletter"_s, u"autumn-demo"_s, u"case 20418"_s);
    const int before = script.book(cast.demo, {calendar.workday(-1), 12, 0}, kenji);
    script.world().setBookedAt(script.world().meetings()[static_cast<size_t>(before)].invitees.first(),
                               script.at({calendar.day(-8), 16, 20}));
    const int now = script.meeting(cast.demo, {calendar.today(), 13, 0}, u"8452210337"_s);
    script.invite(now, kenji);
    script.guests(now, {u"yuki@harborline.example"_s, u"taro@harborline.example"_s});
    script.moved(before, now, script.at({calendar.day(-6), 8, 5}));
    script.notes(now, u"Show the picking of hosts first. Taro decides about the budget."_s);
}

void addToday(ScriptWriter &script)
{
    const WorldCast &cast = script.cast();
    const QDate today = script.calendar().today();
    const int missed
        = script.book(cast.checkIn, {today, 9, 0}, {u"Tomasz Wilk"_s, u"tomasz@wilk.example"_s, u"Europe/Warsaw"_s});
    if (script.at({today, 9, 0}) <= script.world().now())
        script.noShow(missed);
    script.book(cast.intro, {today, 10, 30},
                {u"Ana Ruiz"_s, u"ana@ruiz.example"_s, u"Europe/Madrid"_s, 4,
                 {{u"What would you like to talk about?"_s, u"A booking page for our two workshops."_s, 0}}});
    script.book(cast.portfolio, {today, 11, 30},
                {u"Jonas Berg"_s, u"jonas@berg.example"_s, sameZone, 9,
                 {{u"Link to your work"_s, u"https://berg.example/work"_s, 0}}});
    addProductDemo(script);
    script.book(cast.coachingSession, {today, 13, 30},
                {u"Priya Nair"_s, u"priya@nair.example"_s, u"Asia/Kolkata"_s, 12, {}, {}, u"+91 80 5550 0142"_s,
                 WorldPayment{u"ch_3Q7f0c2e"_s, u"stripe"_s, u"60.00"_s, u"EUR"_s, u"Refundable until a day before."_s, true}, 2});
    const int canceled
        = script.book(cast.intro, {today, 14, 30}, {u"Lena Fischer"_s, u"lena@fischer.example"_s, sameZone, 8});
    script.cancel(canceled, u"Lena Fischer"_s, u"traveling"_s, false, script.at({script.calendar().day(-1), 18, 40}));

    const int office = script.meeting(cast.officeHours, {today, 16, 0});
    script.invite(office, {u"Ulrike Sander"_s, u"ulrike@sander.example"_s, sameZone, 5});
    script.invite(office, {u"Owen Pryce"_s, u"owen@pryce.example"_s, u"Europe/London"_s, 4});
    script.invite(office, {u"Della Whitmore"_s, u"della@whitmore.example"_s, u"America/Denver"_s, 3});
    script.invite(office, {u"Bruno Keller"_s, u"bruno@keller.example"_s, sameZone, 2});
    script.invite(office, {u"Gwen Harte"_s, u"gwen@harte.example"_s, u"Europe/London"_s, 1});

    script.book(cast.callBack, {today, 17, 0},
                {u"Marcus Bell"_s, u"marcus@bell.example"_s, u"America/Los_Angeles"_s, 14, {},
                 tracking(u"support"_s, QString(), u"case 20377"_s), u"+1 555 010 0144"_s});
}

/// The interview that was moved twice: it began with a day in the week before last.
void addMovedTwice(ScriptWriter &script)
{
    const WorldCast &cast = script.cast();
    const WorldCalendar &calendar = script.calendar();
    const ScriptWriter::Person emily{u"Emily Hart"_s, u"emily@hart.example"_s, u"America/New_York"_s, 10,
                                     {{u"Phone number for the day"_s, u"+1 555 010 0117"_s, 0}}};
    const int first = script.book(cast.interview, {calendar.workday(-13), 15, 0}, emily);
    const int second = script.book(cast.interview, {calendar.workday(-3), 11, 0}, emily);
    const int third = script.book(cast.interview, {calendar.workday(1), 15, 0}, emily);
    script.moved(first, second, script.at({calendar.workday(-14), 19, 3}));
    script.moved(second, third, script.at({calendar.workday(-4), 17, 31}));
}

void addNextDays(ScriptWriter &script)
{
    const WorldCast &cast = script.cast();
    const WorldCalendar &calendar = script.calendar();
    const QDate next = calendar.workday(1);
    const int onboarding = script.book(cast.onboarding, {next, 9, 0},
                                       {u"Sofia Marin"_s, u"sofia@marin.example"_s, u"Europe/Bucharest"_s, 7,
                                        {{u"Which team will use it first?"_s, u"Customer care"_s, 0}}});
    script.guests(onboarding, {u"radu@marin.example"_s, u"ilinca@marin.example"_s});
    WorldTracking lead = tracking(u"sundial"_s, QString(), u"grace"_s);
    lead.salesforceUuid = u"00Q5f000004kX9bEAE"_s;
    script.book(cast.intro, {next, 10, 15},
                {u"Grace Okafor"_s, u"grace@lagoslab.example"_s, u"Africa/Lagos"_s, 18, {}, lead});
    addMovedTwice(script);
    script.book(cast.demo, {next, 20, 0}, {u"Olivia Tran"_s, u"olivia@tran.example"_s, u"Australia/Sydney"_s, 5});

    script.book(cast.checkIn, {calendar.workday(2), 9, 0},
                {u"Tomasz Wilk"_s, u"tomasz@wilk.example"_s, u"Europe/Warsaw"_s});
    script.book(cast.quarterly, {calendar.workday(3), 10, 0},
                {u"Beatriz Alves"_s, u"beatriz@ponte.example"_s, u"Europe/Lisbon"_s});
    script.book(cast.portfolio, {calendar.workday(4), 14, 0},
                {u"Ola Nyström"_s, u"ola@fjell.example"_s, u"Europe/Stockholm"_s});
    const int office = script.meeting(cast.officeHours, {calendar.workday(5), 16, 0});
    script.invite(office, {u"Bruno Keller"_s, u"bruno@keller.example"_s, sameZone, 3});
    script.invite(office, {u"नीला अय्यर"_s, u"neela@iyer.example"_s, u"Asia/Kolkata"_s, 2});
    script.book(cast.intro, {calendar.workday(7), 11, 0},
                {u"Lars Holm"_s, u"lars@holm.example"_s, u"Europe/Copenhagen"_s, 15});
    script.book(cast.demo, {calendar.workday(9), 15, 0},
                {u"דניאל כהן"_s, u"daniel@cohen.example"_s, u"Asia/Jerusalem"_s, 13});
}

void addEarlierDays(ScriptWriter &script)
{
    const WorldCast &cast = script.cast();
    const WorldCalendar &calendar = script.calendar();
    const QDate monday = calendar.workday(-4);
    const int onboarding = script.book(cast.onboarding, {monday, 9, 0}, {u"Felix Brandt"_s, u"felix@brandt.example"_s});
    script.guests(onboarding, {u"mia@brandt.example"_s});
    script.book(cast.intro, {monday, 10, 15}, {u"Noor Haddad"_s, u"noor@haddad.example"_s, u"Asia/Beirut"_s});
    script.book(cast.demo, {monday, 14, 0}, {u"Rosa Lindgren"_s, u"rosa@lindgren.example"_s, u"Europe/Stockholm"_s});
    script.book(cast.checkIn, {monday, 16, 30}, {u"Tomasz Wilk"_s, u"tomasz@wilk.example"_s, u"Europe/Warsaw"_s});

    const QDate tuesday = calendar.workday(-3);
    script.book(cast.portfolio, {tuesday, 9, 30}, {u"Amir Sadeghi"_s, u"amir@sadeghi.example"_s, u"Asia/Tehran"_s});
    script.book(cast.intro, {tuesday, 13, 30}, {u"Hugo Lopez"_s, u"hugo@lopez.example"_s, u"Europe/Madrid"_s});
    const int office = script.meeting(cast.officeHours, {tuesday, 16, 0});
    for (const QString &name : {u"Ulrike"_s, u"Owen"_s, u"Paula"_s, u"Henrik"_s, u"Salma"_s, u"Bruno"_s})
        script.invite(office, {name + u" Keller"_s, name.toLower() + u"@keller.example"_s, u"Europe/London"_s, 3});

    const QDate wednesday = calendar.workday(-2);
    script.book(cast.quarterly, {wednesday, 10, 0},
                {u"Helena Costa"_s, u"helena@costa.example"_s, u"Europe/Lisbon"_s, 25});
    script.book(cast.checkIn, {wednesday, 15, 0}, {u"Ines Roca"_s, u"ines@roca.example"_s, u"Europe/Madrid"_s});
    script.book(cast.intro, {wednesday, 15, 15}, {u"Paul Meyer"_s, u"paul@meyer.example"_s});
    script.book(cast.demo, {wednesday, 15, 45}, {u"Lin Zhao"_s, u"lin@zhao.example"_s, u"Asia/Shanghai"_s});

    const QDate thursday = calendar.workday(-1);
    script.book(cast.checkIn, {thursday, 9, 0}, {u"Tomasz Wilk"_s, u"tomasz@wilk.example"_s, u"Europe/Warsaw"_s});
    script.book(cast.demo, {thursday, 11, 0}, {u"Sam Adeyemi"_s, u"sam@adeyemi.example"_s, u"Africa/Lagos"_s});
    const int interview = script.book(cast.interview, {thursday, 14, 0}, {u"Ruth Vogel"_s, u"ruth@vogel.example"_s});
    script.guests(interview, {u"panel-a@northlight.example"_s, u"panel-b@northlight.example"_s});
}

void addSecondAccount(ScriptWriter &script)
{
    const WorldCalendar &calendar = script.calendar();
    const int group = script.meeting(script.cast().coachingGroup, {calendar.day(1), 10, 30});
    for (const QString &name : {u"Ida Falk"_s, u"Jo Brenner"_s, u"Nuno Reis"_s, u"Vera Lang"_s})
        script.invite(
            group, {name, name.toLower().replace(QLatin1Char(' '), QLatin1Char('.')) + u"@example.org"_s, sameZone, 9});
}

void addBusy(ScriptWriter &script)
{
    const WorldCalendar &calendar = script.calendar();
    const int mara = script.cast().mara;
    const auto busy = [&](QDate date, int fromHour, int fromMinute, int toHour, int toMinute) {
        script.world().add(WorldExternalBusy{mara, calendar.at(date, fromHour, fromMinute),
                                             calendar.at(date, toHour, toMinute), false});
    };
    busy(calendar.workday(-4), 12, 0, 13, 0);
    busy(calendar.workday(-2), 13, 0, 14, 30);
    busy(calendar.workday(-1), 16, 0, 18, 0);
    busy(calendar.today(), 15, 0, 16, 0);
    busy(calendar.today(), 18, 0, 19, 0);
    script.world().add(
        WorldExternalBusy{mara, calendar.at(calendar.day(2), 0), calendar.at(calendar.day(3), 0), false});
    busy(calendar.workday(2), 13, 30, 14, 0);
    busy(calendar.workday(4), 9, 0, 11, 0);
    busy(calendar.workday(6), 15, 0, 16, 30);
    script.world().add(
        WorldExternalBusy{mara, calendar.at(calendar.workday(3), 14), calendar.at(calendar.workday(3), 15), true});
}

void addLinks(ScriptWriter &script)
{
    const WorldCalendar &calendar = script.calendar();
    const auto link = [&script](const QString &token, int type, WorldTime made, int usedBy) {
        const WorldTime end = QDateTime::fromMSecsSinceEpoch(made, Qt::UTC).addDays(90).toMSecsSinceEpoch();
        script.world().add(WorldLink{noId, token, type, made, end, usedBy, std::nullopt, false});
    };
    const WorldCast &cast = script.cast();
    link(u"ck7q-2vx-9rd"_s, cast.onboarding, calendar.at(calendar.day(-88), 9, 12), noId);
    link(u"cp4n-71x-2mq"_s, cast.intro, calendar.at(calendar.day(0), 8, 2), noId);
    link(u"ct9w-5ka-0hs"_s, cast.intro, calendar.at(calendar.day(-92), 14, 0), noId);
    const WorldUser &mara = script.world().users()[static_cast<size_t>(cast.mara)];
    link(u"cb2f-8zr-6lu"_s, cast.callBack, calendar.at(calendar.day(-14), 11, 5),
         script.world().meetingsOfUser(mara.id).back());
}

} // namespace

void addScript(World &world, const WorldCalendar &calendar, const WorldCast &cast)
{
    ScriptWriter script(world, calendar, cast);
    addToday(script);
    addNextDays(script);
    addEarlierDays(script);
    addSecondAccount(script);
    addBusy(script);
    addLinks(script);
}

bool isScripted(const WorldCalendar &calendar, QDate date)
{
    return calendar.workday(-4) <= date && date <= calendar.day(14);
}
