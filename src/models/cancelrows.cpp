// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelrows.h"

#include "agendatext.h"
#include "cardcontent.h"
#include "meetingtimes.h"
#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Cancel)
};

QString startText(const QDateTime &start, const AgendaSetting &setting, bool withDate)
{
    const QString time = passText(timeText(start, setting.zone, setting.locale), start, setting.zone);
    if (!withDate)
        return time;
    const QDate day = wallClock(start, setting.zone).date();
    return Text::tr("%1, %2").arg(shortDateText(day, wallClock(setting.now, setting.zone).date(), setting.locale), time);
}

QString whyFailed(const CancelItem &item)
{
    const Error problem = item.problem.value_or(Error{});
    if (lacksLink(item))
        return Text::tr("Its link could not be made, so nothing was sent.");
    if (item.reason.size() > longestCancelReason)
        return Text::tr("With its fields filled, the reason is too long.");
    switch (problem.kind) {
    case Error::Kind::NotAllowed:
        return problem.message.contains(QLatin1String("past"), Qt::CaseInsensitive) ? Text::tr("It is over.")
                                                                                   : Text::tr("Calendly does not allow it.");
    case Error::Kind::NotFound:
        return Text::tr("Calendly no longer has it.");
    case Error::Kind::Conflict:
        return Text::tr("It was being canceled on its own.");
    default:
        return Text::tr("It still stands.");
    }
}

QString whyWaiting(const CancelItem &item)
{
    return item.problem ? Text::tr("Nothing was sent yet.") : QString();
}

} // namespace

QStringList mailedPeople(const MeetingDetails &meeting)
{
    QStringList people;
    for (const Invitee &invitee : meeting.invitees) {
        if (invitee.canceled)
            continue;
        const QString name = oneLine(invitee.name);
        people.append(name.isEmpty() ? oneLine(invitee.email) : Text::tr("%1 <%2>").arg(name, oneLine(invitee.email)));
    }
    for (const QString &guest : meeting.meeting.guests)
        people.append(Text::tr("%1 (guest)").arg(oneLine(guest)));
    return people;
}

QStringList mailedAddresses(const MeetingDetails &meeting)
{
    QStringList addresses;
    for (const Invitee &invitee : meeting.invitees) {
        if (!invitee.canceled)
            addresses.append(oneLine(invitee.email));
    }
    for (const QString &guest : meeting.meeting.guests)
        addresses.append(oneLine(guest));
    return distinctAddresses(addresses);
}

QStringList distinctAddresses(const QStringList &addresses)
{
    QStringList distinct;
    QSet<QString> known;
    for (const QString &address : addresses) {
        const QString folded = address.trimmed().toCaseFolded();
        if (folded.isEmpty() || known.contains(folded))
            continue;
        known.insert(folded);
        distinct.append(address);
    }
    return distinct;
}

bool hadLeft(const Invitee &invitee, const Meeting &meeting)
{
    if (!invitee.canceled || !meeting.canceled)
        return invitee.canceled; // the meeting was read while it stood
    if (!invitee.cancellation || !meeting.cancellation)
        return false;
    return invitee.cancellation->createdAt.isValid() && invitee.cancellation->createdAt < meeting.cancellation->createdAt;
}

ReasonFields reasonFields(const MeetingDetails &meeting, const QString &link)
{
    QString name;
    const auto active = std::find_if(meeting.invitees.begin(), meeting.invitees.end(), [](const Invitee &invitee) { return !invitee.canceled; });
    if (isGroup(meeting.meeting) && meeting.meeting.inviteesActive > 1)
        name = Text::tr("everybody"); // "Hello everybody"
    else if (active != meeting.invitees.end())
        name = oneLine(active->name);
    if (name.isEmpty())
        name = Text::tr("there"); // "Hello there"
    return {name, nameText(meeting.meeting), link};
}

QString ordinaryLink(const MeetingDetails &meeting)
{
    return meeting.eventType && isBookable(*meeting.eventType) ? meeting.eventType->schedulingUrl.toString(QUrl::FullyEncoded) : QString();
}

QString missingLinksText(const QList<MeetingDetails> &meetings)
{
    constexpr qsizetype named = 3;
    QStringList names;
    for (const MeetingDetails &meeting : meetings) {
        if (ordinaryLink(meeting).isEmpty())
            names.append(isolated(nameText(meeting.meeting)));
    }
    names.removeDuplicates();
    if (names.isEmpty())
        return {};
    if (names.size() > named)
        names = names.first(named) << QStringLiteral("…");
    return Text::tr("No link works for %1: the event type is off, deleted or not known. There the sentence with {rebook link} is left out.")
        .arg(names.join(Text::tr(", ")));
}

CancelRow cancelRow(const MeetingDetails &meeting, const AgendaSetting &setting, bool withDate)
{
    const MeetingSummary summary = summaryOf(meeting);
    CancelRow row;
    row.meeting = meeting.meeting.uri;
    row.time = startText(meeting.meeting.start, setting, withDate);
    row.color = summary.color;
    row.name = nameText(meeting.meeting);
    row.people = peopleText(summary);
    if (isGroup(meeting.meeting) && meeting.meeting.inviteesActive > 1)
        row.badge = Text::tr("ends for all %1").arg(meeting.meeting.inviteesActive);
    row.addresses = mailedPeople(meeting);
    const int count = static_cast<int>(mailedAddresses(meeting).size());
    if (meeting.inviteesKnown)
        row.count = count == 1 ? Text::tr("1 person") : Text::tr("%n people", nullptr, count);
    return row;
}

CancelRow cancelRow(const CancelItem &item, const AgendaSetting &setting, bool withDate)
{
    CancelRow row;
    row.meeting = item.meeting;
    row.time = startText(item.start, setting, withDate);
    row.name = item.name;
    return row;
}

void sayState(CancelRow &row, const CancelItem &item)
{
    using State = CancelItem::State;
    const auto say = [&row](const char *icon, const QString &status, CancelRow::Tone tone, const QString &detail = {}) {
        row.statusIcon = QLatin1String(icon);
        row.status = status;
        row.tone = tone;
        row.detail = detail;
    };
    switch (item.state) {
    case State::Held:
    case State::Waiting:
        return say("clock", Text::tr("Waiting"), CancelRow::Tone::Quiet, whyWaiting(item));
    case State::MakingLink:
        return say("link", Text::tr("Making its link…"), CancelRow::Tone::Brass);
    case State::Sending:
        return say("expiring", Text::tr("Canceling…"), CancelRow::Tone::Brass);
    case State::Canceled:
        return say("done", Text::tr("Canceled"), CancelRow::Tone::Ok);
    case State::CanceledBefore:
        return say("info", Text::tr("Was already canceled"), CancelRow::Tone::Quiet);
    case State::Failed:
        return say("warning", Text::tr("Not canceled"), CancelRow::Tone::Danger, whyFailed(item));
    case State::Unknown:
        return say("warning", Text::tr("Not known"), CancelRow::Tone::Brass, Text::tr("Calendly did not answer in time."));
    case State::Skipped:
        return say("off", Text::tr("Left out"), CancelRow::Tone::Quiet, Text::tr("Nothing was sent."));
    }
}

bool onSeveralDays(const QList<QDateTime> &starts, const QTimeZone &zone)
{
    return std::any_of(starts.begin(), starts.end(), [&](const QDateTime &start) {
        return wallClock(start, zone).date() != wallClock(starts.first(), zone).date();
    });
}
