// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarperiod.h"

#include "format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace {

constexpr int daysOfWeek = 7;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CalendarPeriod)
};

constexpr std::array viewWords{std::pair(ScheduleView::Agenda, "agenda"), std::pair(ScheduleView::Day, "day"),
                               std::pair(ScheduleView::WorkWeek, "work-week"), std::pair(ScheduleView::Week, "week"),
                               std::pair(ScheduleView::Month, "month")};

QDate weekBegin(QDate day, const QLocale &locale)
{
    const int back = (day.dayOfWeek() - int(locale.firstDayOfWeek()) + daysOfWeek) % daysOfWeek;
    return day.addDays(-back);
}

bool isWorkday(QDate day, const QLocale &locale)
{
    return locale.weekdays().contains(Qt::DayOfWeek(day.dayOfWeek()));
}

/// From the first to the last working day of the locale's week that `day` lies in. A week whose working days are parted
/// by its begin (Sunday first, Friday and Saturday free) is still one stretch.
DaySpan workWeek(QDate day, const QLocale &locale)
{
    QDate first = weekBegin(day, locale);
    QDate last = first.addDays(daysOfWeek - 1);
    if (locale.weekdays().isEmpty())
        return {first, daysOfWeek};
    while (!isWorkday(first, locale))
        first = first.addDays(1);
    while (!isWorkday(last, locale))
        last = last.addDays(-1);
    return {first, int(first.daysTo(last)) + 1};
}

DaySpan wholeWeeksOfMonth(QDate day, const QLocale &locale)
{
    const QDate first = weekBegin(QDate(day.year(), day.month(), 1), locale);
    const QDate last = weekBegin(QDate(day.year(), day.month(), day.daysInMonth()), locale).addDays(daysOfWeek - 1);
    return {first, int(first.daysTo(last)) + 1};
}

} // namespace

QString wordOf(ScheduleView view)
{
    const auto found = std::find_if(viewWords.begin(), viewWords.end(), [view](const auto &word) { return word.first == view; });
    return QLatin1String(found->second);
}

ScheduleView scheduleViewOf(const QString &word)
{
    const auto found = std::find_if(viewWords.begin(), viewWords.end(), [&word](const auto &each) { return word == QLatin1String(each.second); });
    return found == viewWords.end() ? ScheduleView::Agenda : found->first;
}

DaySpan shownDays(ScheduleView view, QDate day, const QLocale &locale)
{
    switch (view) {
    case ScheduleView::WorkWeek:
        return workWeek(day, locale);
    case ScheduleView::Week:
        return {weekBegin(day, locale), daysOfWeek};
    case ScheduleView::Month:
        return wholeWeeksOfMonth(day, locale);
    case ScheduleView::Agenda:
    case ScheduleView::Day:
        break;
    }
    return {day, 1};
}

QDate movedBy(ScheduleView view, QDate day, int steps)
{
    switch (view) {
    case ScheduleView::WorkWeek:
    case ScheduleView::Week:
        return day.addDays(daysOfWeek * steps);
    case ScheduleView::Month:
        return day.addMonths(steps);
    case ScheduleView::Agenda:
    case ScheduleView::Day:
        break;
    }
    return day.addDays(steps);
}

QString periodText(ScheduleView view, QDate day, const QLocale &locale)
{
    const DaySpan span = shownDays(view, day, locale);
    switch (view) {
    case ScheduleView::WorkWeek:
    case ScheduleView::Week:
        return Words::tr("%1, week %2").arg(dateRangeText(span.first, span.last(), locale)).arg(span.last().weekNumber());
    case ScheduleView::Month:
        return locale.toString(day, QStringLiteral("MMMM yyyy"));
    case ScheduleView::Agenda:
    case ScheduleView::Day:
        break;
    }
    // Another year than the date's own makes the text say the year.
    return longDateText(day, day.addYears(1), locale);
}

QString shortPeriodText(ScheduleView view, QDate day, QDate today, const QLocale &locale)
{
    const DaySpan span = shownDays(view, day, locale);
    switch (view) {
    case ScheduleView::WorkWeek:
    case ScheduleView::Week:
        return dateRangeText(span.first, span.last(), locale);
    case ScheduleView::Day:
        return shortDateText(day, today, locale);
    case ScheduleView::Month:
    case ScheduleView::Agenda:
        break;
    }
    return periodText(view, day, locale);
}
