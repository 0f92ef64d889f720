// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeddate.h"

#include "format.h"

#include <QRegularExpression>

#include <cstdlib>

namespace {

/// A locale that writes two digits of a year means one of these days, not of 1926.
QDate inThisCentury(QDate date, QDate today)
{
    return date.isValid() && date.year() < 1970 && date.year() >= 1900 ? date.addYears(100 * (today.year() / 100 - 19)) : date;
}

QDate nearestTo(QDate today, int month, int day)
{
    QDate nearest;
    for (int year = today.year() - 4; year <= today.year() + 4; ++year) { // 29 February comes seldom
        const QDate date(year, month, day);
        if (date.isValid() && (nearest.isNull() || std::abs(today.daysTo(date)) < std::abs(today.daysTo(nearest))))
            nearest = date;
    }
    return nearest;
}

QDate byName(const QString &text, QDate today, const QLocale &locale)
{
    for (int days = -1; days <= 1; ++days) {
        const QDate date = today.addDays(days);
        if (relativeDayText(date, today, locale).compare(text, Qt::CaseInsensitive) == 0)
            return date;
    }
    for (int days = 1; days <= 7; ++days) {
        const QDate date = today.addDays(days);
        for (const QLocale::FormatType length : {QLocale::LongFormat, QLocale::ShortFormat}) {
            if (locale.dayName(date.dayOfWeek(), length).compare(text, Qt::CaseInsensitive) == 0)
                return date;
        }
    }
    return {};
}

QDate byNumbers(const QString &text, QDate today)
{
    static const QRegularExpression away(QStringLiteral("^([+\\-\u2212])\\s*(\\d{1,4})$"));
    if (const auto match = away.match(text); match.hasMatch()) {
        const int days = match.capturedView(2).toInt();
        return today.addDays(match.capturedView(1) == QLatin1Char('+') ? days : -days);
    }
    static const QRegularExpression iso(QStringLiteral("^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?$"));
    const auto match = iso.match(text);
    if (!match.hasMatch())
        return {};
    const auto part = [&match](int which) { return match.capturedView(which).isEmpty() ? 1 : match.capturedView(which).toInt(); };
    return {part(1), part(2), part(3)};
}

/// The locale's formats, and the usual ones with the parts in its order.
QDate byFormat(const QString &text, QDate today, const QLocale &locale)
{
    for (const QLocale::FormatType length : {QLocale::LongFormat, QLocale::ShortFormat}) {
        if (const QDate date = inThisCentury(locale.toDate(text, length), today); date.isValid())
            return date;
    }
    const QString shortFormat = locale.dateFormat(QLocale::ShortFormat);
    const bool monthFirst = shortFormat.indexOf(QLatin1Char('M')) < shortFormat.indexOf(QLatin1Char('d'));
    const QString numbers = monthFirst ? QStringLiteral("M d") : QStringLiteral("d M");
    // Whatever stands between the parts is as good as a space.
    static const QRegularExpression between(QStringLiteral("[\\s./,\\-]+"));
    QString words = text;
    words = words.replace(between, QStringLiteral(" ")).trimmed();
    for (const QString &format : {numbers, QStringLiteral("d MMM"), QStringLiteral("d MMMM"), QStringLiteral("MMM d"), QStringLiteral("MMMM d")}) {
        // A leap year stands in for the year that was not typed, so that 29 February is a day.
        const QDate partly = locale.toDate(words + QStringLiteral(" 2024"), format + QStringLiteral(" yyyy"));
        if (partly.isValid())
            return nearestTo(today, partly.month(), partly.day());
        for (const QLatin1String year : {QLatin1String(" yyyy"), QLatin1String(" yy")}) {
            if (const QDate date = inThisCentury(locale.toDate(words, format + year), today); date.isValid())
                return date;
        }
    }
    return {};
}

} // namespace

QDate typedDate(const QString &text, QDate today, const QLocale &locale)
{
    const QString words = text.simplified();
    if (words.isEmpty())
        return {};
    if (const QDate date = byName(words, today, locale); date.isValid())
        return date;
    if (const QDate date = byNumbers(words, today); date.isValid())
        return date;
    return byFormat(words, today, locale);
}
