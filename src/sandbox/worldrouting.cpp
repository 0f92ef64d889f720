// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldcast.h"

using namespace Qt::StringLiterals;

namespace {

constexpr WorldTime hour = WorldTime(60) * 60 * 1000;
constexpr WorldTime day = 24 * hour;
constexpr int sent = 16;

/// Some who booked with the studio, to have come by a form.
QList<int> someInvitees(const World &world, const WorldCast &cast)
{
    QList<int> found;
    for (const int meeting : world.meetingsOfOrganization(cast.northlight)) {
        const WorldMeeting &each = world.meetings()[static_cast<size_t>(meeting)];
        if (each.eventType == cast.intro && !each.invitees.isEmpty() && each.start > world.now() - 60 * day)
            found.append(each.invitees.first());
    }
    return found;
}

WorldSubmission submission(int form, const QStringList &answers, WorldTime when)
{
    WorldSubmission made;
    made.form = form;
    made.answers = answers;
    made.tracking.utmSource = u"website"_s;
    made.createdAt = when;
    return made;
}

} // namespace

void addRoutingForms(World &world, const WorldCast &cast)
{
    WorldRoutingForm first;
    first.organization = cast.northlight;
    first.name = u"Which call is right for you?"_s;
    first.questions = {{u"Your name"_s, u"name"_s},
                       {u"E-mail"_s, u"email"_s},
                       {u"What is it about?"_s, u"select"_s, true, {u"A new brand"_s, u"A website"_s, u"Something else"_s}},
                       {u"Anything else we should know?"_s, u"textarea"_s, false}};
    first.createdAt = world.now() - 200 * day;
    first.updatedAt = world.now() - 40 * day;
    const int form = world.add(first);

    WorldRoutingForm draft;
    draft.organization = cast.northlight;
    draft.name = u"Partner intake"_s;
    draft.published = false;
    draft.questions = {{u"Company"_s}, {u"Country"_s, u"radios"_s, true, {u"Germany"_s, u"Italy"_s, u"Norway"_s}}};
    draft.createdAt = draft.updatedAt = world.now() - 5 * day;
    world.add(draft);

    const QList<int> invitees = someInvitees(world, cast);
    const QStringList topics = first.questions.at(2).choices;
    for (int number = 0; number < sent; ++number) {
        const WorldTime when = world.now() - 3 * hour - number * 31 * hour;
        const bool booked = number % 3 == 0 && number / 3 < invitees.size();
        const WorldInvitee *invitee = booked ? &world.invitees()[static_cast<size_t>(invitees.at(number / 3))] : nullptr;
        const QString name = invitee ? invitee->name : u"Visitor %1"_s.arg(number + 1);
        const QString email = invitee ? invitee->email : u"visitor%1@example.org"_s.arg(number + 1);
        WorldSubmission made = submission(form, {name, email, topics.at(number % 3), number % 4 == 0 ? u"We found you at a fair."_s : QString()}, when);
        if (number % 3 == 0) {
            made.eventType = cast.intro;
            made.invitee = invitee ? invitee->id : noId;
        } else if (number % 3 == 1) {
            made.externalUrl = u"https://northlight.example/websites"_s;
        } else {
            made.headline = u"Thank you"_s;
            made.body = u"We answer by mail within two days."_s;
        }
        world.add(made);
    }
}
