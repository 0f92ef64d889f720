// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardsections.h"

#include "agendatext.h"
#include "cardfields.h"
#include "cardhistory.h"
#include "cardpeople.h"
#include "cardstory.h"
#include "htmltext.h"
#include "jsonreader.h"
#include "plaintext.h"
#include "rawfields.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Card)
};

CardFields answers(const CardStory &story)
{
    CardFields fields;
    for (const Invitee &invitee : story.details.invitees) {
        QList<QuestionAnswer> given = invitee.answers;
        std::stable_sort(given.begin(), given.end(),
                         [](const auto &one, const auto &other) { return one.position < other.position; });
        for (const QuestionAnswer &answer : given)
            fields.addBlock(story.label(oneLine(answer.question), invitee), plainBlock(answer.answer).trimmed());
    }
    return fields;
}

CardFields cameFrom(const CardStory &story)
{
    CardFields fields;
    fields.add(Text::tr("Link"), oneLine(story.details.linkLabel));
    for (const Invitee &invitee : story.details.invitees) {
        const Tracking &tracking = invitee.tracking;
        const auto add = [&](const char *name, const QString &value) {
            fields.add(story.label(QLatin1String(name), invitee), oneLine(value));
        };
        add("utm_source", tracking.utmSource);
        add("utm_medium", tracking.utmMedium);
        add("utm_campaign", tracking.utmCampaign);
        add("utm_content", tracking.utmContent);
        add("utm_term", tracking.utmTerm);
        add("salesforce_uuid", tracking.salesforceUuid);
        fields.add(story.label(Text::tr("Routing form"), invitee), invitee.routingFormSubmission.toString(QUrl::FullyEncoded));
    }
    return fields;
}

CardFields payment(const CardStory &story)
{
    CardFields fields;
    for (const Invitee &invitee : story.details.invitees) {
        if (!invitee.payment)
            continue;
        const Payment &paid = *invitee.payment;
        fields.add(story.label(Text::tr("Amount"), invitee), oneLine(paid.amount + QLatin1Char(' ') + paid.currency));
        fields.add(Text::tr("State"), paid.successful ? Text::tr("Paid") : Text::tr("Not paid"));
        fields.add(Text::tr("Through"), oneLine(paid.provider));
        fields.add(Text::tr("Number"), oneLine(paid.externalId));
        fields.addBlock(Text::tr("Terms"), plainBlock(paid.terms).trimmed());
    }
    return fields;
}

CardFields reminders(const CardStory &story)
{
    CardFields fields;
    for (const Invitee &invitee : story.details.invitees) {
        fields.add(story.label(Text::tr("Text message to"), invitee), oneLine(invitee.textReminderNumber));
        if (!invitee.reconfirmation)
            continue;
        const Reconfirmation &asked = *invitee.reconfirmation;
        fields.add(story.label(Text::tr("Asked again"), invitee), story.moment(asked.createdAt));
        fields.add(story.label(Text::tr("Confirmed again"), invitee),
                   asked.confirmedAt.isValid() ? story.moment(asked.confirmedAt) : Text::tr("Not yet"));
    }
    return fields;
}

/// `labeled` says of whom a label speaks.
void addCancellation(CardFields &fields, const CardStory &story, const Cancellation &cancellation, const std::function<QString(const QString &)> &labeled)
{
    const QString who = nameInSentence(cancellation.canceledBy);
    fields.add(labeled(Text::tr("By")), cancellation.byHost ? Text::tr("%1, host").arg(who) : who);
    fields.add(labeled(Text::tr("On")), story.moment(cancellation.createdAt));
    fields.addBlock(labeled(Text::tr("Reason")), plainBlock(cancellation.reason).trimmed());
}

/// Of the meeting; while it stands, of those who gave up their place or lost it.
CardFields cancellation(const CardStory &story)
{
    CardFields fields;
    if (const auto &whole = story.details.meeting.cancellation) {
        addCancellation(fields, story, *whole, [](const QString &label) { return label; });
        return fields;
    }
    for (const Invitee &invitee : story.details.invitees) {
        if (invitee.cancellation && invitee.canceled && !invitee.rescheduled)
            addCancellation(fields, story, *invitee.cancellation, [&](const QString &label) { return story.label(label, invitee); });
    }
    return fields;
}

CardFields hosts(const CardStory &story)
{
    CardFields fields;
    const QList<MeetingHost> &all = story.details.meeting.hosts;
    // A single host who is the reader says nothing new.
    if (all.size() == 1 && all.first().user == story.ownUser)
        return fields;
    for (const MeetingHost &host : all) {
        const QString name = oneLine(host.name);
        const QString email = oneLine(host.email);
        if (name.isEmpty() && email.isEmpty())
            fields.add(QString(), host.user.toString());
        else
            fields.add(host.user == story.ownUser ? Text::tr("%1 (you)").arg(isolated(name)) : name, email.isEmpty() ? name : email, mailLink(host.email));
    }
    return fields;
}

CardFields guests(const CardStory &story)
{
    CardFields fields;
    for (const QString &guest : story.details.meeting.guests)
        fields.add(QString(), oneLine(guest), mailLink(guest));
    return fields;
}

CardFields notes(const CardStory &story)
{
    CardFields fields;
    const QString plain = plainBlock(story.details.meeting.notesPlain).trimmed();
    const QString html = story.details.meeting.source.value(QLatin1String("meeting_notes_html")).toString();
    fields.addBlock(QString(), plain.isEmpty() ? plainBlock(htmlAsText(html)).trimmed() : plain);
    return fields;
}

/// The time that the hosts' calendars are kept free for, where it is longer than the meeting.
QString keptFreeText(const CardStory &story)
{
    const Meeting &meeting = story.details.meeting;
    QDateTime begin = meeting.start;
    QDateTime end = meeting.end;
    const QJsonArray hosts = meeting.source.value(QLatin1String("event_memberships")).toArray();
    for (const QJsonValue &host : hosts) {
        const JsonReader read(host.toObject());
        const QDateTime from = read.instant(QLatin1String("buffered_start_time"));
        const QDateTime to = read.instant(QLatin1String("buffered_end_time"));
        begin = from.isValid() ? std::min(begin, from) : begin;
        end = to.isValid() ? std::max(end, to) : end;
    }
    if (begin == meeting.start && end == meeting.end)
        return {};
    return timeRangeText(begin, end, story.setting.zone, story.setting.locale);
}

/// When something was changed last; empty where that is when it was made.
QString changedText(const CardStory &story, const QJsonObject &source)
{
    const JsonReader read(source);
    const QDateTime changed = read.instant(QLatin1String("updated_at"));
    return changed == read.instant(QLatin1String("created_at")) ? QString() : story.moment(changed);
}

void addGuestTimes(CardFields &fields, const CardStory &story)
{
    const QJsonArray guests = story.details.meeting.source.value(QLatin1String("event_guests")).toArray();
    for (const QJsonValue &guest : guests) {
        const JsonReader read(guest.toObject());
        const QString who = nameInSentence(read.text(QLatin1String("email")));
        fields.add(Text::tr("Guest %1 added").arg(who), story.moment(read.instant(QLatin1String("created_at"))));
        fields.add(Text::tr("Guest %1 changed").arg(who), changedText(story, guest.toObject()));
    }
}

CardFields facts(const CardStory &story)
{
    CardFields fields;
    const Meeting &meeting = story.details.meeting;
    fields.add(Text::tr("Length"), durationText(std::chrono::minutes(meeting.start.secsTo(meeting.end) / 60)));
    fields.add(Text::tr("Kept free"), keptFreeText(story));
    if (isGroup(meeting))
        fields.add(Text::tr("Places"), Text::tr("%1 of %2 taken").arg(meeting.inviteesActive).arg(meeting.inviteesLimit));
    if (meeting.inviteesTotal > meeting.inviteesActive)
        fields.add(Text::tr("Bookings"), Text::tr("%1, with those that were canceled").arg(meeting.inviteesTotal));
    fields.add(Text::tr("Calendar"), oneLine(meeting.calendarKind));
    fields.add(Text::tr("Calendar entry"), oneLine(meeting.calendarEventId));
    fields.add(Text::tr("Booked on"), story.moment(meeting.createdAt));
    fields.add(Text::tr("Changed on"), changedText(story, meeting.source));
    for (const Invitee &invitee : story.details.invitees)
        fields.add(story.label(Text::tr("Booking changed on"), invitee), changedText(story, invitee.source));
    addGuestTimes(fields, story);
    return fields;
}

CardFields unknown(const CardStory &story)
{
    CardFields fields;
    fields.add(unknownMeetingFields(story.details.meeting.source));
    for (const Invitee &invitee : story.details.invitees) {
        QList<CardField> more = unknownInviteeFields(invitee.source);
        for (CardField &field : more)
            field.label = story.label(field.label, invitee);
        fields.add(more);
    }
    return fields;
}

} // namespace

QList<CardSection> cardSections(const MeetingDetails &details, const AgendaSetting &setting, const QUrl &ownUser)
{
    const CardStory story{details, setting, ownUser};
    QList<CardSection> sections;
    const auto append = [&sections](const CardSection &section) {
        if (!section.fields.isEmpty())
            sections.append(section);
    };
    const auto add = [&append](const char *key, const QString &title, const CardFields &fields) {
        append({QLatin1String(key), title, fields.fields()});
    };
    add("cancellation", Text::tr("Canceled"), cancellation(story));
    append(movesSection(story));
    add("answers", Text::tr("Answers"), answers(story));
    add("guests", Text::tr("Guests"), guests(story));
    add("hosts", Text::tr("Hosts"), hosts(story));
    append({QStringLiteral("earlier"), Text::tr("Earlier"), earlierFields(details, setting)});
    add("camefrom", Text::tr("Came from"), cameFrom(story));
    add("payment", Text::tr("Payment"), payment(story));
    add("reminders", Text::tr("Reminders"), reminders(story));
    add("notes", Text::tr("Notes"), notes(story));
    append({QStringLiteral("history"), Text::tr("History"), historyFields(story)});
    add("facts", Text::tr("Details"), facts(story));
    append({QStringLiteral("conference"), Text::tr("Conference"), conferenceFields(details.meeting.source)});
    add("unknown", Text::tr("Also sent by Calendly"), unknown(story));
    return sections;
}
