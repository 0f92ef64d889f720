// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocknotes.h"

#include "format.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Card)
};

constexpr int daysOfNotice = 7;

/// Clocks that are changed on the same day, the same number of days from the meeting.
struct ClockChange
{
    QDate day;
    qint64 daysAfterMeeting = 0;
    QStringList cities;
};

std::optional<ClockChange> changeNear(const QDateTime &start, const QString &name, const QTimeZone &zone)
{
    const QDateTime change = nextClockChange(start.addDays(-daysOfNotice), zone, 2 * daysOfNotice);
    if (!change.isValid())
        return std::nullopt;
    // The day as the clock shows it that has not been changed yet: some are set back at midnight.
    const QDate day = wallClock(change.addSecs(-1), zone).addSecs(1).date();
    return ClockChange{day, wallClock(start, zone).date().daysTo(day), {cityOf(name)}};
}

QString distanceText(qint64 days)
{
    if (days == 0)
        return Text::tr("on the day of the meeting");
    if (days == -1)
        return Text::tr("the day before");
    if (days == 1)
        return Text::tr("the day after");
    return days < 0 ? Text::tr("%n days before", nullptr, static_cast<int>(-days))
                    : Text::tr("%n days after", nullptr, static_cast<int>(days));
}

QString citiesText(const QStringList &cities)
{
    if (cities.size() == 1)
        return cities.first();
    return Text::tr("%1 and %2").arg(cities.mid(0, cities.size() - 1).join(QStringLiteral(", ")), cities.last());
}

} // namespace

QString clockChangeText(const Meeting &meeting, const QStringList &zones, const AgendaSetting &setting)
{
    if (!isUpcoming(meeting, setting.now))
        return {};
    QStringList names{QString::fromLatin1(setting.zone.id())};
    names += zones;
    names.removeDuplicates();
    QList<ClockChange> changes;
    for (const QString &name : std::as_const(names)) {
        const std::optional<QTimeZone> zone = zoneNamed(name);
        const std::optional<ClockChange> change = zone ? changeNear(meeting.start, name, *zone) : std::nullopt;
        if (!change)
            continue;
        const auto same = std::find_if(changes.begin(), changes.end(), [&change](const ClockChange &other) {
            return other.day == change->day && other.daysAfterMeeting == change->daysAfterMeeting;
        });
        if (same == changes.end())
            changes.append(*change);
        else
            same->cities.append(change->cities);
    }
    std::stable_sort(changes.begin(), changes.end(), [](const auto &one, const auto &other) { return one.day < other.day; });
    const QDate today = wallClock(setting.now, setting.zone).date();
    QStringList sentences;
    for (const ClockChange &change : std::as_const(changes))
        sentences.append(Text::tr("Clocks change in %1 on %2, %3.")
                             .arg(citiesText(change.cities), shortDateText(change.day, today, setting.locale),
                                  distanceText(change.daysAfterMeeting)));
    return sentences.join(QLatin1Char(' '));
}
