// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardsections.h"

#include "agendatext.h"
#include "plaintext.h"
#include "rawfields.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Card)
};

/// Collects the fields of one section, leaving out those without a value.
class Fields
{
public:
    void add(const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            m_fields.append(CardField{label, value, false});
    }
    void addBlock(const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            m_fields.append(CardField{label, value, true});
    }
    void add(const QList<CardField> &fields) { m_fields.append(fields); }
    const QList<CardField> &fields() const { return m_fields; }

private:
    QList<CardField> m_fields;
};

/// A meeting's details with how moments read.
struct Story
{
    const MeetingDetails &details;
    const AgendaSetting &setting;
    QUrl ownUser;

    QString moment(const QDateTime &utc) const
    {
        return utc.isValid() ? momentText(utc, setting.zone, setting.now, setting.locale) : QString();
    }
    bool several() const { return details.invitees.size() > 1; }
    QString nameOf(const Invitee &invitee) const
    {
        return oneLine(invitee.name.isEmpty() ? invitee.email : invitee.name);
    }
    /// A label that says of whom it speaks where there are several.
    QString label(const QString &text, const Invitee &invitee) const
    {
        return several() ? Text::tr("%1 (%2)").arg(text, nameOf(invitee)) : text;
    }
};

Fields answers(const Story &story)
{
    Fields fields;
    for (const Invitee &invitee : story.details.invitees) {
        QList<QuestionAnswer> given = invitee.answers;
        std::stable_sort(given.begin(), given.end(),
                         [](const auto &one, const auto &other) { return one.position < other.position; });
        for (const QuestionAnswer &answer : given)
            fields.addBlock(story.label(oneLine(answer.question), invitee), plainBlock(answer.answer).trimmed());
    }
    return fields;
}

Fields cameFrom(const Story &story)
{
    Fields fields;
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
        fields.add(story.label(Text::tr("Routing form"), invitee), invitee.routingFormSubmission.toString());
    }
    return fields;
}

Fields payment(const Story &story)
{
    Fields fields;
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

Fields reminders(const Story &story)
{
    Fields fields;
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

QString methodText(const QString &method)
{
    if (method == QLatin1String("instant_book"))
        return Text::tr("on the booking page");
    return method == QLatin1String("api") ? Text::tr("through a program") : oneLine(method);
}

void addBooking(Fields &fields, const Story &story, const Invitee &invitee)
{
    const QString who = Text::tr("Booked by %1").arg(story.nameOf(invitee));
    const QString method = methodText(invitee.schedulingMethod);
    fields.add(story.moment(invitee.createdAt), method.isEmpty() ? who : Text::tr("%1, %2").arg(who, method));
    if (!invitee.oldInvitee.isEmpty())
        fields.add(Text::tr("Moved"), Text::tr("%1 came from another time").arg(story.nameOf(invitee)));
    if (invitee.rescheduled)
        fields.add(Text::tr("Moved"), Text::tr("%1 took another time").arg(story.nameOf(invitee)));
    if (!invitee.noShow.isEmpty())
        fields.add(Text::tr("No-show"), Text::tr("%1 did not come").arg(story.nameOf(invitee)));
    if (invitee.canceled && invitee.cancellation && !invitee.rescheduled && !story.details.meeting.canceled)
        fields.add(story.moment(invitee.cancellation->createdAt), Text::tr("%1 canceled").arg(story.nameOf(invitee)));
}

Fields history(const Story &story)
{
    Fields fields;
    for (const Invitee &invitee : story.details.invitees)
        addBooking(fields, story, invitee);
    const Meeting &meeting = story.details.meeting;
    if (story.details.invitees.isEmpty())
        fields.add(story.moment(meeting.createdAt), Text::tr("Booked"));
    return fields;
}

Fields cancellation(const Story &story)
{
    Fields fields;
    const Meeting &meeting = story.details.meeting;
    if (!meeting.cancellation)
        return fields;
    const QString who = oneLine(meeting.cancellation->canceledBy);
    fields.add(Text::tr("By"), meeting.cancellation->byHost ? Text::tr("%1, host").arg(who) : who);
    fields.add(Text::tr("On"), story.moment(meeting.cancellation->createdAt));
    fields.addBlock(Text::tr("Reason"), plainBlock(meeting.cancellation->reason).trimmed());
    return fields;
}

Fields hosts(const Story &story)
{
    Fields fields;
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
            fields.add(host.user == story.ownUser ? Text::tr("%1 (you)").arg(name) : name, email.isEmpty() ? name : email);
    }
    return fields;
}

Fields guests(const Story &story)
{
    Fields fields;
    for (const QString &guest : story.details.meeting.guests)
        fields.add(QString(), oneLine(guest));
    return fields;
}

Fields notes(const Story &story)
{
    Fields fields;
    fields.addBlock(QString(), plainBlock(story.details.meeting.notesPlain).trimmed());
    return fields;
}

Fields facts(const Story &story)
{
    Fields fields;
    const Meeting &meeting = story.details.meeting;
    fields.add(Text::tr("Length"), durationText(std::chrono::minutes(meeting.start.secsTo(meeting.end) / 60)));
    if (isGroup(meeting))
        fields.add(Text::tr("Places"), Text::tr("%1 of %2 taken").arg(meeting.inviteesActive).arg(meeting.inviteesLimit));
    fields.add(Text::tr("Calendar"), oneLine(meeting.calendarKind));
    fields.add(Text::tr("Calendar entry"), oneLine(meeting.calendarEventId));
    fields.add(Text::tr("Booked on"), story.moment(meeting.createdAt));
    return fields;
}

Fields unknown(const Story &story)
{
    Fields fields;
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
    const Story story{details, setting, ownUser};
    QList<CardSection> sections;
    const auto add = [&sections](const char *key, const QString &title, const Fields &fields) {
        if (!fields.fields().isEmpty())
            sections.append(CardSection{QLatin1String(key), title, fields.fields()});
    };
    add("cancellation", Text::tr("Canceled"), cancellation(story));
    add("answers", Text::tr("Answers"), answers(story));
    add("guests", Text::tr("Guests"), guests(story));
    add("hosts", Text::tr("Hosts"), hosts(story));
    add("camefrom", Text::tr("Came from"), cameFrom(story));
    add("payment", Text::tr("Payment"), payment(story));
    add("reminders", Text::tr("Reminders"), reminders(story));
    add("notes", Text::tr("Notes"), notes(story));
    add("history", Text::tr("History"), history(story));
    add("facts", Text::tr("Details"), facts(story));
    add("unknown", Text::tr("Also sent by Calendly"), unknown(story));
    return sections;
}
