// SPDX-License-Identifier: GPL-3.0-or-later
#include "teamtext.h"

#include "format.h"
#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Team)
};

QString hoursText(const QList<DayInterval> &intervals)
{
    QStringList hours;
    for (const DayInterval &interval : intervals) {
        // Any date will do: hours are a clock's in no zone.
        const QDate day(2000, 1, 3);
        hours.append(timeRangeText(QDateTime(day, interval.from, Qt::UTC), QDateTime(day, interval.to, Qt::UTC), QTimeZone::utc()));
    }
    return hours.isEmpty() ? Text::tr("Closed") : hours.join(QLatin1String(", "));
}

} // namespace

QString planText(const QString &plan)
{
    const QString name = oneLine(plan, 40);
    return name.left(1).toUpper() + name.mid(1); // "basic", "teams": names, so they are not translated
}

QString roleText(Role role)
{
    switch (role) {
    case Role::Owner:
        return Text::tr("Owner");
    case Role::Admin:
        return Text::tr("Admin");
    case Role::User:
        return Text::tr("User");
    }
    return {};
}

QString memberName(const User &user)
{
    const QString name = oneLine(user.name);
    return name.isEmpty() ? oneLine(user.email) : name;
}

QStringList memberHeads()
{
    return {Text::tr("Name"), Text::tr("Role"), Text::tr("Time zone"), Text::tr("There now")};
}

ListRow memberRow(const OrganizationMembership &member, const QUrl &self, const QTimeZone &own, const QDateTime &now)
{
    const User &user = member.user;
    const std::optional<QTimeZone> zone = zoneNamed(user.timezone);
    const bool isSelf = user.uri == self;
    return {.key = member.uri.toString(),
            .cells = {{.text = isSelf ? Text::tr("%1 (you)").arg(memberName(user)) : memberName(user), .second = oneLine(user.email)},
                      {.text = roleText(member.role), .iconName = member.role == Role::User ? QStringLiteral("person") : QStringLiteral("key")},
                      {.text = zone ? zoneText(user.timezone, own, now) : Text::tr("Not known")},
                      {.text = zone ? theirTimeText(now, *zone, own) : QString()}},
            .searched = user.timezone + QLatin1Char(' ') + user.slug};
}

QStringList invitationHeads()
{
    return {Text::tr("E-mail"), Text::tr("Status"), Text::tr("Sent")};
}

bool isPending(const OrganizationInvitation &invitation)
{
    return invitation.status == QLatin1String("pending");
}

QString invitationStatusText(const OrganizationInvitation &invitation)
{
    if (isPending(invitation))
        return Text::tr("Waiting");
    if (invitation.status == QLatin1String("accepted"))
        return Text::tr("Accepted");
    return invitation.status == QLatin1String("declined") ? Text::tr("Declined") : oneLine(invitation.status);
}

QString invitationStatusIconName(const OrganizationInvitation &invitation)
{
    if (isPending(invitation))
        return QStringLiteral("clock");
    return invitation.status == QLatin1String("accepted") ? QStringLiteral("done") : QStringLiteral("canceled");
}

ListRow invitationRow(const OrganizationInvitation &invitation, const QTimeZone &zone, const QDateTime &now)
{
    const bool accepted = invitation.status == QLatin1String("accepted");
    const QDateTime sent = invitation.lastSentAt.isValid() ? invitation.lastSentAt : invitation.createdAt;
    return {.key = invitation.uri.toString(),
            .cells = {{.text = oneLine(invitation.email), .tone = isPending(invitation) ? ListCell::Tone::Normal : ListCell::Tone::Pale},
                      {.text = invitationStatusText(invitation),
                       .iconName = invitationStatusIconName(invitation),
                       .tone = isPending(invitation) ? ListCell::Tone::Brass : accepted ? ListCell::Tone::Ok : ListCell::Tone::Pale},
                      {.text = momentText(sent, zone, now), .tone = ListCell::Tone::Pale}}};
}

QList<WeekLine> weekLines(const AvailabilitySchedule &schedule)
{
    QList<WeekLine> lines;
    int first = 0;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        QList<DayInterval> intervals;
        for (const AvailabilityRule &rule : schedule.rules) {
            if (rule.weekday == weekday)
                intervals = rule.intervals;
        }
        const QString hours = hoursText(intervals);
        const QLocale locale;
        const QString day = locale.dayName(weekday, QLocale::ShortFormat);
        if (!lines.isEmpty() && lines.last().hours == hours) {
            //: Weekdays from one to another: "Mon–Thu".
            lines.last().days = Text::tr("%1–%2").arg(locale.dayName(first, QLocale::ShortFormat), day);
        } else {
            first = weekday;
            lines.append({day, hours});
        }
    }
    return lines;
}
