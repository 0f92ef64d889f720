// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendarows.h"

#include "agendatext.h"
#include "meetingruns.h"
#include "meetingtimes.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Agenda)
};

QDate dayOf(const Meeting &meeting, const AgendaSetting &setting)
{
    return wallClock(meeting.start, setting.zone).date();
}

/// Every active meeting, shown or not, in the order in which the list shows them.
QList<const Meeting *> activeByStart(const QList<MeetingSummary> &meetings, const AgendaSetting &setting)
{
    QList<const Meeting *> active;
    for (const QList<MeetingSummary> *list : {&meetings, &setting.others}) {
        for (const MeetingSummary &summary : *list) {
            if (!summary.meeting.canceled)
                active.append(&summary.meeting);
        }
    }
    std::sort(active.begin(), active.end(), [](const Meeting *one, const Meeting *other) {
        return std::tie(one->start, one->end, one->uri) < std::tie(other->start, other->end, other->uri);
    });
    const auto isSame = [](const Meeting *one, const Meeting *other) { return one->uri == other->uri; };
    active.resize(std::distance(active.begin(), std::unique(active.begin(), active.end(), isSame))); // one may be shown and among the others
    return active;
}

/// Of each meeting that has to do with others. Both sides of every overlap are marked, whichever began first.
QHash<QUrl, Neighbors> neighborsOf(const QList<const Meeting *> &active)
{
    QHash<QUrl, Neighbors> found;
    QList<TimeRange> times;
    const Meeting *lasting = nullptr;
    for (const Meeting *meeting : active) {
        times.append({meeting->start, meeting->end});
        if (lasting && lasting->uri != meeting->uri && lasting->end > meeting->start) {
            found[meeting->uri].overlapped = lasting;
            if (const Meeting *&other = found[lasting->uri].overlapped; !other)
                other = meeting;
        }
        if (!lasting || meeting->end > lasting->end)
            lasting = meeting;
    }
    for (const MeetingRun &run : meetingRuns(times)) {
        const auto count = static_cast<int>(run.members.size());
        for (int i = 0; i < count; ++i) {
            Neighbors &neighbors = found[active[run.members[i]]->uri];
            neighbors.place = i + 1;
            neighbors.inRow = count;
        }
    }
    return found;
}

/// Free time of 15 minutes or more between two meetings that are not over; nothing when the day holds none.
std::optional<TimeRange> nextGap(const QList<const Meeting *> &active, const QDateTime &now)
{
    constexpr qint64 leastSeconds = 15 * 60;
    QDateTime busyUntil;
    for (const Meeting *meeting : active) {
        if (meeting->end <= now)
            continue;
        if (busyUntil.isValid() && busyUntil.secsTo(meeting->start) >= leastSeconds)
            return TimeRange{busyUntil, meeting->start};
        busyUntil = busyUntil.isValid() ? std::max(busyUntil, meeting->end) : meeting->end;
    }
    return std::nullopt;
}

QString meetingCount(int count)
{
    if (count == 0)
        return Text::tr("No meetings");
    return count == 1 ? Text::tr("1 meeting") : Text::tr("%n meetings", nullptr, count);
}

QString todayFacts(const QList<const Meeting *> &active, const AgendaSetting &setting)
{
    const auto left = static_cast<int>(std::count_if(active.begin(), active.end(), [&setting](const Meeting *meeting) {
        return isUpcoming(*meeting, setting.now);
    }));
    const int all = static_cast<int>(active.size());
    QString facts = left == all ? meetingCount(all)
        : left == 0             ? Text::tr("%1, none left").arg(meetingCount(all))
                                : Text::tr("%1, %2 left").arg(meetingCount(all)).arg(left);
    if (const std::optional<TimeRange> gap = nextGap(active, setting.now))
        facts = Text::tr("%1. Next gap %2").arg(facts, timeRangeText(gap->begin, gap->end, setting.zone, setting.locale));
    return facts;
}

AgendaRow dayRow(QDate day, const QList<MeetingSummary> &ofDay, const AgendaSetting &setting)
{
    const QDate today = wallClock(setting.now, setting.zone).date();
    AgendaRow row;
    row.kind = AgendaRow::Kind::Day;
    row.day = day;
    row.dayName = relativeDayText(day, today, setting.locale);
    const bool saysWeekday = qAbs(today.daysTo(day)) > 1;
    row.dayDate = saysWeekday ? dayOfMonthText(day, today, setting.locale) : longDateText(day, today, setting.locale);
    row.dayFacts = dayFactsText(ofDay, day, setting);
    row.spoken = Text::tr("%1, %2, %3").arg(row.dayName, row.dayDate, row.dayFacts);
    return row;
}

/// "1:00", "1:45 PM" or "13:00", "13:45": the range cut at its dash.
void setTimes(AgendaRow &row, const Meeting &meeting, const AgendaSetting &setting)
{
    const QString range = timeRangeText(meeting.start, meeting.end, setting.zone, setting.locale);
    row.start = range.section(QChar(0x2013), 0, 0);
    row.end = range.section(QChar(0x2013), 1);
    row.length = durationText(std::chrono::minutes(meeting.start.secsTo(meeting.end) / 60));
    // Beside the times there is no room for it.
    if (const int pass = passOf(meeting.start, setting.zone); pass > 0) //: %1 is a length; the clock shows the time of the meeting twice.
        row.length = pass == 1 ? Text::tr("1st time, %1").arg(row.length) : Text::tr("2nd time, %1").arg(row.length);
    if (!isOnOneDay(meeting.start, meeting.end, setting.zone)) {
        const QDate day = wallClock(meeting.end, setting.zone).date();
        //: The day on which it is over and a length.
        row.length = Text::tr("to %2, %1").arg(row.length, plainDateText(day, dayOf(meeting, setting), setting.locale));
    }
}

QString spokenText(const AgendaRow &row, const MeetingSummary &meeting, const TheirTime &theirs, const AgendaSetting &setting)
{
    const QString start = passText(row.start, meeting.meeting.start, setting.zone);
    const QDate last = wallClock(meeting.meeting.end, setting.zone).date();
    const QString end = isOnOneDay(meeting.meeting.start, meeting.meeting.end, setting.zone)
        ? row.end
        : Text::tr("%1, %2", "a date and a time").arg(longDateText(last, row.day, setting.locale), row.end);
    QStringList parts{Text::tr("%1 to %2").arg(start, end), row.name, peopleSpoken(meeting), theirs.spoken, theirs.remark};
    const bool sentence = row.status.status == StatusWords::Status::Running;
    parts << row.place << (sentence ? row.status.text : row.status.text.toLower()) << row.status.detail << meeting.account.name;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

AgendaRow meetingRow(const MeetingSummary &summary, const StatusWords &status, const AgendaSetting &setting)
{
    const Meeting &meeting = summary.meeting;
    const TheirTime theirs = theirTime(summary, setting);
    AgendaRow row;
    row.day = dayOf(meeting, setting);
    row.meeting = meeting.uri;
    setTimes(row, meeting, setting);
    row.name = nameText(meeting);
    row.people = peopleText(summary);
    row.color = summary.color;
    row.account = summary.account;
    row.theirTime = theirs.time;
    row.theirZone = theirs.zone;
    row.theirDayPart = theirs.part;
    row.theirUnkind = theirs.shortRemark;
    row.place = placeText(meeting.place);
    row.placeIcon = placeIconName(meeting.place);
    row.status = status;
    row.past = !isUpcoming(meeting, setting.now);
    row.canceled = meeting.canceled;
    row.spoken = spokenText(row, summary, theirs, setting);
    return row;
}

/// Meetings by day in the order of the list, each day once.
QList<std::pair<QDate, QList<MeetingSummary>>> byDay(QList<MeetingSummary> meetings, const AgendaSetting &setting)
{
    std::stable_sort(meetings.begin(), meetings.end(),
                     [&setting](const MeetingSummary &one, const MeetingSummary &other) {
                         return setting.newestFirst ? one.meeting.start > other.meeting.start
                                                    : one.meeting.start < other.meeting.start;
                     });
    QList<std::pair<QDate, QList<MeetingSummary>>> days;
    for (const MeetingSummary &meeting : meetings) {
        const QDate day = dayOf(meeting.meeting, setting);
        if (days.isEmpty() || days.last().first != day)
            days.append({day, {}});
        days.last().second.append(meeting);
    }
    return days;
}

} // namespace

QString dayFactsText(const QList<MeetingSummary> &ofDay, QDate day, const AgendaSetting &setting)
{
    AgendaSetting alone = setting;
    alone.others.clear();
    const QList<const Meeting *> active = activeByStart(ofDay, alone);
    if (!active.isEmpty() && !setting.isPartial && day == wallClock(setting.now, setting.zone).date())
        return todayFacts(active, setting);
    const int count = static_cast<int>(active.size());
    if (count == 0)
        return ofDay.isEmpty() ? meetingCount(0) : Text::tr("%n canceled", nullptr, static_cast<int>(ofDay.size()));
    qint64 seconds = 0;
    for (const Meeting *meeting : active)
        seconds += meeting->start.secsTo(meeting->end);
    return Text::tr("%1, %2").arg(meetingCount(count), durationText(std::chrono::minutes(seconds / 60)));
}

QList<AgendaRow> agendaRows(const QList<MeetingSummary> &meetings, const AgendaSetting &setting)
{
    const QHash<QUrl, Neighbors> neighbors = neighborsOf(activeByStart(meetings, setting));
    const QDate tomorrow = wallClock(setting.now, setting.zone).date().addDays(1);
    bool tomorrowDue = setting.showsFreeTomorrow;
    QList<AgendaRow> rows;
    for (const auto &[day, ofDay] : byDay(meetings, setting)) {
        if (tomorrowDue && day > tomorrow)
            rows.append(dayRow(tomorrow, {}, setting));
        tomorrowDue = tomorrowDue && day < tomorrow;
        rows.append(dayRow(day, ofDay, setting));
        for (const MeetingSummary &meeting : ofDay)
            rows.append(meetingRow(meeting, statusWords(meeting, neighbors.value(meeting.meeting.uri), setting), setting));
    }
    return rows;
}

QList<StatusWords> statusesOf(const QList<MeetingSummary> &meetings, const AgendaSetting &setting)
{
    const QHash<QUrl, Neighbors> neighbors = neighborsOf(activeByStart(meetings, setting));
    QList<StatusWords> statuses;
    statuses.reserve(meetings.size());
    for (const MeetingSummary &meeting : meetings)
        statuses.append(statusWords(meeting, neighbors.value(meeting.meeting.uri), setting));
    return statuses;
}

QString spokenText(const MeetingSummary &meeting, const StatusWords &status, const AgendaSetting &setting)
{
    return meetingRow(meeting, status, setting).spoken;
}
