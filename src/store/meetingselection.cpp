// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingselection.h"

#include "plaintext.h"
#include "storedvalues.h"

#include <QStringList>

#include <chrono>
#include <limits>

namespace {

constexpr qint64 dayMs = std::chrono::milliseconds(std::chrono::hours(24)).count();
constexpr qint64 farAway = std::numeric_limits<qint64>::max() / 4; // a day more or less does not overflow
constexpr int mostWords = 12;

/// An open end of the range reaches as far as time goes.
qint64 beginOf(const TimeRange &range)
{
    return range.begin.isValid() ? range.begin.toMSecsSinceEpoch() : -farAway;
}

qint64 endOf(const TimeRange &range)
{
    return range.end.isValid() ? range.end.toMSecsSinceEpoch() : farAway;
}

QString orderOf(const MeetingQuery &query)
{
    return query.newestFirst ? QStringLiteral("start_ms DESC, end_ms DESC, id DESC")
                             : QStringLiteral("start_ms, end_ms, id");
}

/// The conditions beside time and text; ?1 is the status and ?2 the event type.
QString filterOf(const MeetingQuery &query)
{
    QString filter;
    if (query.status != MeetingQuery::Status::Any)
        filter += QStringLiteral(" AND canceled = ?1");
    if (!query.eventType.isEmpty())
        filter += QStringLiteral(" AND event_type_id = (SELECT id FROM event_types WHERE uri = ?2)");
    return filter;
}

QString indexFor(const MeetingQuery &query)
{
    if (!query.eventType.isEmpty())
        return QStringLiteral("meetings_by_type");
    if (query.status != MeetingQuery::Status::Any)
        return QStringLiteral("meetings_by_status");
    return QStringLiteral("meetings_by_start");
}

QStringList wordsOf(const QString &text)
{
    return foldedForSearch(text).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts).mid(0, mostWords);
}

MeetingSelection byText(const MeetingQuery &query, const QStringList &words)
{
    QVariantList values {query.status == MeetingQuery::Status::Canceled, toColumn(query.eventType)};
    QStringList conditions;
    for (const QString &word : words) {
        // instr() takes the word as it is, where LIKE would see wildcards in it.
        values.append(word);
        conditions.append(QStringLiteral("instr(search_text, ?%1)").arg(values.size()));
    }
    return {.sql = QStringLiteral("SELECT id FROM meetings INDEXED BY meetings_search WHERE ")
                + conditions.join(QStringLiteral(" AND ")) + filterOf(query) + QStringLiteral(" ORDER BY ")
                + orderOf(query),
            .values = values};
}

/// Meetings that touch the range: those that start in it or up to a day before it, by start, and those longer than a
/// day from an index of their own. A look further back for all of them would cost more with every long meeting.
MeetingSelection byRange(const MeetingQuery &query)
{
    const QString filter = filterOf(query);
    const QString ordinary
        = QStringLiteral("SELECT id, start_ms, end_ms FROM meetings INDEXED BY %1 WHERE start_ms >= ?5 AND start_ms < ?4"
                         " AND (end_ms > ?3 OR start_ms >= ?3)%2")
              .arg(indexFor(query), filter);
    const QString longOnes
        = QStringLiteral("SELECT id, start_ms, end_ms FROM meetings INDEXED BY meetings_long"
                         " WHERE end_ms - start_ms > 86400000 AND end_ms > ?3 AND start_ms < ?5 AND start_ms < ?4%1")
              .arg(filter);
    const qint64 begin = beginOf(query.range);
    return {.sql = ordinary + QStringLiteral(" UNION ALL ") + longOnes + QStringLiteral(" ORDER BY ") + orderOf(query),
            .values = {query.status == MeetingQuery::Status::Canceled, toColumn(query.eventType), begin,
                       endOf(query.range), begin - dayMs}};
}

} // namespace

MeetingSelection selectionOf(const MeetingQuery &query, int limit)
{
    const QStringList words = wordsOf(query.text);
    MeetingSelection selection = words.isEmpty() ? byRange(query) : byText(query, words);
    if (limit >= 0) {
        selection.sql += QStringLiteral(" LIMIT ?%1").arg(selection.values.size() + 1);
        selection.values.append(limit);
    }
    return selection;
}
