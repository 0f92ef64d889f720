// SPDX-License-Identifier: GPL-3.0-or-later
#include "timegridlayout.h"

#include "daylayout.h"
#include "timegridplacer.h"
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

constexpr int hour = 60;
constexpr int worthFolding = 2 * hour;

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
    TimeGridPlacer(content, geometry, quiet, font, layout).place();
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
