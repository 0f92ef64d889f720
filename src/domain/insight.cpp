// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight.h"

#include "zones.h"

#include <algorithm>

namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr qsizetype mostLetters = 120;

/// A lead of exactly a day is one of a day; a meeting that was booked after it began was booked on its day.
std::size_t leadGroup(int minutes)
{
    std::size_t group = 0;
    while (group + 1 < leadDays.size() && minutes >= leadDays[group + 1] * minutesOfDay)
        ++group;
    return group;
}

void addNames(QHash<QString, NamedCount> &counts, const QStringList &names)
{
    QStringList seen; // a meeting counts once for each, however many of its people came from there
    for (const QString &name : names) {
        const QString key = foldedSource(name);
        if (name.isEmpty() || seen.contains(key))
            continue;
        seen.append(key);
        NamedCount &count = counts[key];
        if (count.name.isEmpty())
            count.name = name;
        ++count.meetings;
    }
}

} // namespace

std::optional<double> showRate(const InsightCount &count)
{
    if (count.expected <= 0)
        return std::nullopt;
    return double(count.expected - count.noShows) / count.expected;
}

InsightCounter::InsightCounter(const InsightQuery &query)
    : m_query(query)
    , m_range(rangeOf(query.days, query.zone))
    , m_beforeRange(comparedRange(query.days, query.before, query.now, query.zone))
{
}

void InsightCounter::add(const CountedMeeting &meeting)
{
    if (m_range.contains(meeting.start)) {
        addTo(m_whole, meeting);
        if (meeting.start < m_query.now)
            addTo(m_soFar, meeting);
    } else if (m_beforeRange.contains(meeting.start)) {
        addTo(m_before, meeting);
    }
}

void InsightCounter::addTo(Tally &tally, const CountedMeeting &meeting) const
{
    using Ended = CountedMeeting::Ended;
    InsightCount &count = tally.count;
    count.moved += meeting.movedAway ? 1 : 0;
    count.peopleUnknown += meeting.peopleKnown ? 0 : 1;
    count.canceledByHost += meeting.ended == Ended::ByHost ? 1 : 0;
    count.canceledByInvitee += meeting.ended == Ended::ByInvitee ? 1 : 0;
    count.canceledByUnknown += meeting.ended == Ended::ByUnknown ? 1 : 0;
    if (meeting.ended != Ended::No)
        return;
    const auto length = std::chrono::minutes(std::max<qint64>(0, meeting.start.secsTo(meeting.end)) / 60);
    const QDateTime clock = wallClock(meeting.start, m_query.zone);
    ++count.meetings;
    count.length += length;
    TypeCount &type = count.byType[meeting.eventType];
    ++type.meetings;
    type.length += length;
    ++count.byWeekday[static_cast<std::size_t>(clock.date().dayOfWeek() - 1)];
    ++count.byHour[static_cast<std::size_t>(clock.time().hour())];
    ++count.byDay[clock.date()];
    if (meeting.bookedAt.isValid()) {
        const int lead = static_cast<int>(std::max<qint64>(0, meeting.bookedAt.secsTo(meeting.start)) / 60);
        tally.leads.append(lead);
        ++count.byLead[leadGroup(lead)];
    }
    if (!meeting.peopleKnown)
        return;
    addNames(count.bySource, meeting.sources);
    addNames(count.byCampaign, meeting.campaigns);
    count.withoutSource += meeting.sources.isEmpty() ? 1 : 0;
    if (meeting.end <= m_query.now) {
        count.expected += meeting.expected;
        count.noShows += meeting.noShows;
    }
    count.noShowMeetings += meeting.noShows > 0 ? 1 : 0;
}

InsightCount InsightCounter::finished(const Tally &tally)
{
    InsightCount count = tally.count;
    if (QList<int> leads = tally.leads; !leads.isEmpty()) {
        const auto middle = leads.begin() + leads.size() / 2;
        std::nth_element(leads.begin(), middle, leads.end());
        count.lead = std::chrono::minutes(*middle);
    }
    return count;
}

Insight InsightCounter::result() const
{
    return {.whole = finished(m_whole), .soFar = finished(m_soFar), .before = finished(m_before)};
}

QString bookingSource(const QString &utm)
{
    QString source = utm.simplified().left(mostLetters);
    for (const char16_t quote : {u'"', u'\u201C', u'\u201D', u'\u201E'})
        source.replace(QChar(quote), QLatin1Char('\''));
    return source;
}

QString foldedSource(const QString &source)
{
    QString folded = source;
    for (QChar &letter : folded) {
        if (letter >= QLatin1Char('A') && letter <= QLatin1Char('Z'))
            letter = letter.toLower();
    }
    return folded;
}
