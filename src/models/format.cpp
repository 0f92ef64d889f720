// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

#include "meetingtimes.h"
#include "zones.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace {

const QChar noBreakSpace(0x00a0);
const QChar enDash(0x2013);
const QChar minusSign(0x2212);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

/// The locale's short time format without seconds and with no-break spaces.
QString clockFormat(const QLocale &locale)
{
    static const QRegularExpression seconds(QStringLiteral("[.:]ss?"));
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(seconds);
    return format.replace(QChar(0x202f), noBreakSpace).replace(QLatin1Char(' '), noBreakSpace);
}

/// The words of a locale for the minutes of a day. A month has hundreds of times and few different ones, and a format
/// is slow to read.
class ClockWords
{
public:
    /// Those of `locale`, kept until another one is asked for.
    static ClockWords &of(const QLocale &locale)
    {
        thread_local ClockWords words{QLocale::c()};
        if (words.m_locale != locale)
            words = ClockWords(locale);
        return words;
    }

    QString text(QTime time)
    {
        QString &known = m_texts[time.hour() * 60 + time.minute()];
        if (known.isEmpty())
            known = m_locale.toString(time, m_format);
        return known;
    }

    /// The word for morning or afternoon with the space before it, where it ends the text; empty elsewhere.
    QString halfOfDay(QTime time) const
    {
        return m_half.isEmpty() ? QString() : noBreakSpace + m_locale.toString(time, m_half);
    }

private:
    explicit ClockWords(const QLocale &locale) : m_locale(locale), m_format(clockFormat(locale))
    {
        static const QRegularExpression word(QStringLiteral("\\x{a0}?[aA][pP]?\\x{a0}?"));
        const QRegularExpressionMatch half = word.match(m_format);
        if (half.hasMatch() && half.capturedEnd() == m_format.size())
            m_half = half.captured().trimmed();
    }

    QLocale m_locale;
    QString m_format;
    QString m_half;
    QHash<int, QString> m_texts; ///< by minutes since midnight
};

QString clockText(QTime time, const QLocale &locale)
{
    return ClockWords::of(locale).text(time);
}

enum DatePart { WithYear = 1, WithWeekday = 2, Short = 4 };

/// The locale's long date format with only the parts asked for. QLocale has no patterns by skeleton, so they are cut
/// out.
QString datePattern(const QLocale &locale, int parts)
{
    static const QRegularExpression year(QStringLiteral("(?:[,\\s]*(?:'[^']*'\\s*)?)?y{2,4}(?:年|년|\\.|\\s*'г'\\.)?"));
    static const QRegularExpression weekday(QStringLiteral("[,\\s]*dddd(?:'[^']*')?[,.]?\\s*"));
    static const QRegularExpression edges(QStringLiteral("\\A[\\s,]+|[\\s,]+\\z"));
    QString pattern = locale.dateFormat(QLocale::LongFormat);
    if (!(parts & WithYear))
        pattern.remove(year);
    if (!(parts & WithWeekday))
        pattern.replace(weekday, QStringLiteral(" "));
    pattern.remove(edges);
    if (parts & Short) {
        pattern.replace(QLatin1String("dddd"), QLatin1String("ddd"));
        pattern.replace(QLatin1String("MMMM"), QLatin1String("MMM"));
    }
    // British English writes no comma after the weekday, whatever the locale data say.
    if (locale.language() == QLocale::English && !pattern.contains(QLatin1String("M d")))
        pattern.remove(QLatin1Char(','));
    return pattern;
}

QString dateText(QDate date, QDate today, const QLocale &locale, int parts)
{
    if (date.year() != today.year())
        parts |= WithYear;
    return locale.toString(date, datePattern(locale, parts));
}

/// "+8", "−4:30" hours.
QString signedHours(int seconds)
{
    const int minutes = qAbs(seconds) / 60;
    const QString sign = seconds < 0 ? QString(minusSign) : QStringLiteral("+");
    QString text = sign + QString::number(minutes / 60);
    if (minutes % 60)
        text += QStringLiteral(":%1").arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return text;
}

} // namespace

QString timeText(const QDateTime &utc, const QTimeZone &zone, const QLocale &locale)
{
    return clockText(wallClock(utc, zone).time(), locale);
}

QString timeRangeText(const QDateTime &begin, const QDateTime &end, const QTimeZone &zone, const QLocale &locale)
{
    const QTime from = wallClock(begin, zone).time();
    const QTime to = wallClock(end, zone).time();
    ClockWords &words = ClockWords::of(locale);
    QString fromText = words.text(from);
    // "1:00–1:45 PM": the word once. Without it Qt would count hours to 24, so it is cut from the text instead.
    const bool sameHalf = (from.hour() < 12) == (to.hour() < 12);
    if (const QString half = words.halfOfDay(from); sameHalf && !half.isEmpty() && fromText.endsWith(half))
        fromText.chop(half.size());
    return fromText + enDash + words.text(to);
}

QString shortDateText(QDate date, QDate today, const QLocale &locale)
{
    return dateText(date, today, locale, WithWeekday | Short);
}

QString longDateText(QDate date, QDate today, const QLocale &locale)
{
    return dateText(date, today, locale, WithWeekday);
}

QString dayOfMonthText(QDate date, QDate today, const QLocale &locale)
{
    return dateText(date, today, locale, 0);
}

QString plainDateText(QDate date, QDate today, const QLocale &locale)
{
    return dateText(date, today, locale, Short);
}

QString dateRangeText(QDate first, QDate last, const QLocale &locale)
{
    const QString pattern = datePattern(locale, Short | WithYear);
    // "16 – 22 Nov 2026": where the day stands first, a month that both share is said once.
    const bool sharesMonth = first.year() == last.year() && first.month() == last.month();
    const bool dayFirst = pattern.startsWith(QLatin1String("d MMM")) || pattern.startsWith(QLatin1String("dd MMM"));
    const QString begin = sharesMonth && dayFirst ? locale.toString(first, QStringLiteral("d")) : plainDateText(first, last, locale);
    return Text::tr("%1 – %2").arg(begin, locale.toString(last, pattern));
}

QString dateAndTimesText(const QDateTime &begin, const QDateTime &end, const QTimeZone &zone, const QDateTime &now,
                         const QLocale &locale)
{
    const QDate today = wallClock(now, zone).date();
    const auto dated = [&zone, &today, &locale](const QDateTime &day, const QString &times) {
        return Text::tr("%1, %2").arg(shortDateText(wallClock(day, zone).date(), today, locale), times);
    };
    if (isOnOneDay(begin, end, zone))
        return dated(begin, passText(timeRangeText(begin, end, zone, locale), begin, zone));
    return Text::tr("%1 – %2").arg(dated(begin, passText(timeText(begin, zone, locale), begin, zone)), dated(end, timeText(end, zone, locale)));
}

QString momentText(const QDateTime &utc, const QTimeZone &zone, const QDateTime &now, const QLocale &locale)
{
    const QDate today = wallClock(now, zone).date();
    return Text::tr("%1, %2").arg(plainDateText(wallClock(utc, zone).date(), today, locale), passText(timeText(utc, zone, locale), utc, zone));
}

QString relativeDayText(QDate date, QDate today, const QLocale &locale)
{
    switch (today.daysTo(date)) {
    case -1:
        return Text::tr("Yesterday");
    case 0:
        return Text::tr("Today");
    case 1:
        return Text::tr("Tomorrow");
    default:
        return locale.dayName(date.dayOfWeek(), QLocale::LongFormat);
    }
}

QString durationText(std::chrono::minutes length)
{
    const auto minutes = length.count();
    QString text;
    if (minutes < 60)
        text = Text::tr("%1 min").arg(minutes);
    else if (minutes % 60 == 0)
        text = Text::tr("%1 h").arg(minutes / 60);
    else
        text = Text::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    return text.replace(QLatin1Char(' '), noBreakSpace);
}

QString ageText(std::chrono::seconds age)
{
    const auto seconds = std::max<qint64>(0, age.count());
    QString text;
    if (seconds < 60)
        text = Text::tr("%1 s").arg(seconds);
    else if (seconds < 3600)
        text = Text::tr("%1 min").arg(seconds / 60);
    else if (seconds < 48 * 3600)
        text = Text::tr("%1 h").arg(seconds / 3600);
    else
        text = Text::tr("%n days", nullptr, static_cast<int>(seconds / 86400));
    return text.replace(QLatin1Char(' '), noBreakSpace);
}

QString zoneDifferenceText(const QTimeZone &theirs, const QTimeZone &own, const QDateTime &utc)
{
    const int ahead = theirs.offsetFromUtc(utc) - own.offsetFromUtc(utc);
    if (ahead == 0)
        return Text::tr("same time");
    return Text::tr("%1 h").arg(signedHours(ahead)).replace(QLatin1Char(' '), noBreakSpace);
}

QString zoneText(const QString &theirs, const QTimeZone &own, const QDateTime &utc)
{
    const std::optional<QTimeZone> zone = zoneNamed(theirs);
    if (!zone)
        return Text::tr("zone unknown");
    return Text::tr("%1, %2").arg(cityOf(theirs), zoneDifferenceText(*zone, own, utc));
}

QString zoneAbbreviationText(const QTimeZone &zone, const QDateTime &utc)
{
    const int offset = zone.offsetFromUtc(utc);
    const QString difference = offset == 0 ? QStringLiteral("UTC") : QStringLiteral("UTC") + signedHours(offset);
    const QString name = zone.abbreviation(utc);
    // Zones without letters of their own are called after their difference, which is said already.
    if (name.isEmpty() || !name.at(0).isLetter() || name.startsWith(QLatin1String("UTC")))
        return difference;
    return Text::tr("%1, %2").arg(name, difference);
}

QString theirTimeText(const QDateTime &utc, const QTimeZone &theirs, const QTimeZone &own, const QLocale &locale)
{
    const QDateTime there = wallClock(utc, theirs);
    const QString time = passText(clockText(there.time(), locale), utc, theirs);
    if (there.date() == wallClock(utc, own).date())
        return time;
    return time + noBreakSpace + locale.dayName(there.date().dayOfWeek(), QLocale::ShortFormat);
}

DayPart dayPart(QTime clockTime)
{
    if (clockTime < QTime(7, 0))
        return DayPart::Early;
    return clockTime >= QTime(21, 0) ? DayPart::Late : DayPart::Day;
}
