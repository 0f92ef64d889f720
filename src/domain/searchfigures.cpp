// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchfigures.h"

#include "insight.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace {

using Kind = SearchPart::Kind;

constexpr std::array keys{
    std::pair{"weekday", Kind::Weekday},   std::pair{"hour", Kind::Hours},           std::pair{"lead", Kind::Lead},
    std::pair{"source", Kind::Source}, std::pair{"campaign", Kind::Campaign},
    std::pair{"zone", Kind::Zone},
};
constexpr std::array weekdays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr int lettersOfWeekday = 3;
constexpr int hoursOfDay = 24;

const auto *keyed(QStringView key)
{
    const auto found = std::find_if(keys.begin(), keys.end(), [key](const auto &each) { return key == QLatin1String(each.first); });
    return found == keys.end() ? nullptr : &*found;
}

/// "tue" and every longer beginning of "tuesday".
bool readWeekday(SearchPart &part, const QString &word)
{
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        if (word.size() >= lettersOfWeekday && QLatin1String(weekdays[day]).startsWith(word, Qt::CaseInsensitive)) {
            part.number = static_cast<int>(day) + 1;
            return true;
        }
    }
    return false;
}

/// "9" is from 9 up to 10; "9-12", and "9-" without an end.
bool readNumbers(SearchPart &part, const QString &word)
{
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9]{1,4})(?:(-)([0-9]{1,4})?)?\\z"));
    const QRegularExpressionMatch match = pattern.match(word);
    if (!match.hasMatch())
        return false;
    part.number = match.captured(1).toInt();
    if (match.capturedLength(2) <= 0)
        part.behind = part.number + 1;
    else
        part.behind = match.capturedLength(3) > 0 ? match.captured(3).toInt() : -1;
    return part.behind < 0 || part.behind > part.number;
}

bool readHours(SearchPart &part, const QString &word)
{
    if (!readNumbers(part, word) || part.number >= hoursOfDay)
        return false;
    part.behind = part.behind < 0 ? hoursOfDay : std::min(part.behind, hoursOfDay);
    return true;
}

} // namespace

bool isFigureKey(QStringView key)
{
    return keyed(key) != nullptr;
}

bool understandFigure(SearchPart &part, QStringView key)
{
    const auto *known = keyed(key);
    if (!known)
        return false;
    part.kind = known->second;
    const QString word = std::exchange(part.text, {});
    const bool quoted = std::exchange(part.whole, false);
    switch (part.kind) {
    case Kind::Weekday:
        return readWeekday(part, word);
    case Kind::Hours:
        return readHours(part, word);
    case Kind::Lead:
        return readNumbers(part, word);
    case Kind::Zone:
        part.text = word.simplified().toLower().replace(QLatin1Char(' '), QLatin1Char('_'));
        return !part.text.isEmpty();
    default:
        if (quoted || word.compare(QLatin1String("none"), Qt::CaseInsensitive) != 0)
            part.text = bookingSource(word);
        return part.kind == Kind::Source || !part.text.isEmpty();
    }
}

bool isBeginningOfFigure(const QString &word, QStringView key)
{
    const auto *known = keyed(key);
    if (known && known->second == Kind::Weekday)
        return std::any_of(weekdays.begin(), weekdays.end(), [&word](const char *day) { return QLatin1String(day).startsWith(word, Qt::CaseInsensitive); });
    static const QRegularExpression hours(QStringLiteral("\\A[0-9]{1,2}-[0-2]\\z")); // "9-1" of "9-12"
    static const QRegularExpression days(QStringLiteral("\\A[0-9]{1,4}-[0-9]{1,3}\\z"));
    return known && (known->second == Kind::Lead ? days : hours).match(word).hasMatch();
}
