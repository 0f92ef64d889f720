// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightservice.h"

#include "insighttable.h"
#include "syncstatetable.h"
#include "whilealive.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

// A few milliseconds each, so that nobody who types notices.
constexpr int slice = 300;
constexpr int sourcesAtOnce = 50;

bool isWithin(const TimeRange &range, const QList<TimeRange> &read)
{
    return range.begin >= range.end
        || std::any_of(read.cbegin(), read.cend(), [&range](const TimeRange &each) { return each.begin <= range.begin && range.end <= each.end; });
}

} // namespace

struct InsightService::Count
{
    InsightQuery query;
    InsightCounter counter;
    QList<TimeRange> ranges; ///< still to be read, the first one partly
    std::optional<InsightTable::Place> behind; ///< within the first range
    Then tell;
    bool sourcesFilled = false;
};

InsightService::InsightService(InsightTable &table, SyncStateTable &syncState, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_syncState(syncState)
{
    m_next.setSingleShot(true);
    m_next.setInterval(0ms);
    connect(&m_next, &QTimer::timeout, this, &InsightService::work);
}

InsightService::~InsightService() = default;

void InsightService::count(const InsightQuery &query, QObject *context, Then then)
{
    const TimeRange compared = comparedRange(query.days, query.before, query.now, query.zone);
    m_count = std::make_unique<Count>(Count{.query = query,
                                            .counter = InsightCounter(query),
                                            .ranges = {rangeOf(query.days, query.zone), compared},
                                            .behind = {},
                                            .tell = whileAlive<Result<Insight>>(context, std::move(then))});
    m_next.start();
}

void InsightService::forget()
{
    m_next.stop();
    m_count.reset();
}

void InsightService::work()
{
    if (!m_count)
        return;
    m_next.start();
    if (!m_count->sourcesFilled) {
        // What cannot be written is read from the whole source each time.
        m_count->sourcesFilled = m_table.fillSources(sourcesAtOnce).value_or(0) < sourcesAtOnce;
        return;
    }
    if (!m_count->ranges.isEmpty())
        return readSlice();
    Insight insight = m_count->counter.result();
    tellWhatWasRead(insight);
    const Result<QHash<qint64, InsightType>> types = m_table.types();
    insight.types = types.value_or({});
    finish(types ? Result<Insight>(insight) : Unexpected(types.error()));
}

void InsightService::readSlice()
{
    const auto read = m_table.slice(m_count->ranges.constFirst(), m_count->query.eventType, m_count->behind, slice);
    if (!read)
        return finish(Unexpected(read.error()));
    for (const CountedMeeting &meeting : read->meetings)
        m_count->counter.add(meeting);
    m_count->behind = read->last;
    if (!m_count->behind)
        m_count->ranges.removeFirst();
}

void InsightService::finish(const Result<Insight> &answer)
{
    m_next.stop();
    const Then tell = std::move(m_count->tell);
    m_count.reset(); // before the answer, which may ask for the next count
    tell(answer);
}

void InsightService::tellWhatWasRead(Insight &insight) const
{
    const InsightQuery &query = m_count->query;
    const QList<TimeRange> read = m_syncState.covered();
    const TimeRange period = rangeOf(query.days, query.zone);
    const TimeRange compared = comparedRange(query.days, query.before, query.now, query.zone);
    insight.wholeRead = isWithin(period, read);
    insight.comparable = insight.wholeRead && compared.begin < compared.end && isWithin(compared, read);
    const QDateTime latest = std::clamp(query.now, period.begin, period.end.addMSecs(-1));
    for (const TimeRange &each : read) {
        if (each.contains(latest))
            insight.readFrom = each.begin;
    }
}
