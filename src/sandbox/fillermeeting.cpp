// SPDX-License-Identifier: GPL-3.0-or-later
#include "fillermeeting.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr WorldTime minuteLength = 60 * 1000;
constexpr WorldTime dayLength = 24 * 60 * minuteLength;

/// What people write into text fields: short, long, in several lines, with markup that must not become markup.
const std::array<QString, 16> &writings()
{
    static const std::array<QString, 16> all{
        u"Just a quick look."_s,
        u"We want to move 40 calendars before the end of the year."_s,
        u"<b>hi</b>"_s,
        u"Looking forward to it 🎉🙂"_s,
        u"First line\nsecond line\n\n- one\n- two"_s,
        u"n/a"_s,
        u"Prices & plans; is there a discount for schools?"_s,
        u"<script>alert(\"no\")</script>"_s,
        u"Können wir über die Verträge reden? Danke schön!"_s,
        u"予約の流れを見せてください。"_s,
        u"أود معرفة المزيد عن الأسعار."_s,
        u"👩‍💻👨‍👩‍👧 🇳🇵"_s,
        u"\"quoted\", 'single', \\back\\slash, %41, &amp;"_s,
        u"It is a long story. We began with a paper book at the front desk, then a shared table, then two other "
        u"programs, and "
        "each time somebody was booked twice. Now there are three rooms, eleven people, two of them in another time "
        "zone, "
        "and one who only works on Thursdays. What we need to see is how all this fits together, who gets the "
        "reminder, "
        "and what happens when the person who comes for the appointment has already moved it twice."_s,
        u"+49 151 5550 0133, after 14:00"_s,
        u"הצעת מחיר לשלושה משתמשים"_s};
    return all;
}

const std::array<QString, 8> &reasons()
{
    static const std::array<QString, 8> all{u"Something came up"_s,
                                            u"ill today, sorry"_s,
                                            u"traveling"_s,
                                            u"The <i>project</i> is on hold"_s,
                                            u"Wrong day, my mistake"_s,
                                            u"No longer needed 🙏"_s,
                                            u""_s,
                                            u"Conflict with a workshop.\nWill book again."_s};
    return all;
}

} // namespace

FillerMeeting::FillerMeeting(World &world, const WorldEventType &type, int host, WorldTime start, int people,
                             WorldDice dice)
    : m_world(world)
    , m_type(type)
    , m_host(host)
    , m_start(start)
    , m_people(people)
    , m_dice(dice)
{
    const WorldTime ahead = m_dice.between(20, 30 * 24 * 60) * minuteLength;
    const WorldTime latest = m_world.now() - m_dice.between(30, 20 * 24 * 60) * minuteLength;
    m_booked = std::min(m_start - ahead, latest);
}

WorldPerson FillerMeeting::person()
{
    return madeUpPerson(static_cast<quint64>(m_dice.below(m_people)));
}

int FillerMeeting::add(bool mayMove, const std::function<bool(WorldTime)> &keptFree)
{
    const WorldPerson first = person();
    WorldMeeting meeting = draft(m_start);
    meeting.place = place(first);
    addGuests(meeting);
    const int added = m_world.add(std::move(meeting));
    m_world.add(invitee(added, first));
    if (m_type.group) {
        const int more = m_dice.below(m_type.inviteesLimit);
        for (int i = 0; i < more; ++i)
            m_world.add(invitee(added, person()));
    }
    const WorldTime before = m_start - m_dice.between(1, 9) * dayLength;
    if (mayMove && m_dice.chance(5) && !keptFree(before)) {
        addMovedFrom(added, before);
        return 2;
    }
    decideFate(added);
    return 1;
}

WorldMeeting FillerMeeting::draft(WorldTime start)
{
    WorldMeeting meeting;
    meeting.eventType = m_type.id;
    meeting.organization = m_type.organization;
    if (!m_dice.chance(1))
        meeting.name = m_type.name;
    meeting.start = start;
    meeting.end = start + m_type.durationMinutes * minuteLength;
    meeting.hosts = m_type.pooling == WorldPooling::RoundRobin ? QList<int>{m_host} : m_type.hosts;
    meeting.inviteesLimit = m_type.inviteesLimit;
    meeting.conferenceFailed = m_dice.chance(1);
    if (m_dice.chance(96))
        meeting.calendarKind = m_dice.chance(70) ? u"google"_s : u"outlook"_s;
    if (m_dice.chance(6))
        meeting.notes = writings()[static_cast<size_t>(m_dice.below(static_cast<int>(writings().size())))];
    meeting.createdAt = m_booked;
    meeting.updatedAt = m_booked;
    return meeting;
}

WorldPlace FillerMeeting::place(const WorldPerson &person)
{
    if (m_type.places.isEmpty())
        return {};
    WorldPlace place = m_type.places.at(m_dice.below(static_cast<int>(m_type.places.size())));
    if (place.kind == "outbound_call"_L1)
        place.location = person.phone;
    else if (place.kind == "ask_invitee"_L1)
        place.location = m_dice.chance(50) ? u"Café am Kanal, the table by the window"_s : u"Your office is fine"_s;
    return place;
}

void FillerMeeting::addGuests(WorldMeeting &meeting)
{
    if (!m_dice.chance(15))
        return;
    for (int left = m_dice.between(1, 3); left > 0; --left)
        meeting.guests.append({person().email, m_booked});
}

WorldInvitee FillerMeeting::invitee(int meeting, const WorldPerson &person)
{
    WorldInvitee invitee;
    invitee.meeting = meeting;
    invitee.name = person.name;
    if (m_dice.chance(80)) {
        invitee.firstName = person.firstName;
        invitee.lastName = person.lastName;
    }
    invitee.email = person.email;
    if (!m_dice.chance(3))
        invitee.timezone = person.timezone;
    invitee.answers = answers(person);
    if (m_dice.chance(30))
        invitee.tracking = tracking();
    invitee.createdAt = m_booked;
    invitee.updatedAt = m_booked;
    decorate(invitee, person);
    return invitee;
}

void FillerMeeting::decorate(WorldInvitee &invitee, const WorldPerson &person)
{
    if (m_dice.chance(10))
        invitee.textReminderNumber = person.phone;
    if (m_dice.chance(8))
        invitee.schedulingMethod = m_dice.chance(60) ? u"api"_s : u"instant_book"_s;
    if (m_dice.chance(2))
        invitee.scheduledBy = m_host;
    if (m_dice.chance(4)) {
        const WorldTime asked = std::min(m_start - dayLength, m_world.now());
        invitee.reconfirmation = WorldReconfirmation{asked, std::nullopt};
        if (m_dice.chance(60))
            invitee.reconfirmation->confirmedAt = asked + 35 * minuteLength;
    }
    if (m_type.paid) {
        const bool card = m_dice.chance(70);
        invitee.payment = WorldPayment{(card ? u"ch_"_s : u"PAYID-"_s) + QString::number(m_dice.next() >> 16, 36),
                                       card ? u"stripe"_s : u"paypal"_s,
                                       u"60.00"_s,
                                       m_dice.chance(80) ? u"EUR"_s : u"USD"_s,
                                       m_dice.chance(50) ? u"Refundable until a day before."_s : QString(),
                                       !m_dice.chance(4)};
    }
}

QList<WorldAnswer> FillerMeeting::answers(const WorldPerson &person)
{
    QList<WorldAnswer> answers;
    for (int position = 0; position < m_type.questions.size(); ++position) {
        const WorldQuestion &question = m_type.questions.at(position);
        if (!question.required && m_dice.chance(50))
            continue;
        QString text;
        if (question.type == "phone_number"_L1)
            text = person.phone;
        else if (!question.choices.isEmpty())
            text = question.choices.at(m_dice.below(static_cast<int>(question.choices.size())));
        else
            text = writings()[static_cast<size_t>(m_dice.below(static_cast<int>(writings().size())))];
        answers.append({question.name, text, position});
    }
    return answers;
}

WorldTracking FillerMeeting::tracking()
{
    static const std::array<QString, 5> sources{u"newsletter"_s, u"linkedin"_s, u"sundial"_s, u"website"_s,
                                                u"grüße & co"_s};
    static const std::array<QString, 4> campaigns{u"autumn-demo"_s, u"spring"_s, u"re-engage"_s, u"100%+ sale"_s};
    WorldTracking made;
    made.utmSource = sources[static_cast<size_t>(m_dice.below(static_cast<int>(sources.size())))];
    if (m_dice.chance(50))
        made.utmMedium = u"email"_s;
    if (m_dice.chance(60))
        made.utmCampaign = campaigns[static_cast<size_t>(m_dice.below(static_cast<int>(campaigns.size())))];
    if (m_dice.chance(50))
        made.utmContent = u"case %1"_s.arg(m_dice.between(19000, 20400));
    if (m_dice.chance(10))
        made.utmTerm = u"booking tool"_s;
    if (m_dice.chance(5))
        made.salesforceUuid = QString::number(m_dice.next(), 36);
    return made;
}

void FillerMeeting::decideFate(int meeting)
{
    const QList<int> invitees = m_world.meetings()[static_cast<size_t>(meeting)].invitees;
    const WorldTime end = std::min(m_start, m_world.now());
    const WorldTime when
        = m_booked + static_cast<WorldTime>(m_dice.below(1000)) * std::max<WorldTime>(0, end - m_booked) / 1000;
    QString reason = reasons()[static_cast<size_t>(m_dice.below(static_cast<int>(reasons().size())))];
    if (m_dice.chance(20))
        reason = QString();
    if (m_dice.chance(9)) {
        const bool byHost = m_type.group || m_dice.chance(40);
        const QString by = byHost ? m_world.users()[static_cast<size_t>(m_host)].name
                                  : m_world.invitees()[static_cast<size_t>(invitees.first())].name;
        const WorldCancellation cancellation{by, reason, byHost, when};
        for (const int invitee : invitees)
            m_world.cancelInvitee(invitee, cancellation);
        m_world.cancelMeeting(meeting, cancellation);
        return;
    }
    if (invitees.size() > 2 && m_dice.chance(30)) {
        const QString name = m_world.invitees()[static_cast<size_t>(invitees.last())].name;
        m_world.cancelInvitee(invitees.last(), {name, reason, false, when});
    }
    if (m_start < m_world.now() && m_dice.chance(4))
        m_world.add(WorldNoShow{noId, invitees.first(), std::min(m_start + 15 * minuteLength, m_world.now()), false});
}

void FillerMeeting::addMovedFrom(int meeting, WorldTime start)
{
    const WorldInvitee moved
        = m_world.invitees()[static_cast<size_t>(m_world.meetings()[static_cast<size_t>(meeting)].invitees.first())];
    WorldMeeting before = draft(start);
    before.place = m_world.meetings()[static_cast<size_t>(meeting)].place;
    before.createdAt = std::min(m_booked, start) - 3 * dayLength;
    before.updatedAt = before.createdAt;
    const WorldTime movedAt = std::min(m_booked, start - 20 * minuteLength);
    const WorldCancellation cancellation{moved.name, QString(), false, movedAt};
    WorldInvitee old = moved;
    old.createdAt = before.createdAt;
    old.meeting = m_world.add(std::move(before));
    old.payment.reset();
    const int oldId = m_world.add(std::move(old));
    m_world.cancelInvitee(oldId, cancellation);
    m_world.cancelMeeting(m_world.invitees()[static_cast<size_t>(oldId)].meeting, cancellation);
    m_world.setBookedAt(moved.id, movedAt);
    m_world.linkRescheduled(oldId, moved.id);
}
