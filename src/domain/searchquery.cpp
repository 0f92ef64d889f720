// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchquery.h"

#include "searchfigures.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace {

// Nobody types more; what is pasted by mistake costs no more than this.
constexpr qsizetype mostTyped = 1000;
constexpr qsizetype mostParts = 16;

using Field = SearchPart::Field;
using Trait = SearchPart::Trait;

constexpr std::array fields{
    std::pair{"with", Field::With},     std::pair{"title", Field::Title},   std::pair{"type", Field::Type},
    std::pair{"host", Field::Host},     std::pair{"place", Field::Place},   std::pair{"answer", Field::Answer},
    std::pair{"utm", Field::Utm},       std::pair{"reason", Field::Reason}, std::pair{"note", Field::Note},
    std::pair{"notes", Field::Note},
};

constexpr std::array traits{
    std::pair{"active", Trait::Active},     std::pair{"canceled", Trait::Canceled},
    std::pair{"cancelled", Trait::Canceled}, std::pair{"past", Trait::Past},
    std::pair{"upcoming", Trait::Upcoming}, std::pair{"noshow", Trait::NoShow},
    std::pair{"no-show", Trait::NoShow},    std::pair{"moved", Trait::Moved},
    std::pair{"group", Trait::Group},       std::pair{"canceled-by-host", Trait::CanceledByHost},
    std::pair{"called-off", Trait::CalledOff},
    std::pair{"canceled-by-invitee", Trait::CanceledByInvitee},
    std::pair{"canceled-by-unknown", Trait::CanceledByUnknown},
    std::pair{"moved-away", Trait::MovedAway},
};

template <typename Table>
auto valueOf(const Table &table, QStringView word) -> std::optional<typename Table::value_type::second_type>
{
    for (const auto &[name, value] : table) {
        if (word.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

bool isQuote(QChar c)
{
    return c == QLatin1Char('"') || c == QChar(0x201C) || c == QChar(0x201D) || c == QChar(0x201E);
}

bool isColon(QChar c)
{
    return c == QLatin1Char(':') || c == QChar(0xFF1A);
}

/// A stretch of days that a word stands for: a year, a month, a day.
std::optional<SearchDays> daysNamed(const QString &word, QDate today)
{
    static const std::array named{std::pair{"yesterday", -1}, std::pair{"today", 0}, std::pair{"tomorrow", 1}};
    if (const std::optional<int> away = valueOf(named, word); away && today.isValid())
        return SearchDays{today.addDays(*away), today.addDays(*away + 1)};
    static const QRegularExpression pattern(
        QStringLiteral("\\A((?:19|20)[0-9]{2})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?\\z"));
    const QRegularExpressionMatch match = pattern.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const bool hasMonth = match.capturedLength(2) > 0;
    const bool hasDay = match.capturedLength(3) > 0;
    const QDate first(match.captured(1).toInt(), hasMonth ? match.captured(2).toInt() : 1,
                      hasDay ? match.captured(3).toInt() : 1);
    if (!first.isValid())
        return std::nullopt;
    return SearchDays{first, hasDay ? first.addDays(1) : hasMonth ? first.addMonths(1) : first.addYears(1)};
}

/// "2026-11", or all from one stretch to another: "2026-11-02..2026-11-20".
std::optional<SearchDays> daysFrom(const QString &word, QDate today)
{
    const qsizetype dots = word.indexOf(QLatin1String(".."));
    if (dots < 0)
        return daysNamed(word, today);
    const std::optional<SearchDays> from = daysNamed(word.left(dots), today);
    const std::optional<SearchDays> to = daysNamed(word.mid(dots + 2), today);
    if (!from || !to || to->end <= from->first)
        return std::nullopt;
    return SearchDays{from->first, to->end};
}

bool isBeginningOfDay(const QString &word)
{
    for (const char *named : {"yesterday", "today", "tomorrow"}) {
        if (QLatin1String(named).startsWith(word, Qt::CaseInsensitive))
            return true;
    }
    static const QRegularExpression pattern(
        QStringLiteral("\\A(?:[12]|(?:19|20)[0-9]{0,2}|(?:19|20)[0-9]{2}[-/](?:[01]?|(?:0?[1-9]|1[0-2])[-/]0?))\\z"));
    return pattern.match(word).hasMatch();
}

/// True where letters that are typed next may make days of it.
bool isBeginningOfDays(const QString &word, QDate today)
{
    const qsizetype dots = word.indexOf(QLatin1Char('.'));
    if (dots < 0)
        return isBeginningOfDay(word);
    const QString behind = word.mid(dots);
    const bool isRange = behind == QLatin1String(".") || behind == QLatin1String("..")
        || (behind.startsWith(QLatin1String("..")) && isBeginningOfDay(behind.mid(2)));
    return isRange && daysNamed(word.left(dots), today);
}

bool isBeginningOfTrait(const QString &word)
{
    return std::any_of(traits.begin(), traits.end(), [&word](const auto &trait) { return QLatin1String(trait.first).startsWith(word, Qt::CaseInsensitive); });
}

/// Reads what was typed from left to right.
class Reader
{
public:
    Reader(const QString &typed, QDate today) : m_typed(typed.left(mostTyped)), m_today(today) {}

    SearchQuery read()
    {
        while (skipBlanks() && m_query.parts.size() < mostParts)
            readPart();
        return m_query;
    }

private:
    bool skipBlanks()
    {
        while (m_at < m_typed.size() && m_typed.at(m_at).isSpace())
            ++m_at;
        return m_at < m_typed.size();
    }

    void readPart()
    {
        SearchPart part;
        part.position = m_at;
        part.excluded = m_typed.at(m_at) == QLatin1Char('-') && m_at + 1 < m_typed.size();
        if (part.excluded)
            ++m_at;
        const QString key = readKey();
        part.text = readValue(part.whole);
        part.length = m_at - part.position;
        if (part.text.trimmed().isEmpty())
            return;
        const QString value = part.text;
        if (understand(part, key))
            m_query.parts.append(part);
        else if (m_at < m_typed.size() || !mayGoOn(key, value))
            m_query.notUnderstood.append({.text = m_typed.mid(part.position, part.length), .position = part.position, .length = part.length});
    }

    bool mayGoOn(const QString &key, const QString &value) const
    {
        if (isFigureKey(key))
            return isBeginningOfFigure(value, key);
        return key == QLatin1String("is") ? isBeginningOfTrait(value) : isBeginningOfDays(value, m_today);
    }

    /// The word before a colon, if it is one of ours.
    QString readKey()
    {
        qsizetype end = m_at;
        while (end < m_typed.size() && m_typed.at(end).isLetter())
            ++end;
        if (end == m_at || end >= m_typed.size() || !isColon(m_typed.at(end)))
            return {};
        const QString word = m_typed.mid(m_at, end - m_at).toLower();
        const bool ours = valueOf(fields, word) || word == QLatin1String("is") || word == QLatin1String("before")
            || word == QLatin1String("after") || word == QLatin1String("on") || isFigureKey(word);
        if (!ours)
            return {};
        m_at = end + 1;
        return word;
    }

    QString readValue(bool &whole)
    {
        if (m_at < m_typed.size() && isQuote(m_typed.at(m_at))) {
            const qsizetype begin = ++m_at;
            while (m_at < m_typed.size() && !isQuote(m_typed.at(m_at)))
                ++m_at;
            const QString value = m_typed.mid(begin, m_at - begin);
            whole = m_at < m_typed.size(); // without its end the last word is still being typed
            m_at += whole ? 1 : 0;
            return value;
        }
        const qsizetype begin = m_at;
        while (m_at < m_typed.size() && !m_typed.at(m_at).isSpace())
            ++m_at;
        return m_typed.mid(begin, m_at - begin);
    }

    /// False for a filter that says nothing, or not yet.
    bool understand(SearchPart &part, const QString &key) const
    {
        if (key.isEmpty())
            return true;
        if (const std::optional<Field> field = valueOf(fields, key)) {
            part.field = *field;
            return true;
        }
        if (isFigureKey(key))
            return understandFigure(part, key);
        const QString word = std::exchange(part.text, {});
        part.whole = false;
        if (key == QLatin1String("is")) {
            const std::optional<Trait> trait = valueOf(traits, word);
            part.kind = SearchPart::Kind::Trait;
            part.trait = trait.value_or(Trait::Active);
            return trait.has_value();
        }
        return understandDays(part, key, word);
    }

    bool understandDays(SearchPart &part, const QString &key, const QString &word) const
    {
        const std::optional<SearchDays> days = daysFrom(word, m_today);
        const bool on = key == QLatin1String("on");
        if (!days)
            return false;
        part.kind = SearchPart::Kind::Days;
        const bool before = key == QLatin1String("before");
        if (on)
            part.first = days->first;
        if (on || (before && !part.excluded))
            part.end = on ? days->end : days->first;
        else if (before)
            part.first = days->first; // not before it: from it on
        else if (part.excluded)
            part.end = days->end;
        else
            part.first = days->end;
        part.excluded = part.excluded && on; // what is left out on one side of a day is found on the other
        return true;
    }

    QString m_typed;
    QDate m_today;
    qsizetype m_at = 0;
    SearchQuery m_query;
};

} // namespace

SearchQuery searchQueryOf(const QString &typed, QDate today)
{
    return Reader(typed, today).read();
}

SearchDays daysOf(const SearchQuery &query)
{
    SearchDays days;
    for (const SearchPart &part : query.parts) {
        if (part.excluded)
            continue;
        if (part.first.isValid() && (!days.first.isValid() || part.first > days.first))
            days.first = part.first;
        if (part.end.isValid() && (!days.end.isValid() || part.end < days.end))
            days.end = part.end;
    }
    return days;
}

bool isFilter(const SearchPart &part)
{
    return part.kind != SearchPart::Kind::Text || part.field != SearchPart::Field::Any;
}

QString without(const QString &typed, const SearchPart &part)
{
    QString left = typed;
    left.remove(part.position, part.length);
    return left.simplified();
}
