// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightcharts.h"

#include "format.h"
#include "insighttext.h"
#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Insights)
};

constexpr int daysOfWeek = 7;
constexpr int mostDays = 31; ///< with a column each
constexpr int mostWeeksInDays = 120; ///< from which on months have a column each
constexpr int firstHour = 8; ///< shown even where nothing begins then
constexpr int lastHour = 17;
constexpr int mostNames = 10;

const QString active = QStringLiteral("is:active");

/// What the bars of a chart have in common.
class Bars
{
public:
    Bars(const Insight &insight, const InsightQuery &query, const QLocale &locale) : m_insight(insight), m_query(query), m_locale(locale) { }

    /// `figure` gives the number out of a count.
    template <typename Figure>
    InsightBar bar(const QString &key, const QString &label, const QString &words, Figure &&figure) const
    {
        InsightBar bar{.key = key, .label = label, .shortLabel = label, .count = figure(m_insight.whole), .soFar = figure(m_insight.soFar), .words = words};
        if (m_insight.comparable)
            bar.before = figure(m_insight.before);
        return bar;
    }

    InsightChart overTime() const;
    InsightChart types() const;
    InsightChart weekdays() const;
    InsightChart hours() const;
    InsightChart leads() const;
    InsightChart ends() const;
    InsightChart sources() const;
    InsightChart campaigns() const;

private:
    InsightBar typeBar(qint64 number) const;
    InsightChart named(const QString &key, const QString &title, const QString &field, QHash<QString, NamedCount> InsightCount::*names) const;
    QString hourText(int hour) const;

    const Insight &m_insight;
    const InsightQuery &m_query;
    QLocale m_locale;
};

void sortByCount(QList<InsightBar> &bars)
{
    std::stable_sort(bars.begin(), bars.end(), [](const InsightBar &one, const InsightBar &other) {
        return one.count != other.count ? one.count > other.count : QString::localeAwareCompare(one.label, other.label) < 0;
    });
}

/// The end of the stretch that a column stands for.
QDate endOfStretch(QDate first, const InsightDays &days, const QLocale &locale)
{
    if (days.length() <= mostDays)
        return first.addDays(1);
    if (days.length() > mostWeeksInDays)
        return std::min(QDate(first.year(), first.month(), 1).addMonths(1), days.end);
    const int intoWeek = (first.dayOfWeek() - locale.firstDayOfWeek() + daysOfWeek) % daysOfWeek;
    return std::min(first.addDays(daysOfWeek - intoWeek), days.end);
}

int countedWithin(const QMap<QDate, int> &byDay, const InsightDays &days)
{
    int meetings = 0;
    for (auto day = byDay.lowerBound(days.first); day != byDay.end() && day.key() < days.end; ++day)
        meetings += *day;
    return meetings;
}

/// A column of the chart over time, without its numbers.
InsightBar stretchBar(const InsightDays &stretch, const InsightDays &days, const QLocale &locale)
{
    const QDate last = stretch.end.addDays(-1);
    InsightBar bar{.key = stretch.first.toString(Qt::ISODate), .words = active, .days = stretch};
    if (stretch.length() == 1) {
        bar.label = shortDateText(stretch.first, stretch.first, locale);
        bar.shortLabel = locale.toString(stretch.first.day());
    } else if (days.length() > mostWeeksInDays) {
        bar.label = dateRangeText(stretch.first, last, locale);
        bar.shortLabel = locale.standaloneMonthName(stretch.first.month(), QLocale::ShortFormat);
    } else {
        bar.label = dateRangeText(stretch.first, last, locale);
        bar.shortLabel = plainDateText(stretch.first, stretch.first, locale);
    }
    return bar;
}

InsightChart Bars::overTime() const
{
    InsightChart chart{.key = QStringLiteral("time"), .title = Text::tr("Over time"), .shape = InsightChart::Shape::Columns};
    for (QDate first = m_query.days.first; first < m_query.days.end;) {
        const InsightDays stretch{first, endOfStretch(first, m_query.days, m_locale)};
        InsightBar column = stretchBar(stretch, m_query.days, m_locale);
        column.count = countedWithin(m_insight.whole.byDay, stretch);
        column.soFar = countedWithin(m_insight.soFar.byDay, stretch);
        chart.bars.append(column);
        first = stretch.end;
    }
    return chart;
}

InsightBar Bars::typeBar(qint64 number) const
{
    const InsightType type = m_insight.types.value(number);
    const QString name = !type.name.isEmpty() ? oneLine(type.name, 80)
        : type.uri.isEmpty()                  ? Text::tr("Without an event type")
                                              : Text::tr("An event type that is not read yet");
    InsightBar made = bar(QString::number(number), name, type.uri.isEmpty() ? QString() : active,
                          [number](const InsightCount &count) { return count.byType.value(number).meetings; });
    made.length = durationText(m_insight.whole.byType.value(number).length);
    made.color = type.color;
    made.eventType = type.uri;
    return made;
}

InsightChart Bars::types() const
{
    InsightChart chart{.key = QStringLiteral("types"), .title = Text::tr("By event type")};
    QList<qint64> numbers = m_insight.whole.byType.keys();
    for (const qint64 number : m_insight.before.byType.keys()) {
        if (m_insight.comparable && !numbers.contains(number))
            numbers.append(number);
    }
    for (const qint64 number : std::as_const(numbers))
        chart.bars.append(typeBar(number));
    sortByCount(chart.bars);
    return chart;
}

InsightChart Bars::weekdays() const
{
    static const QStringList words{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
                                   QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};
    InsightChart chart{.key = QStringLiteral("weekdays"), .title = Text::tr("By weekday")};
    for (int step = 0; step < daysOfWeek; ++step) {
        const int day = (m_locale.firstDayOfWeek() - 1 + step) % daysOfWeek;
        chart.bars.append(bar(words.at(day), m_locale.standaloneDayName(day + 1), active + QStringLiteral(" weekday:") + words.at(day),
                              [day](const InsightCount &count) { return count.byWeekday[static_cast<std::size_t>(day)]; }));
    }
    return chart;
}

QString Bars::hourText(int hour) const
{
    return timeText(QDateTime(QDate(2000, 1, 1), QTime(hour % 24, 0), Qt::UTC), QTimeZone::utc(), m_locale);
}

InsightChart Bars::hours() const
{
    InsightChart chart{.key = QStringLiteral("hours"), .title = Text::tr("By hour"), .shape = InsightChart::Shape::Columns};
    const auto has = [this](int hour) {
        const auto at = static_cast<std::size_t>(hour);
        return m_insight.whole.byHour[at] > 0 || (m_insight.comparable && m_insight.before.byHour[at] > 0);
    };
    int from = 0;
    int to = 23;
    while (from < firstHour && !has(from))
        ++from;
    while (to > lastHour && !has(to))
        --to;
    for (int hour = from; hour <= to; ++hour) {
        InsightBar column = bar(QString::number(hour), Text::tr("%1–%2", "hours").arg(hourText(hour), hourText(hour + 1)),
                                active + QStringLiteral(" hour:%1").arg(hour),
                                [hour](const InsightCount &count) { return count.byHour[static_cast<std::size_t>(hour)]; });
        column.shortLabel = QString::number(hour);
        chart.bars.append(column);
    }
    return chart;
}

InsightChart Bars::leads() const
{
    static_assert(leadDays.size() == 6);
    const std::array<QString, leadDays.size()> labels{Text::tr("Less than a day"), Text::tr("1 to 2 days"), Text::tr("3 to 6 days"),
                                                      Text::tr("1 to 2 weeks"),    Text::tr("2 to 4 weeks"), Text::tr("4 weeks or more")};
    InsightChart chart{.key = QStringLiteral("leads"), .title = Text::tr("Booked ahead")};
    for (std::size_t group = 0; group < leadDays.size(); ++group) {
        const QString end = group + 1 < leadDays.size() ? QString::number(leadDays[group + 1]) : QString();
        chart.bars.append(bar(QString::number(leadDays[group]), labels[group], active + QStringLiteral(" lead:%1-%2").arg(leadDays[group]).arg(end),
                              [group](const InsightCount &count) { return count.byLead[group]; }));
    }
    return chart;
}

InsightChart Bars::ends() const
{
    InsightChart chart{.key = QStringLiteral("ends"), .title = Text::tr("Canceled, moved, missed")};
    chart.bars.append(bar(QStringLiteral("host"), Text::tr("Canceled by the host"), QStringLiteral("is:canceled-by-host"),
                          [](const InsightCount &count) { return count.canceledByHost; }));
    chart.bars.append(bar(QStringLiteral("invitee"), Text::tr("Canceled by the invitee"), QStringLiteral("is:canceled-by-invitee"),
                          [](const InsightCount &count) { return count.canceledByInvitee; }));
    const InsightBar unknown = bar(QStringLiteral("unknown"), Text::tr("Canceled, not known by whom"), QStringLiteral("is:canceled-by-unknown"),
                                   [](const InsightCount &count) { return count.canceledByUnknown; });
    if (unknown.count > 0)
        chart.bars.append(unknown);
    chart.bars.append(bar(QStringLiteral("moved"), Text::tr("Moved to another time"), QStringLiteral("is:moved-away"),
                          [](const InsightCount &count) { return count.moved; }));
    chart.bars.append(bar(QStringLiteral("noshow"), Text::tr("Somebody did not come"), QStringLiteral("is:active is:noshow"),
                          [](const InsightCount &count) { return count.noShowMeetings; }));
    return chart;
}

InsightChart Bars::named(const QString &key, const QString &title, const QString &field, QHash<QString, NamedCount> InsightCount::*names) const
{
    InsightChart chart{.key = key, .title = title};
    for (const NamedCount &name : m_insight.whole.*names)
        chart.bars.append(bar(foldedSource(name.name), name.name, QStringLiteral("%1 %2:\"%3\"").arg(active, field, name.name),
                              [names, folded = foldedSource(name.name)](const InsightCount &count) { return (count.*names).value(folded).meetings; }));
    sortByCount(chart.bars);
    if (chart.bars.size() > mostNames) {
        int meetings = 0;
        for (auto rest = chart.bars.cbegin() + mostNames; rest != chart.bars.cend(); ++rest)
            meetings += rest->count;
        chart.remark = Text::tr("%n more with %1", nullptr, static_cast<int>(chart.bars.size()) - mostNames).arg(meetingsText(meetings));
        chart.bars.resize(mostNames);
    }
    return chart;
}

InsightChart Bars::sources() const
{
    InsightChart chart = named(QStringLiteral("sources"), Text::tr("By source (UTM)"), QStringLiteral("source"), &InsightCount::bySource);
    chart.bars.append(bar(QStringLiteral("\n"), Text::tr("Without a source"), active + QStringLiteral(" source:none"),
                          [](const InsightCount &count) { return count.withoutSource; }));
    return chart;
}

InsightChart Bars::campaigns() const
{
    return named(QStringLiteral("campaigns"), Text::tr("By campaign (UTM)"), QStringLiteral("campaign"), &InsightCount::byCampaign);
}

} // namespace

InsightCharts insightCharts(const Insight &insight, const InsightQuery &query, const QLocale &locale)
{
    const bool running = query.now < rangeOf(query.days, query.zone).end;
    const Bars bars(insight, query, locale);
    InsightCharts charts{.figures = insightFigures(insight, running, locale),
                         .charts = {bars.overTime(), bars.types(), bars.ends(), bars.weekdays(), bars.hours(), bars.leads(), bars.sources()},
                         .notes = insightNotes(insight, query, locale),
                         .hasRest = insight.soFar.meetings < insight.whole.meetings,
                         .compared = insight.comparable};
    if (!insight.whole.byCampaign.isEmpty())
        charts.charts.append(bars.campaigns());
    return charts;
}

bool isEmpty(const Insight &insight)
{
    return insight.whole.meetings == 0 && insight.whole.canceled() == 0 && insight.whole.moved == 0;
}

QString spokenText(const InsightBar &bar)
{
    QStringList parts{bar.label, meetingsText(bar.count)};
    if (!bar.length.isEmpty())
        parts.append(bar.length);
    if (bar.soFar < bar.count)
        parts.append(Text::tr("%1 so far").arg(QLocale().toString(bar.soFar)));
    if (bar.before)
        parts.append(Text::tr("%1 before").arg(QLocale().toString(*bar.before)));
    return parts.join(QLatin1String(", "));
}

QString searchFor(const QString &words, const InsightDays &days)
{
    const QString first = days.first.toString(Qt::ISODate);
    const QString last = days.end.addDays(-1).toString(Qt::ISODate);
    return QStringLiteral("on:%1 %2").arg(first == last ? first : first + QLatin1String("..") + last, words);
}
