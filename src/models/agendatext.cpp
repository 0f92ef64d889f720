// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendatext.h"

#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Agenda)
};

/// Those whose booking stands; of a canceled meeting everybody who had booked.
QList<InviteeBrief> concerned(const MeetingSummary &meeting)
{
    QList<InviteeBrief> active;
    std::copy_if(meeting.invitees.begin(), meeting.invitees.end(), std::back_inserter(active),
                 [](const InviteeBrief &invitee) { return !invitee.canceled; });
    return active.isEmpty() ? meeting.invitees : active;
}

QString nameOf(const InviteeBrief &invitee)
{
    const QString name = oneLine(invitee.name);
    return name.isEmpty() ? oneLine(invitee.email) : name;
}

QString inviteeCount(int count)
{
    return count == 1 ? Text::tr("1 invitee") : Text::tr("%n invitees", nullptr, count);
}

/// "late", "early"; empty at kind hours.
QString shortUnkindText(DayPart part)
{
    if (part == DayPart::Day)
        return {};
    return part == DayPart::Late ? Text::tr("late") : Text::tr("early");
}

TheirTime timeInZone(const MeetingSummary &meeting, const QString &name, const QTimeZone &zone,
                     const AgendaSetting &setting)
{
    TheirTime theirs;
    theirs.time = theirTimeText(meeting.meeting.start, zone, setting.zone, setting.locale);
    theirs.zone = zoneText(name, setting.zone, meeting.meeting.start);
    theirs.part = dayPart(wallClock(meeting.meeting.start, zone).time());
    theirs.remark = unkindText(theirs.part);
    theirs.shortRemark = shortUnkindText(theirs.part);
    theirs.spoken = Text::tr("%1 in %2").arg(theirs.time, cityOf(name));
    return theirs;
}

/// Whoever is asked at an unkind hour counts, however many others are not.
void setUnkind(TheirTime &theirs, const QDateTime &start, const QList<QTimeZone> &zones)
{
    const auto among = [&start, &zones](DayPart part) {
        return std::count_if(zones.begin(), zones.end(), [&start, part](const QTimeZone &zone) { return dayPart(wallClock(start, zone).time()) == part; });
    };
    const auto early = among(DayPart::Early);
    const auto late = among(DayPart::Late);
    if (early == 0 && late == 0)
        return;
    theirs.part = early > 0 ? DayPart::Early : DayPart::Late;
    theirs.shortRemark = shortUnkindText(theirs.part);
    if (early == zones.size() || late == zones.size()) {
        theirs.remark = unkindText(theirs.part);
    } else if (early > 0 && late > 0) {
        theirs.remark = Text::tr("early for some, late for others");
        theirs.shortRemark = Text::tr("early, late", "for some and for others");
    } else {
        theirs.remark = early > 0 ? Text::tr("early for some") : Text::tr("late for some");
        //: In so many of the zones it is an unkind hour.
        theirs.shortRemark = early > 0 ? Text::tr("%1 early").arg(early) : Text::tr("%1 late").arg(late);
    }
}

TheirTime timeInZones(const MeetingSummary &meeting, QList<QTimeZone> zones, const AgendaSetting &setting)
{
    const QDateTime start = meeting.meeting.start;
    std::sort(zones.begin(), zones.end(), [&start](const QTimeZone &one, const QTimeZone &other) {
        return one.offsetFromUtc(start) < other.offsetFromUtc(start);
    });
    TheirTime theirs;
    theirs.time = Text::tr("%n zones", nullptr, static_cast<int>(zones.size()));
    const QString from = theirTimeText(start, zones.first(), setting.zone, setting.locale);
    const QString to = theirTimeText(start, zones.last(), setting.zone, setting.locale);
    theirs.zone = from == to ? from : Text::tr("%1 to %2").arg(from, to);
    theirs.several = true;
    setUnkind(theirs, start, zones);
    theirs.spoken = Text::tr("%1 in %2").arg(theirs.zone, theirs.time);
    return theirs;
}

StatusWords canceledWords(const MeetingSummary &meeting, const AgendaSetting &setting)
{
    if (wasMovedAway(meeting)) {
        const QDateTime &to = meeting.invitees.first().lastTime;
        const bool isTold = meeting.invitees.size() == 1 && to.isValid();
        return {StatusWords::Status::Moved, Text::tr("Moved"),
                isTold ? Text::tr("to %1").arg(momentText(to, setting.zone, setting.now, setting.locale)) : Text::tr("to another time")};
    }
    const auto &cancellation = meeting.meeting.cancellation;
    return {StatusWords::Status::Canceled, Text::tr("Canceled"),
            cancellation ? cancellationText(*cancellation, setting.ownName) : QString()};
}

/// The first who came from another time; nobody in a group, where others did not.
const InviteeBrief *whoMoved(const MeetingSummary &meeting)
{
    const auto moved = std::find_if(meeting.invitees.begin(), meeting.invitees.end(),
                                    [](const InviteeBrief &invitee) { return !invitee.canceled && invitee.movedHere; });
    return moved == meeting.invitees.end() || isGroup(meeting.meeting) ? nullptr : &*moved;
}

/// "Moved twice" and "first 3 Nov", as far as it is stored where it came from.
struct MovedWords
{
    QString text;
    QString detail;
};

MovedWords movedWords(const InviteeBrief *moved, const AgendaSetting &setting)
{
    const bool once = moved->timesMoved <= 1;
    const QString text = once ? Text::tr("Moved") : moved->timesMoved == 2 ? Text::tr("Moved twice") : Text::tr("Moved %n times", nullptr, moved->timesMoved);
    const QDateTime &first = moved->firstTime;
    if (!first.isValid())
        return {text, once ? Text::tr("from another time") : QString()};
    if (once)
        return {text, Text::tr("from %1").arg(momentText(first, setting.zone, setting.now, setting.locale))};
    const QDate today = wallClock(setting.now, setting.zone).date();
    return {text, Text::tr("first %1").arg(plainDateText(wallClock(first, setting.zone).date(), today, setting.locale))};
}

/// The first of a few words; a name in one word, or in a script without blanks, stays whole.
QString firstName(const QString &name)
{
    return oneLine(name).section(QLatin1Char(' '), 0, 0);
}

std::chrono::minutes minutesUntil(const QDateTime &begin, const QDateTime &end)
{
    return std::chrono::minutes((begin.secsTo(end) + 59) / 60);
}

/// Without regard to where it came from and to other meetings.
StatusWords statusAlone(const MeetingSummary &meeting, const AgendaSetting &setting)
{
    using Status = StatusWords::Status;
    const auto missing = static_cast<int>(std::count_if(meeting.invitees.begin(), meeting.invitees.end(),
                                                        [](const InviteeBrief &invitee) { return invitee.noShow; }));
    const bool running = isRunning(meeting.meeting, setting.now);
    const QString left = durationText(minutesUntil(setting.now, meeting.meeting.end));
    if (missing > 0)
        return {Status::NoShow, missing == 1 ? Text::tr("No-show") : Text::tr("%n no-shows", nullptr, missing),
                running ? Text::tr("%1 left").arg(left) : QString()};
    if (running)
        return {Status::Running, Text::tr("Now, %1 left").arg(left), {}};
    if (!isUpcoming(meeting.meeting, setting.now))
        return {Status::Ended, Text::tr("Ended"), {}};
    return {Status::Confirmed, Text::tr("Confirmed"), {}};
}

} // namespace

bool wasMovedAway(const MeetingSummary &meeting)
{
    return !meeting.invitees.isEmpty()
        && std::all_of(meeting.invitees.begin(), meeting.invitees.end(),
                       [](const InviteeBrief &invitee) { return invitee.rescheduled; });
}

QString nameText(const Meeting &meeting)
{
    const QString name = oneLine(meeting.name);
    return name.isEmpty() ? Text::tr("Meeting without a name") : name;
}

QString peopleText(const MeetingSummary &meeting)
{
    if (isGroup(meeting.meeting))
        return Text::tr("%1 of %2 invitees").arg(meeting.meeting.inviteesActive).arg(meeting.meeting.inviteesLimit);
    const QList<InviteeBrief> people = concerned(meeting);
    if (people.isEmpty())
        return meeting.inviteesKnown ? Text::tr("Nobody invited") : inviteeCount(meeting.meeting.inviteesTotal);
    const auto more = people.size() - 1 + meeting.meeting.guests.size();
    return more == 0 ? nameOf(people.first()) : Text::tr("%1 +%2").arg(nameOf(people.first()), QString::number(more));
}

QString peopleSpoken(const MeetingSummary &meeting)
{
    const QList<InviteeBrief> people = concerned(meeting);
    if (isGroup(meeting.meeting) || people.isEmpty())
        return peopleText(meeting);
    QStringList names;
    for (const InviteeBrief &invitee : people)
        names.append(nameOf(invitee));
    const auto guests = static_cast<int>(meeting.meeting.guests.size());
    if (guests > 0)
        names.append(guests == 1 ? Text::tr("1 guest") : Text::tr("%n guests", nullptr, guests));
    if (names.size() == 1)
        return names.first();
    return Text::tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.last());
}

TheirTime theirTime(const MeetingSummary &meeting, const AgendaSetting &setting)
{
    QStringList names;
    QList<QTimeZone> zones;
    QSet<QString> seen;
    for (const InviteeBrief &invitee : concerned(meeting)) {
        const std::optional<QTimeZone> zone = zoneNamed(invitee.timezone);
        if (!zone || seen.contains(invitee.timezone))
            continue;
        seen.insert(invitee.timezone);
        names.append(invitee.timezone);
        zones.append(*zone);
    }
    if (zones.isEmpty())
        return {};
    return zones.size() == 1 ? timeInZone(meeting, names.first(), zones.first(), setting)
                             : timeInZones(meeting, zones, setting);
}

QString theirClockText(const TheirTime &theirs)
{
    if (theirs.time.isEmpty())
        return {};
    const QString text = theirs.several ? theirs.spoken : Text::tr("%1 in %2").arg(theirs.time, theirs.zone);
    return theirs.remark.isEmpty() ? text : Text::tr("%1, %2").arg(text, theirs.remark);
}

QString unkindText(DayPart part)
{
    if (part == DayPart::Day)
        return {};
    return part == DayPart::Late ? Text::tr("late for them") : Text::tr("early for them");
}

QString cancellationText(const Cancellation &cancellation, const QString &ownName)
{
    const bool own = cancellation.byHost && !ownName.isEmpty() && cancellation.canceledBy == ownName;
    const QString who = own ? Text::tr("you") : isolated(firstName(cancellation.canceledBy));
    const QString reason = oneLine(cancellation.reason);
    if (who.isEmpty())
        return reason;
    return reason.isEmpty() ? Text::tr("by %1").arg(who) : Text::tr("by %1, %2").arg(who, reason);
}

StatusWords statusWords(const MeetingSummary &meeting, const Neighbors &neighbors, const AgendaSetting &setting)
{
    using Status = StatusWords::Status;
    const Meeting &what = meeting.meeting;
    if (what.canceled)
        return canceledWords(meeting, setting);
    const InviteeBrief *mover = whoMoved(meeting);
    StatusWords words = statusAlone(meeting, setting);
    words.moved = mover != nullptr;
    words.overlapping = neighbors.overlapped != nullptr;
    words.inRow = neighbors.place > 0;
    if (words.status == Status::Confirmed && words.overlapping)
        words = {Status::Overlaps, Text::tr("Overlaps"), {}, words.moved, words.overlapping, words.inRow};
    else if (words.status == Status::Confirmed && words.moved)
        words = {Status::Moved, movedWords(mover, setting).text, {}, words.moved, words.overlapping, words.inRow};
    // What is not the status itself is said beside it.
    QStringList details{words.detail};
    if (words.overlapping) {
        const Meeting &other = *neighbors.overlapped;
        const auto shared = minutesUntil(std::max(what.start, other.start), std::min(what.end, other.end));
        const QString with = Text::tr("%1 with %2").arg(durationText(shared), nameText(other));
        details.append(words.status == Status::Overlaps ? with : Text::tr("overlaps %1", "15 min with another meeting").arg(with));
    }
    if (words.moved) {
        const MovedWords moved = movedWords(mover, setting);
        const QString apart = mover->timesMoved > 1 ? QStringLiteral(", ") : QStringLiteral(" ");
        details.append(words.status == Status::Moved ? moved.detail
                           : moved.detail.isEmpty()  ? moved.text.toLower()
                                                     : moved.text.toLower() + apart + moved.detail);
    }
    if (words.inRow)
        details.append(Text::tr("%1 of %2 in a row").arg(neighbors.place).arg(neighbors.inRow));
    details.removeAll(QString());
    words.detail = details.join(QStringLiteral(", "));
    return words;
}

QString meetingAsText(const MeetingSummary &meeting, const AgendaSetting &setting)
{
    const Meeting &what = meeting.meeting;
    QStringList lines;
    lines.append(Text::tr("%1: %2").arg(dateAndTimesText(what.start, what.end, setting.zone, setting.now, setting.locale),
                                  nameText(what)));
    if (what.canceled)
        lines.append(Text::tr("Canceled"));
    for (const InviteeBrief &invitee : concerned(meeting))
        lines.append(invitee.name.isEmpty() ? oneLine(invitee.email)
                                            : Text::tr("%1 <%2>").arg(oneLine(invitee.name), oneLine(invitee.email)));
    for (const QString &guest : what.guests)
        lines.append(oneLine(guest));
    const QUrl target = joinTarget(what.place);
    const QString place = oneLine(what.place.location.isEmpty() ? placeText(what.place) : what.place.location);
    if (!place.isEmpty())
        lines.append(place);
    if (target.scheme() == QLatin1String("https"))
        lines.append(target.toString(QUrl::FullyEncoded));
    return lines.join(QLatin1Char('\n'));
}
