// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporttext.h"

#include "agendatext.h"
#include "format.h"
#include "plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

constexpr int longestLine = 10000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

} // namespace

QString exportedName(const Meeting &meeting)
{
    const QString name = oneLine(meeting.name, longestLine);
    return name.isEmpty() ? nameText(meeting) : name;
}

QString personText(const Invitee &invitee)
{
    const QString name = oneLine(invitee.name);
    const QString email = oneLine(invitee.email);
    if (name.isEmpty() || email.isEmpty())
        return name + email;
    return QStringLiteral("%1 <%2>").arg(name, email);
}

QList<Invitee> concernedInvitees(const MeetingDetails &details)
{
    QList<Invitee> active;
    std::copy_if(details.invitees.begin(), details.invitees.end(), std::back_inserter(active),
                 [](const Invitee &invitee) { return !invitee.canceled; });
    return active.isEmpty() ? details.invitees : active;
}

QString exportedStatus(const MeetingDetails &details)
{
    const QList<Invitee> &invitees = details.invitees;
    if (details.meeting.canceled) {
        const bool moved = !invitees.isEmpty() && std::all_of(invitees.begin(), invitees.end(), [](const Invitee &is) { return is.rescheduled; });
        return moved ? Text::tr("Moved") : Text::tr("Canceled");
    }
    const bool missed = std::any_of(invitees.begin(), invitees.end(), [](const Invitee &invitee) { return !invitee.noShow.isEmpty(); });
    return missed ? Text::tr("No-show") : Text::tr("Confirmed");
}

QString exportedPlace(const Place &place)
{
    const QString address = oneLine(place.location, longestLine);
    // The address of a conference is its link, which stands elsewhere.
    return address.isEmpty() || isConference(place.kind) ? placeText(place) : address;
}

QString joinLink(const Place &place)
{
    const QUrl target = joinTarget(place);
    return target.scheme() == QLatin1String("https") ? QString::fromLatin1(target.toEncoded()) : QString();
}

QString answersTo(const QString &question, const MeetingDetails &details, bool people)
{
    QStringList answers;
    int number = 0; // stands for who is not to be named
    const bool several = details.invitees.size() > 1;
    for (const Invitee &invitee : details.invitees) {
        const QString who = people ? oneLine(invitee.name.isEmpty() ? invitee.email : invitee.name) : QString::number(++number);
        for (const QuestionAnswer &given : invitee.answers) {
            const QString answer = plainBlock(given.answer).trimmed();
            if (oneLine(given.question) == question && !answer.isEmpty())
                answers.append(several ? QStringLiteral("%1: %2").arg(who, answer) : answer);
        }
    }
    return answers.join(QLatin1Char('\n'));
}

QString exportedCanceler(const Cancellation &cancellation, bool people)
{
    if (people)
        return oneLine(cancellation.canceledBy);
    return cancellation.byHost ? Text::tr("host") : Text::tr("invitee");
}
