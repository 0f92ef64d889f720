// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardpeople.h"

#include "agendatext.h"
#include "cardfields.h"
#include "cardstory.h"
#include "format.h"
#include "plaintext.h"
#include "user.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Card)
};

QString earlierText(const PersonHistory &person, const AgendaSetting &setting)
{
    if (person.meetings == 0)
        return Text::tr("No earlier meeting.");
    QStringList parts{person.meetings == 1 ? Text::tr("1 earlier meeting.") : Text::tr("%n earlier meetings.", nullptr, person.meetings)};
    const QDate today = wallClock(setting.now, setting.zone).date();
    if (person.lastMet.isValid())
        parts.append(Text::tr("Last met %1.")
                         .arg(plainDateText(wallClock(person.lastMet, setting.zone).date(), today, setting.locale)));
    parts.append(person.noShows == 0       ? Text::tr("No no-shows.")
                     : person.noShows == 1 ? Text::tr("1 no-show.")
                                           : Text::tr("%n no-shows.", nullptr, person.noShows));
    return parts.join(QLatin1Char(' '));
}

QString guestsText(const Meeting &meeting)
{
    QStringList guests;
    for (const QString &guest : meeting.guests)
        guests.append(oneLine(guest));
    return guests.isEmpty() ? QString() : Text::tr("Guests: %1").arg(guests.join(QStringLiteral(", ")));
}

CardPerson::NoShow noShowOf(const Invitee &invitee, const Meeting &meeting, const QDateTime &now)
{
    if (!invitee.noShow.isEmpty())
        return CardPerson::NoShow::Marked;
    const bool began = meeting.start <= now && !meeting.canceled && !invitee.canceled;
    return began ? CardPerson::NoShow::Possible : CardPerson::NoShow::Impossible;
}

CardPerson personOf(const Invitee &invitee, const Meeting &meeting, const QDateTime &now)
{
    CardPerson person;
    person.invitee = invitee.uri;
    person.name = oneLine(invitee.name);
    person.email = oneLine(invitee.email);
    person.initials = initialsOf(person.name.isEmpty() ? person.email : person.name);
    person.noShow = noShowOf(invitee, meeting, now);
    if (!invitee.noShow.isEmpty()) {
        person.badge = Text::tr("No-show");
        person.badgeIcon = QStringLiteral("no-show");
    } else if (invitee.rescheduled) {
        person.badge = Text::tr("Moved");
        person.badgeIcon = QStringLiteral("moved");
    } else if (invitee.canceled) {
        person.badge = Text::tr("Canceled");
        person.badgeIcon = QStringLiteral("canceled");
    }
    return person;
}

QString canceledText(const PersonHistory &person)
{
    QStringList parts;
    if (person.canceledByThem > 0)
        parts.append(Text::tr("%1 by them").arg(person.canceledByThem));
    if (person.canceledByHosts > 0)
        parts.append(Text::tr("%1 by a host").arg(person.canceledByHosts));
    return parts.join(QStringLiteral(", "));
}

QString companyText(const PersonHistory &person, const AgendaSetting &setting)
{
    if (person.companyMeetings <= person.meetings)
        return {};
    QStringList parts{Text::tr("%1 with %2 at %3")
                          .arg(Text::tr("%n meetings", nullptr, person.companyMeetings), Text::tr("%n people", nullptr, person.companyPeople),
                               oneLine(person.company))};
    if (person.companyLastMet.isValid()) {
        const QDate today = wallClock(setting.now, setting.zone).date();
        parts.append(Text::tr("last on %1").arg(plainDateText(wallClock(person.companyLastMet, setting.zone).date(), today, setting.locale)));
    }
    if (person.companyNoShows > 0)
        parts.append(person.companyNoShows == 1 ? Text::tr("1 no-show") : Text::tr("%n no-shows", nullptr, person.companyNoShows));
    return parts.join(QStringLiteral(", "));
}

/// What they answered then stands below the question, as on the card of that meeting.
void addLastAnswers(CardFields &fields, QList<QuestionAnswer> answers)
{
    std::stable_sort(answers.begin(), answers.end(), [](const auto &one, const auto &other) { return one.position < other.position; });
    for (const QuestionAnswer &answer : std::as_const(answers))
        fields.addBlock(Text::tr("%1 (last time)").arg(oneLine(answer.question)), plainBlock(answer.answer).trimmed());
}

/// "21:00 in Tokyo, +8 h, late for them"
QString clockText(const Invitee &invitee, const Meeting &meeting, const AgendaSetting &setting)
{
    const QString where = zoneText(invitee.timezone, setting.zone, meeting.start);
    const std::optional<QTimeZone> zone = zoneNamed(invitee.timezone);
    if (!zone)
        return where;
    const QString text = Text::tr("%1 in %2").arg(theirTimeText(meeting.start, *zone, setting.zone, setting.locale), where);
    const QString unkind = unkindText(dayPart(wallClock(meeting.start, *zone).time()));
    return unkind.isEmpty() ? text : Text::tr("%1, %2").arg(text, unkind);
}

} // namespace

QList<CardPerson> cardPeople(const MeetingDetails &details, const AgendaSetting &setting)
{
    QList<CardPerson> people;
    for (const Invitee &invitee : details.invitees) {
        CardPerson person = personOf(invitee, details.meeting, setting.now);
        if (isGroup(details.meeting) && !invitee.timezone.isEmpty())
            person.remark = clockText(invitee, details.meeting, setting);
        people.append(person);
    }
    if (people.isEmpty() || isGroup(details.meeting))
        return people;
    CardPerson &first = people.first();
    // "3rd meeting" has no plural rule that fits all languages, so the number stands alone.
    if (first.badge.isEmpty() && details.person.meetings > 0) {
        first.badge = Text::tr("Meeting no. %1").arg(details.person.meetings + 1);
        first.badgeIcon = QStringLiteral("schedule");
    }
    first.remark = QStringList{earlierText(details.person, setting), guestsText(details.meeting)}.join(QLatin1Char(' ')).trimmed();
    return people;
}

QList<CardField> earlierFields(const MeetingDetails &details, const AgendaSetting &setting)
{
    if (isGroup(details.meeting))
        return {};
    const PersonHistory &person = details.person;
    const CardStory story{details, setting, QUrl()};
    CardFields fields;
    fields.add(Text::tr("Last meeting"), story.moment(person.lastMet), {CardLink::Kind::Meeting, person.lastMeeting});
    fields.add(Text::tr("Canceled"), canceledText(person));
    fields.add(Text::tr("Company"), companyText(person, setting));
    addLastAnswers(fields, person.lastAnswers);
    return fields.fields();
}
