// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardhistory.h"

#include "cardfields.h"
#include "changetext.h"
#include "format.h"
#include "jsonreader.h"
#include "noshowmark.h"
#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Card)
};

struct Event
{
    QDateTime at; ///< null where nobody knows: told last
    QString text;
};

QString movesTitle(const RescheduleChain &chain, const AgendaSetting &setting)
{
    const auto times = static_cast<int>(chain.steps.size()) - 1;
    const QString moved = times == 1 ? Text::tr("Moved") : times == 2 ? Text::tr("Moved twice") : Text::tr("Moved %n times", nullptr, times);
    const QDateTime first = chain.steps.first().start;
    if (!first.isValid())
        return moved;
    const QDate today = wallClock(setting.now, setting.zone).date();
    return Text::tr("%1, first %2").arg(moved, shortDateText(wallClock(first, setting.zone).date(), today, setting.locale));
}

void addSteps(CardFields &fields, const CardStory &story, const RescheduleChain &chain, const Invitee *invitee)
{
    for (qsizetype i = 0; i < chain.steps.size(); ++i) {
        const RescheduleStep &step = chain.steps.at(i);
        const QString place = i == 0 ? Text::tr("First") : Text::tr("Then");
        const QString label = invitee ? story.label(place, *invitee) : place;
        if (i == chain.here) {
            fields.add(label, Text::tr("%1, this meeting").arg(story.times(step.start, step.end)));
            continue;
        }
        // One that is not stored here is asked for when somebody follows the link.
        const CardLink link = step.meeting.isEmpty() ? CardLink() : CardLink{CardLink::Kind::Meeting, step.meeting};
        fields.add(label, step.start.isValid() ? story.times(step.start, step.end) : Text::tr("at a time that is not known here"), link);
    }
}

const Invitee *inviteeOf(const MeetingDetails &details, const QUrl &uri)
{
    const auto found = std::find_if(details.invitees.begin(), details.invitees.end(),
                                    [&uri](const Invitee &invitee) { return invitee.uri == uri; });
    return found == details.invitees.end() ? nullptr : &*found;
}

QString methodText(const QString &method)
{
    if (method == QLatin1String("instant_book"))
        return Text::tr("on the booking page");
    return method == QLatin1String("api") ? Text::tr("through a program") : oneLine(method);
}

/// The colleague who booked in somebody's place; empty where they booked themselves.
QString bookerText(const CardStory &story, const Invitee &invitee)
{
    const QUrl booker = JsonReader(invitee.source).uri(QLatin1String("invitee_scheduled_by"));
    if (booker.isEmpty())
        return {};
    if (booker == story.ownUser)
        return Text::tr("you", "who booked for somebody");
    const QList<MeetingHost> &hosts = story.details.meeting.hosts;
    const auto host = std::find_if(hosts.begin(), hosts.end(), [&booker](const MeetingHost &each) { return each.user == booker; });
    const QString name = host == hosts.end() ? QString() : nameInSentence(host->name);
    return name.isEmpty() ? Text::tr("a colleague") : name;
}

QString withMethod(const QString &what, const Invitee &invitee)
{
    const QString method = methodText(invitee.schedulingMethod);
    return method.isEmpty() ? what : Text::tr("%1, %2").arg(what, method);
}

QString bookedText(const CardStory &story, const Invitee &invitee)
{
    const QString booker = bookerText(story, invitee);
    return withMethod(booker.isEmpty() ? Text::tr("Booked by %1").arg(story.nameOf(invitee))
                                       : Text::tr("Booked for %1 by %2").arg(story.nameOf(invitee), booker),
                      invitee);
}

QString movedFromText(const CardStory &story, const RescheduleStep &before)
{
    return before.start.isValid() ? Text::tr("Moved from %1").arg(story.moment(before.start)) : Text::tr("Moved from another time");
}

/// The booking that this card is about, which took the place of `before`.
QString movedHereText(const CardStory &story, const Invitee &invitee, const RescheduleStep &before)
{
    const QString moved = movedFromText(story, before);
    const QString booker = bookerText(story, invitee);
    return withMethod(booker.isEmpty() ? moved : Text::tr("%1 by %2", "moved from, by whom").arg(moved, booker), invitee);
}

/// The first booking and each move, as far as it is known when they were made; how, and by whom, is known of this one only.
void addMoves(QList<Event> &events, const CardStory &story, const Invitee &invitee, const RescheduleChain &chain)
{
    for (qsizetype i = 0; i < chain.steps.size(); ++i) {
        const RescheduleStep &step = chain.steps.at(i);
        if (!step.bookedAt.isValid())
            continue;
        const QString text = i == 0 && chain.here == 0 ? bookedText(story, invitee)
            : i == 0                                   ? Text::tr("Booked for %1").arg(story.nameOf(invitee))
            : i == chain.here                          ? movedHereText(story, invitee, chain.steps.at(i - 1))
            : i < chain.here                           ? movedFromText(story, chain.steps.at(i - 1))
                                                       : Text::tr("Moved to %1").arg(story.moment(step.start));
        events.append({step.bookedAt, text});
    }
}

QString placeCanceledText(const CardStory &story, const Invitee &invitee)
{
    const QString by = nameInSentence(invitee.cancellation->canceledBy);
    return invitee.cancellation->byHost && !by.isEmpty() ? Text::tr("Booking of %1 canceled by %2").arg(story.nameOf(invitee), by)
                                                         : Text::tr("Canceled by %1").arg(story.nameOf(invitee));
}

void addPerson(QList<Event> &events, const CardStory &story, const Invitee &invitee)
{
    const QList<RescheduleChain> &moves = story.details.moves;
    const auto chain = std::find_if(moves.begin(), moves.end(), [&invitee](const RescheduleChain &each) {
        return each.steps.at(each.here).invitee == invitee.uri;
    });
    if (chain == moves.end())
        events.append({invitee.createdAt, bookedText(story, invitee)});
    else
        addMoves(events, story, invitee, *chain);
    if (!invitee.noShow.isEmpty())
        events.append({noShowSince(invitee.source), Text::tr("%1 marked as no-show").arg(story.nameOf(invitee))});
    if (invitee.canceled && invitee.cancellation && !invitee.rescheduled && !story.details.meeting.canceled)
        events.append({invitee.cancellation->createdAt, placeCanceledText(story, invitee)});
}

bool isMovedAway(const MeetingDetails &details)
{
    return !details.invitees.isEmpty()
        && std::all_of(details.invitees.begin(), details.invitees.end(), [](const Invitee &invitee) { return invitee.rescheduled; });
}

void addCancellation(QList<Event> &events, const CardStory &story)
{
    const Meeting &meeting = story.details.meeting;
    if (!meeting.cancellation || isMovedAway(story.details))
        return;
    const QString who = nameInSentence(meeting.cancellation->canceledBy);
    events.append({meeting.cancellation->createdAt, who.isEmpty() ? Text::tr("Canceled") : Text::tr("Canceled by %1").arg(who)});
}

/// Whether what Calendly itself says of a person tells of `kind`.
bool isTold(MeetingChange::Kind kind, const Invitee &person, const Meeting &meeting)
{
    using Kind = MeetingChange::Kind;
    if (kind == Kind::PersonJoined)
        return person.createdAt.isValid();
    if (kind == Kind::PersonLeft)
        return person.canceled && person.cancellation && !person.rescheduled && !meeting.canceled;
    return kind == Kind::NoShowMarked && !person.noShow.isEmpty();
}

/// Calendly itself tells of bookings, the present cancellations and the present marks, so that what was seen of those says
/// nothing new.
bool isToldAlready(const MeetingDetails &details, qsizetype place)
{
    using Kind = MeetingChange::Kind;
    const MeetingChange &change = details.changes.at(place);
    const bool isLatest = std::none_of(details.changes.begin() + place + 1, details.changes.end(), [&change](const MeetingChange &later) {
        return later.kind == change.kind && later.who == change.who;
    });
    if (!isLatest)
        return false;
    if (change.kind == Kind::Canceled)
        return details.meeting.cancellation.has_value();
    return std::any_of(details.invitees.begin(), details.invitees.end(), [&](const Invitee &invitee) {
        return isTold(change.kind, invitee, details.meeting) && (invitee.name.isEmpty() ? invitee.email : invitee.name) == change.who;
    });
}

void addSeen(QList<Event> &events, const CardStory &story)
{
    for (qsizetype i = 0; i < story.details.changes.size(); ++i) {
        const MeetingChange &change = story.details.changes.at(i);
        if (!isToldAlready(story.details, i))
            events.append({change.seenAt, changeText(change, story)});
    }
}

} // namespace

CardSection movesSection(const CardStory &story)
{
    CardFields fields;
    const QList<RescheduleChain> &moves = story.details.moves;
    const bool several = story.details.invitees.size() > 1;
    for (const RescheduleChain &chain : moves)
        addSteps(fields, story, chain, several ? inviteeOf(story.details, chain.steps.at(chain.here).invitee) : nullptr);
    for (const Invitee &invitee : story.details.invitees) {
        // Where the meeting itself ended with the move, its cancellation says why.
        if (invitee.rescheduled && invitee.cancellation && !story.details.meeting.cancellation)
            fields.addBlock(story.label(Text::tr("Moved"), invitee), plainBlock(invitee.cancellation->reason).trimmed());
    }
    return {QStringLiteral("moves"), moves.size() == 1 ? movesTitle(moves.first(), story.setting) : Text::tr("Moved"), fields.fields()};
}

QList<CardField> historyFields(const CardStory &story)
{
    QList<Event> events;
    for (const Invitee &invitee : story.details.invitees)
        addPerson(events, story, invitee);
    if (story.details.invitees.isEmpty())
        events.append({story.details.meeting.createdAt, Text::tr("Booked")});
    addCancellation(events, story);
    addSeen(events, story);
    std::stable_sort(events.begin(), events.end(), [](const Event &one, const Event &other) {
        return one.at.isValid() && (!other.at.isValid() || one.at < other.at);
    });
    CardFields fields;
    for (const Event &event : std::as_const(events))
        fields.add(story.moment(event.at), event.text);
    return fields.fields();
}
