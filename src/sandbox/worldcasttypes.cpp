// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldcasttypes.h"

using namespace Qt::StringLiterals;

namespace {

const WorldPlace zoom{u"zoom_conference"_s, {}, {}, {}};
const WorldPlace meet{u"google_conference"_s, {}, {}, {}};
const WorldPlace teams{u"microsoft_teams_conference"_s, {}, {}, {}};
const WorldPlace webex{u"webex_conference"_s, {}, {}, {}};
const WorldPlace goToMeeting{u"gotomeeting_conference"_s, {}, {}, {}};
const WorldPlace studio{
    u"physical"_s, u"Studio, Lichtgasse 4, Berlin"_s, u"Ring at the green door, second yard."_s, {}};
const WorldPlace phone{u"outbound_call"_s, {}, {}, {}};
const WorldPlace askInvitee{u"ask_invitee"_s, {}, {}, {}};

/// Fills what all types of one owner share.
class TypeMaker
{
public:
    TypeMaker(World &world, const WorldCalendar &calendar, int owner)
        : m_world(world)
        , m_calendar(calendar)
        , m_owner(owner)
    {
    }

    WorldEventType type(const QString &name, const QString &slug, int minutes, const QString &color,
                        const WorldPlace &place) const
    {
        const WorldUser &owner = m_world.users()[static_cast<size_t>(m_owner)];
        WorldEventType made;
        made.organization = owner.organization;
        made.owner = m_owner;
        made.hosts = {m_owner};
        made.name = name;
        made.slug = slug;
        made.publicPath = u"/%1/%2"_s.arg(owner.slug, slug);
        made.durationMinutes = minutes;
        made.color = color;
        made.places = {place};
        const WorldSchedule *schedule = m_world.defaultScheduleOf(m_owner);
        made.schedule = schedule ? schedule->id : noId;
        return made;
    }

    int add(WorldEventType type)
    {
        const int sequence = static_cast<int>(m_world.eventTypes().size());
        type.position = m_position++;
        type.createdAt = m_calendar.at(m_calendar.day(-800 + 9 * sequence), 9, 30 + sequence % 25);
        type.updatedAt = m_calendar.at(m_calendar.day(-40 - sequence % 13), 16, 5);
        return m_world.add(std::move(type));
    }

    void shareWith(WorldEventType &type, const QString &team, const QList<int> &others, WorldPooling pooling) const
    {
        type.hosts += others;
        type.pooling = pooling;
        type.team = team;
        type.publicPath = u"/northlight-studio/"_s + type.slug;
    }

private:
    World &m_world;
    const WorldCalendar &m_calendar;
    int m_owner;
    int m_position = 0;
};

const QString studioTeam = u"Northlight Studio"_s;

void addPinned(TypeMaker &make, WorldCast &cast)
{
    WorldEventType intro = make.type(u"30 min intro"_s, u"30-min-intro"_s, 30, u"#7a4fb0"_s, zoom);
    intro.description = u"A first talk: who you are, what you are after, and whether we are the right people for it."_s;
    intro.internalNote = u"Ask for budget before the demo"_s;
    intro.questions = {{u"What would you like to talk about?"_s, u"text"_s, true},
                       {u"How did you find us?"_s, u"single_select"_s, false, true,
                        {u"A friend"_s, u"The newsletter"_s, u"A talk"_s}, true}};
    cast.intro = make.add(intro);

    WorldEventType checkIn = make.type(u"15 min check-in"_s, u"check-in"_s, 15, u"#3e8e5a"_s, meet);
    checkIn.startIncrementMinutes = 15;
    cast.checkIn = make.add(checkIn);

    WorldEventType demo = make.type(u"Product demo"_s, u"demo"_s, 45, u"#d2572b"_s, zoom);
    demo.durationOptions = {45, 60};
    demo.description = u"A tour of what we make, with your own questions in the middle."_s;
    demo.questions = {{u"What would you like to see?"_s, u"text"_s, true},
                      {u"Company size"_s, u"single_select"_s, false, true,
                       {u"1 to 10"_s, u"11 to 50"_s, u"50 to 200"_s, u"More than 200"_s}, false}};
    make.shareWith(demo, studioTeam, {cast.june, cast.aiko, cast.dev}, WorldPooling::RoundRobin);
    cast.demo = make.add(demo);

    WorldEventType onboarding = make.type(u"Customer onboarding"_s, u"onboarding"_s, 60, u"#5a62b8"_s, meet);
    onboarding.bufferAfterMinutes = 15;
    onboarding.questions = {{u"Which team will use it first?"_s, u"string"_s, true}};
    make.shareWith(onboarding, studioTeam, {cast.theo}, WorldPooling::Collective);
    cast.onboarding = make.add(onboarding);

    WorldEventType portfolio = make.type(u"Portfolio review"_s, u"portfolio"_s, 45, u"#b83a72"_s, studio);
    portfolio.bufferBeforeMinutes = 10;
    portfolio.paid = true;
    portfolio.description = u"Bring three to five pieces. We look at them together; 60 EUR."_s;
    portfolio.questions = {{u"Link to your work"_s, u"string"_s, true}};
    cast.portfolio = make.add(portfolio);

    WorldEventType callBack = make.type(u"Phone call back"_s, u"call-back"_s, 20, u"#8c6a3f"_s, phone);
    callBack.startIncrementMinutes = 20;
    callBack.minimumNoticeMinutes = 60;
    cast.callBack = make.add(callBack);
}

void addUnpinned(TypeMaker &make, const MaraHours &hours, WorldCast &cast)
{
    WorldEventType office = make.type(u"Office hours"_s, u"office-hours"_s, 30, u"#f2dc3a"_s, teams);
    office.group = true;
    office.inviteesLimit = 8;
    office.description = u"Come with one question. Up to eight people, first come, first served."_s;
    cast.officeHours = make.add(office);

    WorldEventType interview = make.type(u"Interview, design role"_s, u"interview-design"_s, 60, u"#5e6c78"_s, zoom);
    interview.secret = true;
    interview.questions = {{u"Phone number for the day"_s, u"phone_number"_s, true}};
    make.shareWith(interview, studioTeam, {cast.nils, cast.leila}, WorldPooling::Collective);
    cast.interview = make.add(interview);

    WorldEventType quarterly = make.type(u"Quarterly review"_s, u"quarterly"_s, 90, u"#1e8c93"_s, meet);
    quarterly.adminManaged = true;
    cast.quarterly = make.add(quarterly);

    WorldEventType workshop = make.type(u"Workshop date"_s, u"workshop-date"_s, 180, u"#6f8f2c"_s, askInvitee);
    workshop.poll = true;
    workshop.schedule = hours.evenings;
    cast.workshop = make.add(workshop);

    WorldEventType coaching = make.type(u"Coaching session"_s, u"coaching"_s, 30, u"#8e8a1e"_s, phone);
    coaching.durationOptions = {30, 60};
    coaching.schedule = hours.evenings;
    coaching.questions = {{u"What should be different afterwards?"_s, u"text"_s, false},
                          {u"Topics"_s, u"multi_select"_s, false, true, {u"Work"_s, u"Health"_s, u"Money"_s}, true}};
    cast.coachingSession = make.add(coaching);

    WorldEventType contract = make.type(u"Contract walk-through"_s, u"one-off"_s, 45, u"#a04a9c"_s, zoom);
    contract.adhoc = true;
    contract.active = false;
    contract.schedule = noId;
    cast.contract = make.add(contract);
}

void addColleagues(World &world, const WorldCalendar &calendar, const WorldCast &cast)
{
    TypeMaker theo(world, calendar, cast.theo);
    WorldEventType budget = theo.type(u"Budget round"_s, u"budget"_s, 45, u"#0e7c86"_s, webex);
    budget.locale = u"it"_s;
    budget.adminManaged = true;
    theo.add(budget);
    WorldEventType old = theo.type(u"Quick chat"_s, u"quick-chat"_s, 10, u"#777777"_s, meet);
    old.active = false;
    old.deletedAt = calendar.at(calendar.day(-200), 8);
    theo.add(old);

    TypeMaker june(world, calendar, cast.june);
    WorldEventType call
        = june.type(u"Sales call"_s, u"sales-call"_s, 30, u"#c2410c"_s,
                    {u"inbound_call"_s, {}, u"Say that you have an appointment."_s, u"+1 555 010 0199"_s});
    june.add(call);
    WorldEventType training = june.type(u"Training"_s, u"training"_s, 60, u"#1d4ed8"_s, goToMeeting);
    training.group = true;
    training.inviteesLimit = 20;
    training.paid = true;
    june.add(training);

    TypeMaker nils(world, calendar, cast.nils);
    WorldEventType walk = nils.type(u"Walk & talk"_s, u"walk"_s, 45, u"#15803d"_s,
                                    {u"custom"_s, u"By the fountain <in front of the town hall>"_s, {}, {}});
    walk.places.append(zoom);
    nils.add(walk);
    WorldEventType nameless = nils.type(QString(), QString(), 30, u"#a3a3a3"_s, zoom);
    nameless.publicPath = u"/nils/untitled"_s;
    nameless.profileKnown = false;
    nameless.secret = true;
    nils.add(nameless);

    TypeMaker leila(world, calendar, cast.leila);
    leila.add(leila.type(u"Rendez-vous café"_s, u"cafe"_s, 30, u"#9a3412"_s, askInvitee));
    TypeMaker aiko(world, calendar, cast.aiko);
    aiko.add(aiko.type(u"30分ミーティング"_s, u"30min"_s, 30, u"#be185d"_s, zoom));
    TypeMaker dev(world, calendar, cast.dev);
    WorldEventType bug = dev.type(u"Bug clinic"_s, u"bug-clinic"_s, 25, u"#4338ca"_s, meet);
    bug.startIncrementMinutes = 15;
    bug.places.clear();
    dev.add(bug);
}

} // namespace

void addMaraTypes(World &world, const WorldCalendar &calendar, const MaraHours &hours, WorldCast &cast)
{
    TypeMaker make(world, calendar, cast.mara);
    addPinned(make, cast);
    addUnpinned(make, hours, cast);
}

void addOtherTypes(World &world, const WorldCalendar &calendar, WorldCast &cast)
{
    addColleagues(world, calendar, cast);

    TypeMaker coaching(world, calendar, cast.maraCoaching);
    WorldEventType group = coaching.type(u"Coaching group"_s, u"group"_s, 75, u"#8e8a1e"_s, studio);
    group.group = true;
    group.inviteesLimit = 6;
    cast.coachingGroup = coaching.add(group);
    coaching.add(coaching.type(u"First talk"_s, u"first-talk"_s, 30, u"#6b7280"_s, phone));

    TypeMaker ottilie(world, calendar, cast.ottilie);
    ottilie.add(ottilie.type(u"Board call"_s, u"board"_s, 60, u"#334155"_s, teams));
    TypeMaker rasmus(world, calendar, cast.rasmus);
    WorldEventType consult = rasmus.type(u"Consultation"_s, u"consultation"_s, 30, u"#0f766e"_s, webex);
    consult.paid = true;
    rasmus.add(consult);
}
