// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchdocument.h"

#include "searchtext.h"
#include "storedvalues.h"

#include <QCryptographicHash>

#include <algorithm>

namespace {

QString hashMark(QChar kind, const QUrl &uri)
{
    const QByteArray hash = QCryptographicHash::hash(toColumn(uri).toUtf8(), QCryptographicHash::Sha256);
    return kind + QString::fromLatin1(hash.first(8).toHex());
}

QString marksOf(const Meeting &meeting, const QList<Invitee> &invitees)
{
    const auto any = [&invitees](auto &&is) { return std::any_of(invitees.begin(), invitees.end(), is); };
    QStringList marks{markOfAll(), meeting.canceled ? markOfCanceled() : markOfActive()};
    if (!meeting.eventType.isEmpty())
        marks.append(markOfType(meeting.eventType));
    for (const MeetingHost &host : meeting.hosts)
        marks.append(markOfHost(host.user));
    if (isGroup(meeting))
        marks.append(markOfGroup());
    if (any([](const Invitee &invitee) { return !invitee.noShow.isEmpty(); }))
        marks.append(markOfNoShow());
    if (any([](const Invitee &invitee) { return invitee.rescheduled || !invitee.oldInvitee.isEmpty(); }))
        marks.append(markOfMoved());
    return marks.join(QLatin1Char(' '));
}

} // namespace

QStringList searchColumns()
{
    return {QStringLiteral("title"), QStringLiteral("people"), QStringLiteral("hosts"), QStringLiteral("place"),
            QStringLiteral("answers"), QStringLiteral("utm"), QStringLiteral("reasons"), QStringLiteral("notes"),
            QStringLiteral("marks")};
}

QStringList searchValues(const Meeting &meeting, const QList<Invitee> &invitees)
{
    QStringList people = meeting.guests;
    QStringList hosts;
    QStringList answers;
    QStringList utm;
    QStringList reasons;
    for (const MeetingHost &host : meeting.hosts)
        hosts << host.name << host.email;
    if (meeting.cancellation)
        reasons << meeting.cancellation->reason;
    for (const Invitee &invitee : invitees) {
        people << invitee.name << invitee.email << invitee.textReminderNumber;
        for (const QuestionAnswer &answer : invitee.answers)
            answers << answer.answer;
        utm << invitee.tracking.utmSource << invitee.tracking.utmMedium << invitee.tracking.utmCampaign
            << invitee.tracking.utmContent << invitee.tracking.utmTerm;
        if (invitee.cancellation && invitee.cancellation != meeting.cancellation)
            reasons << invitee.cancellation->reason;
    }
    // The link to join is left out: whoever knows it may enter.
    const QStringList place{wordFor(meeting.place.kind), meeting.place.rawType, meeting.place.location,
                            meeting.place.additionalInfo};
    QStringList values{indexedText(meeting.name)};
    for (const QStringList &texts : {people, hosts, place, answers, utm, reasons})
        values.append(indexedText(texts));
    values.append(indexedText(meeting.notesPlain));
    values.append(marksOf(meeting, invitees));
    return values;
}

QString markOfAll()
{
    return QStringLiteral("all");
}

QString markOfActive()
{
    return QStringLiteral("active");
}

QString markOfCanceled()
{
    return QStringLiteral("canceled");
}

QString markOfGroup()
{
    return QStringLiteral("group");
}

QString markOfNoShow()
{
    return QStringLiteral("noshow");
}

QString markOfMoved()
{
    return QStringLiteral("moved");
}

QString markOfType(const QUrl &eventType)
{
    return hashMark(QLatin1Char('t'), eventType);
}

QString markOfHost(const QUrl &user)
{
    return hashMark(QLatin1Char('h'), user);
}
