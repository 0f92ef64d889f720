// SPDX-License-Identifier: GPL-3.0-or-later
#include "resourcejson.h"

#include <QRegularExpression>

namespace {

constexpr int furthestOffsetSeconds = 14 * 3600;

/// Seconds east of UTC; nothing for an offset that no place on Earth has.
std::optional<int> offsetFrom(const QString &zone)
{
    if (zone == QLatin1String("Z") || zone == QLatin1String("z"))
        return 0;
    const int hours = zone.mid(1, 2).toInt();
    const int minutes = zone.right(2).toInt();
    const int seconds = hours * 3600 + minutes * 60;
    if (minutes > 59 || seconds > furthestOffsetSeconds)
        return std::nullopt;
    return zone.startsWith(QLatin1Char('-')) ? -seconds : seconds;
}

/// Cut, not rounded: Qt's own reader turns .999999 into the next second.
int millisecondsFrom(const QString &fraction)
{
    return fraction.left(3).leftJustified(3, QLatin1Char('0')).toInt();
}

} // namespace

QDateTime instantFromText(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("\\A([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:[.,]([0-9]{1,9}))?"
                       "([Zz]|[+-][0-9]{2}:?[0-9]{2})\\z"));
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return {};
    const auto number = [&match](int group) { return match.capturedView(group).toInt(); };
    const QDate date(number(1), number(2), number(3));
    const bool endOfDay = number(4) == 24;
    const QTime time(endOfDay ? 0 : number(4), number(5), number(6), millisecondsFrom(match.captured(7)));
    const std::optional<int> offset = offsetFrom(match.captured(8));
    if (!date.isValid() || date.year() < 1 || !time.isValid() || !offset)
        return {};
    if (endOfDay && time != QTime(0, 0))
        return {};
    const QDateTime instant = QDateTime(endOfDay ? date.addDays(1) : date, time, Qt::UTC).addSecs(-*offset);
    // The offset or the hour 24 may lead out of the years that can be written again.
    return instant.date().year() >= 1 && instant.date().year() <= 9999 ? instant : QDateTime();
}

QString instantToText(const QDateTime &instant)
{
    return instant.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"));
}
