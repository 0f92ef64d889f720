// SPDX-License-Identifier: GPL-3.0-or-later
#include "timegridplacer.h"

#include "timespans.h"
#include "zones.h"

#include <algorithm>

namespace {

constexpr int cascadeStep = 24;
constexpr int barWidth = 3;
constexpr int hour = 60;

} // namespace

void TimeGridPlacer::place()
{
    placeBand();
    for (int day = 0; day < m_layout.axes.size(); ++day) {
        placeBlocks(day);
        placeStretches(day);
        placeColleagues(day);
        placeNotes(day);
    }
    placeRuns();
    placeRows();
    nameHours();
    placeStrips();
}

QRect TimeGridPlacer::placeOf(int day, const DayAxis::Span &span) const
{
    const int top = qRound(m_geometry.y(span.from));
    const int bottom = qRound(m_geometry.y(span.to));
    const QRect column = m_geometry.blockColumn(day);
    // Air between one and the next, but where a single line needs all of it.
    constexpr int tight = 20;
    const int height = bottom - top < tight ? bottom - top : bottom - top - 2;
    return QRect(column.left(), top + 1, column.width(), std::max(1, height));
}

QRect TimeGridPlacer::besideOthers(int day, const DayBlock &block) const
{
    QRect place = placeOf(day, block.span);
    const bool mirrored = m_geometry.isMirrored();
    const int step = std::min(block.cascade * cascadeStep, place.width() / 2);
    const double lane = double(place.width()) / block.lanes;
    const int from = step + qRound(block.lane * lane);
    const int gap = block.lane + block.laneSpan < block.lanes && lane > 12 ? 2 : 0;
    const int to = block.cascade > 0 ? place.width() : qRound((block.lane + block.laneSpan) * lane) - gap;
    const int width = std::max(1, to - from);
    return QRect(mirrored ? place.right() - from - width + 1 : place.left() + from, place.top(), width, place.height());
}

void TimeGridPlacer::placeBand()
{
    m_bandRowsOfDay.fill(0, m_layout.axes.size());
    for (const BandBlock &block : bandBlocks(m_content.entries, m_layout.axes)) {
        const QRect whole = m_geometry.blockColumn(block.firstDay).united(m_geometry.blockColumn(block.firstDay + block.days - 1));
        for (int day = block.firstDay; day < block.firstDay + block.days; ++day) {
            m_layout.ofDay[day].append(m_layout.blocks.size());
            m_bandRowsOfDay[day] = std::max(m_bandRowsOfDay[day], block.row + 1);
        }
        m_rows.append(block.row);
        m_layout.blocks.append({.entry = block.entry,
                                .day = block.firstDay,
                                .days = block.days,
                                .inBand = true,
                                .place = whole,
                                .begins = block.begins,
                                .ends = block.ends});
    }
}

/// Down to where a step lies over it, or to an hour that the clock skips.
int TimeGridPlacer::clearHeight(int day, const DayBlock &block, const QRect &place, const QList<DayBlock> &others) const
{
    int height = place.height();
    const auto endAt = [&height, &place, this](double minute) {
        height = std::min(height, std::max(0, qRound(m_geometry.y(minute)) - place.top()));
    };
    for (const DayBlock &other : others) {
        if (other.cascade > block.cascade && other.span.from > block.span.from)
            endAt(other.span.from);
    }
    for (const DayAxis::Change &change : axis(day).changes()) {
        if (change.kind == DayAxis::Change::Kind::Skipped && change.span.from > block.span.from)
            endAt(change.span.from);
    }
    return height;
}

void TimeGridPlacer::placeBlocks(int day)
{
    const QList<DayBlock> blocks = dayBlocks(m_content.entries, axis(day), m_geometry.leastMinutes());
    for (const DayBlock &block : blocks) {
        const QRect place = besideOthers(day, block);
        m_layout.ofDay[day].append(m_layout.blocks.size());
        m_layout.blocks.append({.entry = block.entry,
                                .day = day,
                                .place = place,
                                .clearHeight = clearHeight(day, block, place, blocks),
                                .begins = block.begins,
                                .ends = block.ends,
                                .isStep = block.cascade > 0,
                                .pass = axis(day).passOf(m_content.entries[block.entry].start)});
    }
}

void TimeGridPlacer::placeRanges(int day, GridStretch::Kind kind, const QList<TimeRange> &ranges)
{
    for (const TimeRange &range : intersected(ranges, {axis(day).range()})) {
        const DayAxis::Span span = axis(day).spanOf(range);
        m_layout.stretches.append({.kind = kind, .day = day, .span = span, .place = placeOf(day, span)});
    }
}

void TimeGridPlacer::placeStretches(int day)
{
    if (m_content.showsOpenHours)
        placeRanges(day, GridStretch::Kind::Open, m_content.openHours);
    else
        placeRanges(day, GridStretch::Kind::Open, {axis(day).range()});
    for (const DayAxis::Change &change : axis(day).changes()) {
        if (change.kind == DayAxis::Change::Kind::Skipped)
            m_layout.stretches.append({.kind = GridStretch::Kind::Skipped, .day = day, .span = change.span, .place = placeOf(day, change.span)});
    }
    if (!m_content.showsBusy)
        return;
    QList<TimeRange> busy;
    for (const BusyTime &time : m_content.busy) {
        // What was booked through Calendly is shown as the meeting that it is.
        if (time.kind != BusyTime::Kind::Calendly)
            busy.append(time.range);
    }
    placeRanges(day, GridStretch::Kind::Unknown, without(m_content.busyUnknown, busy));
    if (!without({axis(day).range()}, busy).isEmpty())
        placeRanges(day, GridStretch::Kind::Busy, busy);
    else
        m_layout.notes.append({.isBusy = true, .day = day, .text = tr("Busy all day")});
}

/// Beside several days over the own busy times, so that both are seen where both are busy.
void TimeGridPlacer::placeColleagues(int day)
{
    for (int colleague = 0; colleague < m_content.colleagues.size(); ++colleague) {
        const qsizetype first = m_layout.stretches.size();
        const ColleagueTime &time = m_content.colleagues[colleague];
        QList<TimeRange> named;
        for (const ColleagueMeeting &meeting : time.meetings)
            named.append(meeting.range);
        placeRanges(day, GridStretch::Kind::ColleagueBusy, without(time.busy, named));
        placeRanges(day, GridStretch::Kind::ColleagueUnknown, time.unknown);
        for (const ColleagueMeeting &meeting : time.meetings) {
            const qsizetype own = m_layout.stretches.size();
            placeRanges(day, GridStretch::Kind::ColleagueMeeting, {meeting.range});
            if (m_layout.stretches.size() > own)
                m_layout.stretches.last().name = meeting.name;
        }
        const QRect column = m_geometry.colleagueColumn(day, colleague);
        for (qsizetype at = first; at < m_layout.stretches.size(); ++at) {
            GridStretch &stretch = m_layout.stretches[at];
            stretch.colleague = colleague;
            stretch.place.setLeft(column.left());
            stretch.place.setRight(column.right());
        }
    }
}

void TimeGridPlacer::placeNotes(int day)
{
    for (const DayAxis::Change &change : axis(day).changes())
        m_layout.notes.append({.day = day,
                               .icon = QStringLiteral("clock"),
                               .text = shortChangeText(change),
                               .spoken = changeText(change, m_content.zone.zone, m_content.locale),
                               .tone = BadgeTone::Brass});
    noteZoneChange(day);
    for (const DayNote &note : m_content.notes) {
        if (note.date == axis(day).date())
            m_layout.notes.append({.day = day, .icon = note.icon, .text = note.text, .tone = note.tone});
    }
}

/// The hours of the second zone are those of one day; where they are others on another day, it is said there.
void TimeGridPlacer::noteZoneChange(int day)
{
    if (!m_content.secondZone || day == 0)
        return;
    const NamedZone &second = *m_content.secondZone;
    const auto difference = [this, &second](int of) {
        const QDateTime noon = axis(of).instantAt(12 * hour);
        return second.zone.offsetFromUtc(noon) - m_content.zone.zone.offsetFromUtc(noon);
    };
    if (difference(day) != difference(day - 1))
        m_layout.notes.append({.day = day,
                               .icon = QStringLiteral("globe"),
                               .text = zoneText(second.name, m_content.zone.zone, axis(day).instantAt(12 * hour)),
                               .tone = BadgeTone::Info});
}

QRect TimeGridPlacer::badgeBelow(const GridRun &run) const
{
    const QSize size = Badge::sizeFor(QString(), runText(run.count), m_font);
    const QRect column = m_geometry.blockColumn(run.day);
    const bool mirrored = m_geometry.isMirrored();
    const int width = std::min(size.width(), column.width());
    const QRect badge(mirrored ? column.right() - width + 1 : column.left(), qRound(m_geometry.y(run.span.to)) + 3, width, size.height());
    const bool free = std::none_of(m_layout.ofDay[run.day].begin(), m_layout.ofDay[run.day].end(), [this, &badge](qsizetype at) {
        return !m_layout.blocks[at].inBand && m_layout.blocks[at].place.intersects(badge);
    });
    return free && badge.bottom() < m_geometry.height() ? badge : QRect();
}

void TimeGridPlacer::placeRuns()
{
    for (const MeetingRun &run : meetingRuns(m_content.entries, m_content.hidden)) {
        for (int day = 0; day < m_layout.axes.size(); ++day) {
            if (!axis(day).range().overlaps(run.range))
                continue;
            GridRun found{.day = day, .count = static_cast<int>(run.members.size()), .span = axis(day).spanOf(run.range)};
            const QRect column = m_geometry.column(day);
            const int top = qRound(m_geometry.y(found.span.from));
            const bool mirrored = m_geometry.isMirrored();
            found.bar = QRect(mirrored ? column.right() - 1 : column.left() - 1, top, barWidth, qRound(m_geometry.y(found.span.to)) - top);
            if (run.range.end <= axis(day).range().end)
                found.badge = badgeBelow(found);
            m_layout.runs.append(found);
        }
    }
}

/// Lines of the band, when it is known how many there are: many share the room of a few.
void TimeGridPlacer::placeRows()
{
    constexpr int roomyRows = 6;
    for (GridNote &note : m_layout.notes) {
        m_rows.append(m_bandRowsOfDay[note.day]++);
        note.place = m_geometry.blockColumn(note.day);
    }
    m_layout.bandRows = 1;
    for (const int row : std::as_const(m_rows))
        m_layout.bandRows = std::max(m_layout.bandRows, row + 1);
    const double pitch = m_geometry.bandRow() * std::min(1.0, double(roomyRows) / m_layout.bandRows);
    qsizetype at = 0;
    const auto placed = [pitch, &at, this](const QRect &place) {
        const int top = 4 + qRound(m_rows[at++] * pitch);
        return QRect(place.left(), top, place.width(), std::max(2, qRound(pitch) - 2));
    };
    for (GridBlock &block : m_layout.blocks) {
        if (!block.inBand)
            continue;
        block.place = placed(block.place);
        block.clearHeight = block.place.height();
    }
    for (GridNote &note : m_layout.notes)
        note.place = placed(note.place);
    m_layout.bandRows = std::min(m_layout.bandRows, roomyRows);
}

/// The hours beside the days, as they are today, or on the first day where today is not shown.
void TimeGridPlacer::nameHours()
{
    const int today = std::max(0, m_layout.dayOf(wallClock(m_content.now, m_content.zone.zone).date()));
    for (int minute = 0; minute < int(DayAxis::minutesOfDay); minute += hour) {
        const QDateTime instant = axis(today).instantAt(minute);
        GutterHour named{.minute = minute, .own = timeText(QDateTime(axis(today).date(), QTime(minute / hour, 0), Qt::UTC), QTimeZone::utc(), m_content.locale)};
        if (m_content.secondZone) {
            const QTimeZone &zone = m_content.secondZone->zone;
            named.second = timeText(instant, zone, m_content.locale);
            named.secondPart = dayPart(wallClock(instant, zone).time());
        }
        m_layout.hours.append(named);
    }
}

void TimeGridPlacer::placeStrips()
{
    constexpr int minutesOfDay = 24 * hour;
    if (m_quiet.before > 0)
        placeStrip(true, m_geometry.folded().before > 0, 0, m_quiet.before);
    if (m_quiet.after < minutesOfDay)
        placeStrip(false, m_geometry.folded().after < minutesOfDay, m_quiet.after, minutesOfDay);
}

void TimeGridPlacer::placeStrip(bool early, bool folded, int from, int to)
{
    const QString hours = hoursText(from, to, m_content.locale);
    GridStrip strip{.isEarly = early, .isFolded = folded};
    strip.text = folded ? tr("%1, no meetings", "folded hours").arg(hours) : tr("Fold %1", "hours").arg(hours);
    const QRect days = m_geometry.column(0).united(m_geometry.column(m_geometry.days() - 1));
    const int height = m_geometry.stripHeight();
    const int width = folded ? days.width() : std::min(days.width(), 2 * height + QFontMetrics(m_font).horizontalAdvance(strip.text));
    strip.place = QRect(m_geometry.isMirrored() ? days.right() - width + 1 : days.left(), early ? 0 : m_geometry.height() - height, width, height);
    m_layout.strips.append(strip);
}
