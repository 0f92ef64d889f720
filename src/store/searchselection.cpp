// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchselection.h"

#include "meetingconditions.h"
#include "searchdocument.h"
#include "searchindex.h"
#include "searchtext.h"
#include "zones.h"

#include <QStringList>

#include <algorithm>
#include <chrono>
#include <limits>

namespace {

using Field = SearchPart::Field;
using Kind = SearchPart::Kind;
using Trait = SearchPart::Trait;

// Who looks for what is still to come also finds what began up to this long ago and goes on.
constexpr qint64 longestMs = std::chrono::milliseconds(std::chrono::hours(24 * 31)).count();
constexpr int mostTypes = 50;

QString columnsOf(Field field)
{
    switch (field) {
    case Field::Any: // hosts have their own filter: one's own name stands in every meeting
        return QStringLiteral("- {hosts marks}");
    case Field::Title:
        return QStringLiteral("title");
    case Field::With:
        return QStringLiteral("people");
    case Field::Host:
        return QStringLiteral("hosts");
    case Field::Place:
        return QStringLiteral("place");
    case Field::Answer:
        return QStringLiteral("answers");
    case Field::Utm:
        return QStringLiteral("utm");
    case Field::Reason:
        return QStringLiteral("reasons");
    case Field::Note:
        return QStringLiteral("notes");
    case Field::Type:
        break;
    }
    return QStringLiteral("marks");
}

QString marked(const QString &mark)
{
    return QStringLiteral("marks : \"%1\"").arg(mark);
}

/// A word that stands in no row.
QString nothing()
{
    return marked(QStringLiteral("nothing"));
}

/// True when the words of `typed` are found in `name`, each by its beginning.
bool namesType(const QString &typed, const TypeName &type)
{
    const QString name = QLatin1Char(' ') + indexedText(type.name);
    const QStringList words = indexedText(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!name.contains(QLatin1Char(' ') + word))
            return false;
    }
    return !words.isEmpty();
}

QString typesNamed(const QString &typed, const QList<TypeName> &types)
{
    QStringList marks;
    for (const TypeName &type : types) {
        if (marks.size() < mostTypes && namesType(typed, type))
            marks.append(marked(markOfType(type.uri)));
    }
    return marks.isEmpty() ? nothing() : marks.join(QStringLiteral(" OR "));
}

/// What the index is asked for a part; empty where it has nothing to say.
QString expressionOf(const SearchPart &part, const QList<TypeName> &types)
{
    if (part.kind == Kind::Text) {
        const QString phrase = indexPhrase(part.text, part.whole);
        if (phrase.isEmpty())
            return {};
        return part.field == Field::Type ? typesNamed(part.text, types)
                                         : columnsOf(part.field) + QStringLiteral(" : ") + phrase;
    }
    if (part.kind != Kind::Trait)
        return {};
    switch (part.trait) {
    case Trait::Active:
        return marked(markOfActive());
    case Trait::Canceled:
        return marked(markOfCanceled());
    case Trait::NoShow:
        return marked(markOfNoShow());
    case Trait::Moved:
        return marked(markOfMoved());
    case Trait::Group:
        return marked(markOfGroup());
    case Trait::Past:
    case Trait::Upcoming:
        break; // a matter of time
    case Trait::CalledOff:
    case Trait::CanceledByHost:
    case Trait::CanceledByInvitee:
    case Trait::CanceledByUnknown: // few of all meetings, of whose rows more is asked
        return part.excluded ? QString() : marked(markOfCanceled());
    case Trait::MovedAway:
        return part.excluded ? QString() : marked(markOfMoved());
    }
    return {};
}

QString markOf(MeetingQuery::Status status)
{
    switch (status) {
    case MeetingQuery::Status::Any:
        return markOfAll();
    case MeetingQuery::Status::Active:
        return markOfActive();
    case MeetingQuery::Status::Canceled:
        return markOfCanceled();
    case MeetingQuery::Status::NoShow:
        return markOfNoShow();
    case MeetingQuery::Status::Moved:
        return markOfMoved();
    }
    return {};
}

QString expressionOf(const SearchQuery &search, const MeetingQuery &query, const QList<TypeName> &types)
{
    QStringList wanted;
    QString excluded;
    bool looksForText = false;
    bool hasText = false;
    for (const SearchPart &part : search.parts) {
        const QString expression = expressionOf(part, types);
        const bool isText = part.kind == Kind::Text && !part.excluded;
        looksForText = looksForText || isText;
        hasText = hasText || (isText && !expression.isEmpty());
        if (expression.isEmpty())
            continue;
        if (part.excluded)
            excluded += QStringLiteral(" NOT (%1)").arg(expression);
        else
            wanted.append(QStringLiteral("(%1)").arg(expression));
    }
    if (looksForText && !hasText)
        wanted.append(nothing()); // nothing but punctuation
    if (query.status != MeetingQuery::Status::Any || wanted.isEmpty())
        wanted.append(marked(markOf(query.status)));
    if (!query.eventType.isEmpty())
        wanted.append(marked(markOfType(query.eventType)));
    if (!query.host.isEmpty())
        wanted.append(marked(markOfHost(query.host)));
    return QStringLiteral("(%1)%2").arg(wanted.join(QStringLiteral(" AND ")), excluded);
}

/// The stretch of time that the query leaves, by start; and what is past or not.
struct Span
{
    qint64 begin = std::numeric_limits<qint64>::min();
    qint64 end = std::numeric_limits<qint64>::max();
    bool past = false;
    bool upcoming = false;
};

Span spanOf(const SearchQuery &search, const MeetingQuery &query)
{
    Span span;
    const SearchDays days = daysOf(search);
    if (days.first.isValid())
        span.begin = startOfDayUtc(days.first, query.zone).toMSecsSinceEpoch();
    if (days.end.isValid())
        span.end = startOfDayUtc(days.end, query.zone).toMSecsSinceEpoch();
    for (const SearchPart &part : search.parts) {
        if (part.kind != Kind::Trait || !query.now.isValid())
            continue;
        span.past = span.past || part.trait == (part.excluded ? Trait::Upcoming : Trait::Past);
        span.upcoming = span.upcoming || part.trait == (part.excluded ? Trait::Past : Trait::Upcoming);
    }
    const qint64 now = query.now.toMSecsSinceEpoch();
    if (span.past)
        span.end = std::min(span.end, now);
    if (span.upcoming)
        span.begin = std::max(span.begin, now - longestMs);
    return span;
}

/// Where the search leaves an end of time open, as far as clocks are of interest.
QDateTime instantWithin(qint64 ms)
{
    static const qint64 first = QDate(1970, 1, 2).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    static const qint64 last = QDate(2100, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    return QDateTime::fromMSecsSinceEpoch(std::clamp(ms, first, last), Qt::UTC);
}

/// What the rows themselves are asked for.
void addRowConditions(MeetingSelection &selection, const SearchQuery &search, const QTimeZone &zone, const Span &span)
{
    for (const SearchPart &part : search.parts) {
        const MeetingCondition condition = rowConditionOf(part, zone, instantWithin(span.begin), instantWithin(span.end));
        if (condition.sql.isEmpty())
            continue;
        selection.sql += QStringLiteral(" AND %1EXISTS (SELECT 1 FROM meetings AS m WHERE m.id = %2 AND (%3))")
                             .arg(part.excluded ? QStringLiteral("NOT ") : QString(), meetingOfSearchRow(), condition.sql);
        selection.values += condition.values;
    }
}

} // namespace

MeetingSelection searchSelectionOf(const SearchQuery &search, const MeetingQuery &query, const QList<TypeName> &types)
{
    const Span span = spanOf(search, query);
    const QString id = meetingOfSearchRow();
    MeetingSelection selection{
        .sql = QStringLiteral("SELECT %1 AS id FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ?").arg(id),
        .values = {expressionOf(search, query, types), searchRowOf(span.begin, 0), searchRowOf(span.end, 0)}};
    const QString ends = QStringLiteral(" AND (SELECT end_ms FROM meetings WHERE id = %1)").arg(id);
    if (span.past) {
        selection.sql += ends + QStringLiteral(" <= ?");
        selection.values.append(query.now.toMSecsSinceEpoch());
    }
    if (span.upcoming) {
        selection.sql += ends + QStringLiteral(" > ?");
        selection.values.append(query.now.toMSecsSinceEpoch());
    }
    addRowConditions(selection, search, query.zone, span);
    selection.sql += query.newestFirst ? QStringLiteral(" ORDER BY rowid DESC") : QStringLiteral(" ORDER BY rowid");
    return selection;
}
