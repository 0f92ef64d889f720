// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarwriter.h"

#include "agendatext.h"
#include "calendarline.h"
#include "cardcontent.h"
#include "exporttext.h"
#include "plaintext.h"
#include "resourcejson.h"

#include <QUrl>

#include <utility>

namespace {

QByteArray instant(const QDateTime &utc)
{
    return utc.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

QByteArray property(const QByteArray &name, const QByteArray &value)
{
    return value.isEmpty() ? QByteArray() : calendarLine(name + ':' + value);
}

/// The same for a meeting whenever it is written.
QByteArray uidOf(const QUrl &meeting)
{
    return QUrl::toPercentEncoding(meeting.fileName()) + '@' + meeting.host().toLatin1();
}

/// "mailto:ana@example.com"; empty for what is no address.
QByteArray mailto(const QString &email)
{
    const QString address = oneLine(email);
    if (address.count(QLatin1Char('@')) != 1 || address.startsWith(QLatin1Char('@')) || address.endsWith(QLatin1Char('@')))
        return {};
    return "mailto:" + QUrl::toPercentEncoding(address, "@+");
}

QByteArray named(const QString &name)
{
    return oneLine(name).isEmpty() ? QByteArray() : ";CN=" + calendarParameter(name);
}

} // namespace

QByteArray CalendarWriter::begin()
{
    return calendarLine("BEGIN:VCALENDAR") + calendarLine("VERSION:2.0") + calendarLine("PRODID:-//Sundial//Meetings//EN")
        + calendarLine("CALSCALE:GREGORIAN");
}

QByteArray CalendarWriter::end()
{
    return calendarLine("END:VCALENDAR");
}

QByteArray CalendarWriter::meeting(const MeetingDetails &details)
{
    const Meeting &is = details.meeting;
    const QDateTime changed = instantFromText(is.updatedAt);
    const QByteArray link = joinLink(is.place).toLatin1();
    QByteArray written = calendarLine("BEGIN:VEVENT") + property("UID", uidOf(is.uri)) + property("DTSTAMP", instant(m_setting.now))
        + property("DTSTART", instant(is.start));
    if (is.end > is.start) // RFC 5545 3.8.2.2 wants it later
        written += property("DTEND", instant(is.end));
    if (is.createdAt.isValid())
        written += property("CREATED", instant(is.createdAt));
    if (changed.isValid())
        written += property("LAST-MODIFIED", instant(changed));
    // A later copy of the same meeting that is canceled wins over the one before.
    written += property("SEQUENCE", is.canceled ? "1" : "0");
    written += property("STATUS", is.canceled ? "CANCELLED" : "CONFIRMED");
    written += property("SUMMARY", calendarText(summary(details)));
    written += property("DESCRIPTION", calendarText(description(details)));
    written += property("LOCATION", calendarText(exportedPlace(is.place)));
    written += property("URL", link);
    if (!link.isEmpty() && isConference(is.place.kind))
        written += calendarLine("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:" + link);
    if (m_setting.people)
        written += people(details);
    return written + calendarLine("END:VEVENT");
}

/// "Product demo: Kenji Watanabe +2".
QString CalendarWriter::summary(const MeetingDetails &details) const
{
    const QString name = exportedName(details.meeting);
    return m_setting.people ? tr("%1: %2").arg(name, peopleText(summaryOf(details))) : name;
}

QString CalendarWriter::description(const MeetingDetails &details) const
{
    QStringList parts;
    if (m_setting.people) {
        QStringList persons;
        for (const Invitee &invitee : concernedInvitees(details))
            persons.append(personText(invitee));
        for (const QString &guest : details.meeting.guests)
            persons.append(tr("%1 (guest)").arg(oneLine(guest)));
        parts.append(persons.join(QLatin1Char('\n')));
    }
    if (m_setting.answers) {
        QStringList questions;
        collectQuestions(details, questions);
        for (const QString &question : std::as_const(questions)) {
            const QString answers = answersTo(question, details, m_setting.people);
            if (!answers.isEmpty())
                parts.append(question + QLatin1Char('\n') + answers);
        }
    }
    if (const auto &ended = details.meeting.cancellation; ended && !ended->reason.trimmed().isEmpty())
        parts.append(tr("Canceled: %1").arg(plainBlock(ended->reason).trimmed()));
    parts.removeAll(QString());
    return parts.join(QStringLiteral("\n\n"));
}

/// Attendees belong to an organizer; where none is known, the description names the people.
QByteArray CalendarWriter::people(const MeetingDetails &details) const
{
    const QList<MeetingHost> &hosts = details.meeting.hosts;
    const QByteArray organizer = hosts.isEmpty() ? QByteArray() : mailto(hosts.first().email);
    if (organizer.isEmpty())
        return {};
    QByteArray written = calendarLine("ORGANIZER" + named(hosts.first().name) + ':' + organizer);
    const auto add = [&written](const QString &name, const QByteArray &parameters, const QString &email) {
        if (const QByteArray address = mailto(email); !address.isEmpty())
            written += calendarLine("ATTENDEE" + named(name) + parameters + ':' + address);
    };
    for (const MeetingHost &host : hosts)
        add(host.name, ";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED", host.email);
    for (const Invitee &invitee : details.invitees)
        add(invitee.name, invitee.canceled ? ";ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED" : ";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED", invitee.email);
    for (const QString &guest : details.meeting.guests)
        add({}, ";ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION", guest);
    return written;
}
