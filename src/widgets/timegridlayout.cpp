// SPDX-License-Identifier: GPL-3.0-or-later
#include "timegridlayout.h"

#include "daylayout.h"
#include "timespans.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TimeGrid)
};

constexpr int columnEdge = 3;
constexpr int cascadeStep = 24;
constexpr int barWidth = 3;
constexpr int hour = 60;
constexpr int worthFolding = 2 * hour;

/// Adds to a layout what a content holds, day by day.
class Placer
{
public:
    Placer(const TimeGridContent &content, const TimeGridGeometry &geometry, const FoldedHours &quiet, const QFont &font, TimeGridLayout &layout)
        : m_content(content), m_geometry(geometry), m_quiet(quiet), m_font(font), m_layout(layout)
    {
    }

    void place()
    {
        placeBand();
        for (int day = 0; day < m_layout.axes.size(); ++day) {
            placeBlocks(day);
            placeStretches(day);
            placeNotes(day);
        }
        placeRuns();
        placeRows();
        nameHours();
        placeStrips();
    }

private:
    const DayAxis &axis(int day) const { return m_layout.axes[day]; }
    QRect inner(int day) const { return m_geometry.column(day).adjusted(columnEdge, 0, -columnEdge, 0); }
    QRect placeOf(int day, const DayAxis::Span &span) const;
    QRect besideOthers(int day, const DayBlock &block) const;
    void placeBand();
    void placeBlocks(int day);
    void placeStretches(int day);
    void placeRanges(int day, GridStretch::Kind kind, const QList<TimeRange> &ranges);
    void placeNotes(int day);
    void placeRuns();
    void placeRows();
    void nameHours();
    void placeStrips();
    void placeStrip(bool early, bool folded, int from, int to);
    QRect badgeBelow(const GridRun &run) const;

    const TimeGridContent &m_content;
    const TimeGridGeometry &m_geometry;
    const FoldedHours &m_quiet;
    const QFont &m_font;
    TimeGridLayout &m_layout;
    QList<int> m_bandRowsOfDay; // how many lines of the band each day has used
    QList<int> m_rows; // of the blocks in the band, then of the notes
};

QRect Placer::placeOf(int day, const DayAxis::Span &span) const
{
    const int top = qRound(m_geometry.y(span.from));
    const int bottom = qRound(m_geometry.y(span.to));
    const QRect column = inner(day);
    // Air between one and the next, but where a single line needs all of it.
    constexpr int tight = 20;
    const int height = bottom - top < tight ? bottom - top : bottom - top - 2;
    return QRect(column.left(), top + 1, column.width(), std::max(1, height));
}

QRect Placer::besideOthers(int day, const DayBlock &block) const
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

void Placer::placeBand()
{
    m_bandRowsOfDay.fill(0, m_layout.axes.size());
    for (const BandBlock &block : bandBlocks(m_content.entries, m_layout.axes)) {
        const QRect whole = inner(block.firstDay).united(inner(block.firstDay + block.days - 1));
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

void Placer::placeBlocks(int day)
{
    const QList<DayBlock> blocks = dayBlocks(m_content.entries, axis(day), m_geometry.leastMinutes());
    const auto clearHeight = [this, &blocks](const DayBlock &block, const QRect &place) {
        int height = place.height();
        for (const DayBlock &other : blocks) {
            if (other.cascade > block.cascade && other.span.from > block.span.from)
                height = std::min(height, std::max(0, qRound(m_geometry.y(other.span.from)) - place.top()));
        }
        return height;
    };
    for (const DayBlock &block : blocks) {
        const QRect place = besideOthers(day, block);
        m_layout.ofDay[day].append(m_layout.blocks.size());
        m_layout.blocks.append({.entry = block.entry,
                                .day = day,
                                .place = place,
                                .clearHeight = clearHeight(block, place),
                                .begins = block.begins,
                                .ends = block.ends,
                                .isStep = block.cascade > 0,
                                .pass = axis(day).passOf(m_content.entries[block.entry].start)});
    }
}

void Placer::placeRanges(int day, GridStretch::Kind kind, const QList<TimeRange> &ranges)
{
    for (const TimeRange &range : intersected(ranges, {axis(day).range()})) {
        const DayAxis::Span span = axis(day).spanOf(range);
        m_layout.stretches.append({.kind = kind, .day = day, .span = span, .place = placeOf(day, span)});
    }
}

void Placer::placeStretches(int day)
{
    if (m_content.showsOpenHours)
        placeRanges(day, GridStretch::Kind::Open, m_content.openHours);
    else
        placeRanges(day, GridStretch::Kind::Open, {axis(day).range()});
    for (const DayAxis::Change &change : axis(day).changes()) {
        const bool skipped = change.kind == DayAxis::Change::Kind::Skipped;
        m_layout.stretches.append({.kind = skipped ? GridStretch::Kind::Skipped : GridStretch::Kind::Repeated,
                                   .day = day,
                                   .span = change.span,
                                   .place = placeOf(day, change.span)});
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
        m_layout.notes.append({.isBusy = true, .day = day, .text = Text::tr("Busy all day")});
}

void Placer::placeNotes(int day)
{
    for (const DayAxis::Change &change : axis(day).changes())
        m_layout.notes.append({.day = day,
                               .icon = QStringLiteral("clock"),
                               .text = changeText(change, m_content.zone.zone, m_content.locale),
                               .tone = BadgeTone::Brass});
    for (const DayNote &note : m_content.notes) {
        if (note.date == axis(day).date())
            m_layout.notes.append({.day = day, .icon = note.icon, .text = note.text, .tone = note.tone});
    }
}

QRect Placer::badgeBelow(const GridRun &run) const
{
    const QSize size = Badge::sizeFor(QString(), runText(run.count), m_font);
    const QRect column = inner(run.day);
    const bool mirrored = m_geometry.isMirrored();
    const int width = std::min(size.width(), column.width());
    const QRect badge(mirrored ? column.right() - width + 1 : column.left(), qRound(m_geometry.y(run.span.to)) + 3, width, size.height());
    const bool free = std::none_of(m_layout.ofDay[run.day].begin(), m_layout.ofDay[run.day].end(), [this, &badge](qsizetype at) {
        return !m_layout.blocks[at].inBand && m_layout.blocks[at].place.intersects(badge);
    });
    return free && badge.bottom() < m_geometry.height() ? badge : QRect();
}

void Placer::placeRuns()
{
    for (const MeetingRun &run : meetingRuns(m_content.entries)) {
        for (int day = 0; day < m_layout.axes.size(); ++day) {
            if (!axis(day).range().overlaps(run.range))
                continue;
            GridRun found{.day = day, .count = run.count, .span = axis(day).spanOf(run.range)};
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
void Placer::placeRows()
{
    constexpr int roomyRows = 6;
    for (GridNote &note : m_layout.notes) {
        m_rows.append(m_bandRowsOfDay[note.day]++);
        note.place = inner(note.day);
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
void Placer::nameHours()
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

void Placer::placeStrips()
{
    constexpr int minutesOfDay = 24 * hour;
    if (m_quiet.before > 0)
        placeStrip(true, m_geometry.folded().before > 0, 0, m_quiet.before);
    if (m_quiet.after < minutesOfDay)
        placeStrip(false, m_geometry.folded().after < minutesOfDay, m_quiet.after, minutesOfDay);
}

void Placer::placeStrip(bool early, bool folded, int from, int to)
{
    const QString hours = hoursText(from, to, m_content.locale);
    GridStrip strip{.isEarly = early, .isFolded = folded};
    strip.text = folded ? Text::tr("%1, no meetings", "folded hours").arg(hours) : Text::tr("Fold %1", "hours").arg(hours);
    const QRect days = m_geometry.column(0).united(m_geometry.column(m_geometry.days() - 1));
    const int height = m_geometry.stripHeight();
    const int width = folded ? days.width() : std::min(days.width(), 2 * height + QFontMetrics(m_font).horizontalAdvance(strip.text));
    strip.place = QRect(m_geometry.isMirrored() ? days.right() - width + 1 : days.left(), early ? 0 : m_geometry.height() - height, width, height);
    m_layout.strips.append(strip);
}

/// An instant that stands for all of them.
QDateTime middleOf(const TimeGridContent &content, const QList<DayAxis> &axes)
{
    const QDate today = wallClock(content.now, content.zone.zone).date();
    const auto found = std::find_if(axes.begin(), axes.end(), [today](const DayAxis &axis) { return axis.date() == today; });
    return (found == axes.end() ? axes.first() : *found).instantAt(12 * hour);
}

/// "CET"; "UTC+5:45" where a zone has no letters of its own.
QString shortZoneName(const QTimeZone &zone, const QDateTime &instant)
{
    return zoneAbbreviationText(zone, instant).section(QStringLiteral(", "), 0, 0);
}

} // namespace

int TimeGridLayout::dayOf(QDate date) const
{
    const auto found = std::find_if(axes.begin(), axes.end(), [date](const DayAxis &axis) { return axis.date() == date; });
    return found == axes.end() ? -1 : static_cast<int>(found - axes.begin());
}

QList<DayAxis> axesOf(const TimeGridContent &content)
{
    QList<DayAxis> axes;
    for (int day = 0; day < content.days; ++day)
        axes.append(DayAxis(content.first.addDays(day), content.zone.zone));
    return axes;
}

ZoneLabel ownZoneLabel(const TimeGridContent &content, const QList<DayAxis> &axes)
{
    return {cityOf(content.zone.name), shortZoneName(content.zone.zone, middleOf(content, axes))};
}

ZoneLabel secondZoneLabel(const TimeGridContent &content, const QList<DayAxis> &axes)
{
    if (!content.secondZone)
        return {};
    const QDateTime instant = middleOf(content, axes);
    const QString difference = zoneDifferenceText(content.secondZone->zone, content.zone.zone, instant);
    const QString name = shortZoneName(content.secondZone->zone, instant);
    // A zone that is called after its difference to UTC would seem to have two.
    return {cityOf(content.secondZone->name), name.startsWith(QLatin1String("UTC")) ? difference : name + QLatin1Char(' ') + difference};
}

FoldedHours quietHours(const TimeGridContent &content, const QList<DayAxis> &axes)
{
    double first = DayAxis::minutesOfDay;
    double last = 0;
    const auto matters = [&first, &last](const DayAxis::Span &span, int margin) {
        first = std::min(first, span.from - margin);
        last = std::max(last, span.to + margin);
    };
    for (const DayAxis &axis : axes) {
        for (const TimeRange &range : content.openHours) {
            if (range.overlaps(axis.range()))
                matters(axis.spanOf(range), hour);
        }
        for (const DayBlock &block : dayBlocks(content.entries, axis, 0))
            matters(block.span, 0);
    }
    if (content.openHours.isEmpty())
        matters({8.0 * hour, 18.0 * hour}, hour);
    const int before = static_cast<int>(std::floor(first / hour)) * hour;
    const int after = static_cast<int>(std::ceil(last / hour)) * hour;
    return {.before = before < worthFolding ? 0 : before, .after = after > 24 * hour - worthFolding ? 24 * hour : after};
}

int morningOf(const TimeGridContent &content, const QList<DayAxis> &axes)
{
    double first = DayAxis::minutesOfDay;
    for (const DayAxis &axis : axes) {
        for (const TimeRange &range : intersected(content.openHours, {axis.range()}))
            first = std::min(first, axis.minuteOf(range.begin));
    }
    constexpr int usual = 8 * hour;
    return std::max(0, (first < DayAxis::minutesOfDay ? static_cast<int>(first) : usual) - hour);
}

TimeGridLayout timeGridLayout(const TimeGridContent &content, const QList<DayAxis> &axes, const TimeGridGeometry &geometry,
                              const FoldedHours &quiet, const QFont &font)
{
    TimeGridLayout layout;
    layout.axes = axes;
    layout.ofDay.resize(axes.size());
    Placer(content, geometry, quiet, font, layout).place();
    return layout;
}

QString hoursText(int fromMinute, int toMinute, const QLocale &locale)
{
    const QDateTime midnight(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    return timeRangeText(midnight.addSecs(fromMinute * 60), midnight.addSecs(toMinute * 60), QTimeZone::utc(), locale);
}

QString runText(int count)
{
    return Text::tr("%n in a row, no break", nullptr, count);
}
