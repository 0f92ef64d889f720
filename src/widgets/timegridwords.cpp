// SPDX-License-Identifier: GPL-3.0-or-later
#include "timegridwords.h"

#include "agendatext.h"
#include "daycount.h"
#include "timegridlayout.h"
#include "timespans.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TimeGrid)
};

QDate today(const TimeGridContent &content)
{
    return wallClock(content.now, content.zone.zone).date();
}

QString dateOf(const TimeGridContent &content, const TimeGridLayout &layout, int day)
{
    return longDateText(layout.axes[day].date(), today(content), content.locale);
}

/// "busy 12:00–13:00, 15:00–16:00"; nothing where there are none.
QString rangesText(const TimeGridContent &content, const TimeGridLayout &layout, int day, const QList<TimeRange> &ranges, const QString &sentence)
{
    QStringList times;
    for (const TimeRange &range : intersected(ranges, {layout.axes[day].range()}))
        times.append(range == layout.axes[day].range() ? Text::tr("all day")
                                                       : timeRangeText(range.begin, range.end, content.zone.zone, content.locale));
    return times.isEmpty() ? QString() : sentence.arg(times.join(QStringLiteral(", ")));
}

QString theirClock(const TimeGridContent &content, const CalendarEntry &entry)
{
    AgendaSetting setting;
    setting.zone = content.zone.zone;
    setting.locale = content.locale;
    return theirClockText(theirTime(entry.summary, setting));
}

} // namespace

QString spokenMeeting(const TimeGridContent &content, const TimeGridLayout &layout, const GridBlock &block, int day)
{
    const CalendarEntry &entry = content.entries[block.entry];
    QStringList parts{spokenText(entry, content.zone.zone, content.locale)};
    if (!block.begins && day == block.day)
        parts.append(Text::tr("began earlier"));
    if (!block.ends && day == block.day + block.days - 1)
        parts.append(Text::tr("goes on after this day"));
    parts.append(dateOf(content, layout, day));
    return parts.join(QStringLiteral(", "));
}

QString spokenDay(const TimeGridContent &content, const TimeGridLayout &layout, int day)
{
    QStringList parts{dateOf(content, layout, day)};
    if (layout.axes[day].date() == today(content))
        parts.append(Text::tr("today"));
    const QList<qsizetype> &blocks = layout.ofDay[day];
    const auto canceled = static_cast<int>(
        std::count_if(blocks.begin(), blocks.end(), [&](qsizetype block) { return content.entries[layout.blocks[block].entry].canceled; }));
    parts.append(spokenDayCount(static_cast<int>(blocks.size()) - canceled, canceled));
    return parts.join(QStringLiteral(", "));
}

QString spokenDayDetails(const TimeGridContent &content, const TimeGridLayout &layout, int day)
{
    QStringList parts;
    for (const GridNote &note : layout.notes) {
        if (note.day == day && !note.isBusy)
            parts.append(note.spoken.isEmpty() ? note.text : note.spoken);
    }
    if (content.showsOpenHours)
        parts.append(rangesText(content, layout, day, content.openHours, Text::tr("Open %1")));
    if (content.showsBusy) {
        QList<TimeRange> busy;
        for (const BusyTime &time : content.busy) {
            if (time.kind != BusyTime::Kind::Calendly)
                busy.append(time.range);
        }
        parts.append(rangesText(content, layout, day, busy, Text::tr("Busy %1")));
        parts.append(rangesText(content, layout, day, without(content.busyUnknown, busy), Text::tr("Busy times not known %1")));
    }
    for (const ColleagueTime &colleague : content.colleagues) {
        const QString busy = rangesText(content, layout, day, colleague.busy, Text::tr("%1 busy %2").arg(colleague.name, QStringLiteral("%1")));
        const QString why = colleague.refused ? Text::tr("%1’s busy times are not shown to you, %2") : Text::tr("%1’s busy times not known %2");
        const QString unknown = rangesText(content, layout, day, colleague.unknown, why.arg(colleague.name, QStringLiteral("%1")));
        parts += {busy, unknown};
        if (busy.isEmpty()) // as far as that is known
            parts.append(rangesText(content, layout, day, without({layout.axes[day].range()}, colleague.unknown), Text::tr("%1 not busy %2").arg(colleague.name, QStringLiteral("%1"))));
        for (const ColleagueMeeting &meeting : colleague.meetings)
            parts.append(rangesText(content, layout, day, {meeting.range}, Text::tr("%1: %2, %3").arg(colleague.name, meeting.name, QStringLiteral("%1"))));
    }
    for (const GridRun &run : layout.runs) {
        if (run.day == day)
            parts.append(Text::tr("%1, %2").arg(hoursText(qRound(run.span.from), qRound(run.span.to), content.locale), runText(run.count)));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(". "));
}

QString meetingToolTip(const TimeGridContent &content, const GridBlock &block)
{
    const CalendarEntry &entry = content.entries[block.entry];
    const QString times = timesAndDatesText(entry, content.zone.zone, content.now, content.locale);
    QStringList lines{entry.title, entry.detail, times, theirClock(content, entry), entry.place,
                      entry.status.detail.isEmpty() ? entry.status.text : Text::tr("%1, %2").arg(entry.status.text, entry.status.detail)};
    lines.removeAll(QString());
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    const QString first = lines.takeFirst();
    return QStringLiteral("<b>%1</b><br>%2").arg(first, lines.join(QStringLiteral("<br>")));
}

QString dayToolTip(const TimeGridContent &content, const TimeGridLayout &layout, int day)
{
    const QString details = spokenDayDetails(content, layout, day);
    const QString text = details.isEmpty() ? spokenDay(content, layout, day) : spokenDay(content, layout, day) + QStringLiteral(". ") + details;
    return QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped());
}
