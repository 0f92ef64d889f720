// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardcontent.h"

#include "agendatext.h"
#include "cardpeople.h"
#include "cardsections.h"
#include "cardstory.h"
#include "clocknotes.h"
#include "meetingtimes.h"
#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Card)
};

QString roleText(const MeetingDetails &details, const QUrl &ownUser)
{
    const Meeting &meeting = details.meeting;
    QStringList parts;
    if (details.eventType)
        parts.append(kindText(*details.eventType));
    else if (isGroup(meeting))
        parts.append(kindText(EventType::Kind::Group));
    const bool own = std::any_of(meeting.hosts.begin(), meeting.hosts.end(),
                                 [&ownUser](const MeetingHost &host) { return host.user == ownUser; });
    if (own)
        parts.append(meeting.hosts.size() == 1 ? Text::tr("you are the host")
                                               : Text::tr("you are one of %n hosts", nullptr, static_cast<int>(meeting.hosts.size())));
    else if (!meeting.hosts.isEmpty() && !meeting.hosts.first().name.isEmpty())
        parts.append(Text::tr("host: %1").arg(nameInSentence(meeting.hosts.first().name)));
    QString text = parts.join(QStringLiteral(", "));
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString relativeText(const Meeting &meeting, const AgendaSetting &setting)
{
    const auto span
        = [](const QDateTime &from, const QDateTime &to) { return std::chrono::minutes((from.secsTo(to) + 59) / 60); };
    if (setting.now < meeting.start) {
        const qint64 days
            = wallClock(setting.now, setting.zone).date().daysTo(wallClock(meeting.start, setting.zone).date());
        if (days > 1)
            return Text::tr("in %n days", nullptr, static_cast<int>(days));
        return Text::tr("in %1").arg(durationText(span(setting.now, meeting.start)));
    }
    if (isUpcoming(meeting, setting.now))
        return Text::tr("%1 left").arg(durationText(span(setting.now, meeting.end)));
    return Text::tr("%1 ago").arg(ageText(std::chrono::seconds(meeting.end.secsTo(setting.now))));
}

const Invitee *firstActive(const MeetingDetails &details)
{
    const auto active = std::find_if(details.invitees.begin(), details.invitees.end(),
                                     [](const Invitee &invitee) { return !invitee.canceled; });
    if (active != details.invitees.end())
        return &*active;
    return details.invitees.isEmpty() ? nullptr : &details.invitees.first();
}

QString firstName(const Invitee &invitee)
{
    return isolated(oneLine(invitee.name.isEmpty() ? invitee.email : invitee.name).section(QLatin1Char(' '), 0, 0));
}

/// "21:00–21:45 in Tokyo (+8 h). Late for Kenji."
void setTheirTime(CardContent &card, const MeetingDetails &details, const AgendaSetting &setting)
{
    const Meeting &meeting = details.meeting;
    if (isGroup(meeting)) {
        const TheirTime theirs = theirTime(summaryOf(details), setting);
        card.theirTime = theirs.remark.isEmpty() ? theirs.spoken : Text::tr("%1, %2").arg(theirs.spoken, theirs.remark);
        card.theirDayPart = theirs.part;
        return;
    }
    const Invitee *invitee = firstActive(details);
    const std::optional<QTimeZone> zone = invitee ? zoneNamed(invitee->timezone) : std::nullopt;
    if (!zone)
        return;
    const QDateTime there = wallClock(meeting.start, *zone);
    const bool sameDay = there.date() == wallClock(meeting.start, setting.zone).date() && isOnOneDay(meeting.start, meeting.end, *zone);
    const QString times = sameDay ? passText(timeRangeText(meeting.start, meeting.end, *zone, setting.locale), meeting.start, *zone)
                                  : dateAndTimesText(meeting.start, meeting.end, *zone, setting.now, setting.locale);
    card.theirTime = Text::tr("%1 in %2 (%3).")
                         .arg(times, cityOf(invitee->timezone), zoneDifferenceText(*zone, setting.zone, meeting.start));
    card.theirDayPart = dayPart(there.time());
    if (card.theirDayPart == DayPart::Late)
        card.theirTime += QLatin1Char(' ') + Text::tr("Late for %1.").arg(firstName(*invitee));
    else if (card.theirDayPart == DayPart::Early)
        card.theirTime += QLatin1Char(' ') + Text::tr("Early for %1.").arg(firstName(*invitee));
}

QStringList zonesOf(const MeetingDetails &details)
{
    QStringList zones;
    for (const Invitee &invitee : details.invitees) {
        if (!invitee.canceled)
            zones.append(invitee.timezone);
    }
    return zones;
}

/// Why a meeting on a screen has no address; empty where nothing is known of that.
QString missingAddressText(const Meeting &meeting, const QDateTime &now)
{
    const QString &status = meeting.place.status;
    if (status == QLatin1String("failed"))
        return Text::tr("The conference could not be made.");
    if (meeting.canceled)
        return {};
    if (!isUpcoming(meeting, now)) // its data vanish some months later, the status with them
        return Text::tr("Calendly no longer keeps the address.");
    const bool isBeingMade = status.isEmpty() || status == QLatin1String("initiated") || status == QLatin1String("processing");
    return isBeingMade ? Text::tr("The address comes when the conference is made.") : QString();
}

void setPlace(CardContent &card, const Meeting &meeting, const QDateTime &now)
{
    const Place &place = meeting.place;
    card.place = placeText(place);
    card.placeIcon = placeIconName(place);
    const QUrl target = joinTarget(place);
    card.address = target.scheme() == QLatin1String("https") ? target.toString(QUrl::FullyEncoded) : oneLine(place.location, 1000);
    if (card.address.startsWith(card.place)) // "Studio, Lichtgasse 4" says "Studio" itself
        card.place.clear();
    if (isConference(place.kind) && target.isEmpty())
        card.placeRemark = missingAddressText(meeting, now);
    const QString more = plainBlock(place.additionalInfo).trimmed();
    if (!more.isEmpty())
        card.placeRemark = more;
}

} // namespace

CardLink mailLink(const QString &email)
{
    const QString address = email.trimmed();
    if (!address.contains(QLatin1Char('@')))
        return {};
    return {CardLink::Kind::Mail, QUrl(QLatin1String("mailto:") + QString::fromLatin1(QUrl::toPercentEncoding(address, "@")), QUrl::StrictMode)};
}

MeetingSummary summaryOf(const MeetingDetails &details)
{
    MeetingSummary summary;
    summary.meeting = details.meeting;
    summary.inviteesKnown = details.inviteesKnown;
    if (details.eventType) {
        summary.color = details.eventType->color;
        summary.kind = details.eventType->kind;
    }
    for (const Invitee &invitee : details.invitees) {
        summary.invitees.append({.uri = invitee.uri,
                                 .name = invitee.name,
                                 .email = invitee.email,
                                 .timezone = invitee.timezone,
                                 .canceled = invitee.canceled,
                                 .noShow = !invitee.noShow.isEmpty(),
                                 .rescheduled = invitee.rescheduled,
                                 .movedHere = !invitee.oldInvitee.isEmpty()});
    }
    for (const RescheduleChain &chain : details.moves) {
        const QUrl invitee = chain.steps.at(chain.here).invitee;
        const auto brief = std::find_if(summary.invitees.begin(), summary.invitees.end(),
                                        [&invitee](const InviteeBrief &each) { return each.uri == invitee; });
        if (brief == summary.invitees.end())
            continue;
        if (brief->rescheduled)
            brief->lastTime = chain.steps.last().start;
        if (!brief->movedHere)
            continue;
        brief->timesMoved = static_cast<int>(chain.here);
        brief->firstTime = chain.steps.first().start;
    }
    return summary;
}

CardContent cardContent(const MeetingDetails &details, const AgendaSetting &setting, const QUrl &ownUser)
{
    const Meeting &meeting = details.meeting;
    const MeetingSummary summary = summaryOf(details);
    CardContent card;
    card.meeting = meeting.uri;
    card.color = summary.color;
    card.name = nameText(meeting);
    card.role = roleText(details, ownUser);
    card.status = statusesOf({summary}, setting).constFirst();
    card.when = dateAndTimesText(meeting.start, meeting.end, setting.zone, setting.now, setting.locale);
    card.whenRelative = relativeText(meeting, setting);
    setTheirTime(card, details, setting);
    card.clockNote = clockChangeText(meeting, zonesOf(details), setting);
    setPlace(card, meeting, setting.now);
    card.people = cardPeople(details, setting);
    card.peopleLoading = !details.inviteesKnown;
    card.sections = cardSections(details, setting, ownUser);
    return card;
}
