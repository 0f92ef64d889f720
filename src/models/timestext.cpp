// SPDX-License-Identifier: GPL-3.0-or-later
#include "timestext.h"

#include "format.h"
#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimesText)
};


/// Both forms grow together, so that they cannot come to differ.
class Writer
{
public:
    explicit Writer(bool writesAddresses) : m_writesAddresses(writesAddresses) { }

    void text(const QString &text)
    {
        m_text.plain += text;
        m_text.html += text.toHtmlEscaped();
    }
    void link(const QString &text, const QUrl &url)
    {
        const QString address = url.toString(QUrl::FullyEncoded);
        m_text.plain += m_writesAddresses && !address.isEmpty() ? text + QLatin1String(": ") + address : text;
        m_text.html += address.isEmpty() ? text.toHtmlEscaped()
                                         : QStringLiteral("<a href=\"%1\">%2</a>").arg(address.toHtmlEscaped(), text.toHtmlEscaped());
    }
    /// A line that names the address in the plain form whatever the style.
    void address(const QString &words, const QUrl &url)
    {
        m_text.plain += words + QLatin1String(": ") + url.toString(QUrl::FullyEncoded);
        m_text.html += QStringLiteral("<a href=\"%1\">%2</a>").arg(url.toString(QUrl::FullyEncoded).toHtmlEscaped(), words.toHtmlEscaped());
    }
    void line()
    {
        m_text.plain += QLatin1Char('\n');
        m_text.html += QLatin1String("<br>\n");
    }
    TimesText done() const { return {m_text.plain, QStringLiteral("<p>%1</p>").arg(m_text.html)}; }

private:
    TimesText m_text;
    bool m_writesAddresses;
};

QList<QList<OpenTime>> byDay(const QList<OpenTime> &times, const QTimeZone &zone)
{
    QList<QList<OpenTime>> days;
    for (const OpenTime &time : times) {
        const QDate date = wallClock(time.start, zone).date();
        if (days.isEmpty() || wallClock(days.last().first().start, zone).date() != date)
            days.append(QList<OpenTime>());
        days.last().append(time);
    }
    return days;
}

/// With the zone's letters where the clock shows the time twice.
QString startText(const QDateTime &start, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime wall = wallClock(start, zone);
    const QString text = timeText(start, zone, locale);
    return toUtc(wall.date(), wall.time(), zone).ambiguous ? text + QLatin1Char(' ') + zone.abbreviation(start) : text;
}

void writeDay(Writer &writer, const QList<OpenTime> &day, const QTimeZone &zone, const QLocale &locale)
{
    for (qsizetype i = 0; i < day.size(); ++i) {
        if (i > 0)
            writer.text(QStringLiteral(", "));
        writer.link(startText(day[i].start, zone, locale), day[i].schedulingUrl);
    }
}

} // namespace

QString zoneSentence(const QString &zoneName, const QList<OpenTime> &times, const QDateTime &now, const QLocale &locale)
{
    const QTimeZone zone = zoneNamed(zoneName).value_or(QTimeZone::utc());
    const auto offset = [&zone](const QDateTime &at) {
        const int seconds = zone.offsetFromUtc(at);
        if (seconds == 0)
            return QStringLiteral("UTC");
        return QStringLiteral("UTC") + zoneDifferenceText(zone, QTimeZone::utc(), at).section(QChar(0x00a0), 0, 0);
    };
    const QDateTime first = times.isEmpty() ? now : times.first().start;
    QString text = offset(first);
    for (const OpenTime &time : times) {
        if (zone.offsetFromUtc(time.start) == zone.offsetFromUtc(first))
            continue;
        const QDateTime change = nextClockChange(first, zone, 400);
        const QDate date = wallClock(change, zone).date();
        text = Words::tr("%1, from %2 on %3").arg(text, shortDateText(date, wallClock(now, zone).date(), locale), offset(time.start));
        break;
    }
    //: A city and its difference to UTC.
    return Words::tr("%1 (%2)").arg(cityOf(zoneName), text);
}

TimesText timesText(const QList<OpenTime> &chosen, const TimesSetting &setting)
{
    if (chosen.isEmpty())
        return {};
    QList<OpenTime> times = chosen;
    std::sort(times.begin(), times.end(), [](const OpenTime &one, const OpenTime &other) { return one.start < other.start; });
    const QTimeZone zone = zoneNamed(setting.zone).value_or(QTimeZone::utc());
    const QDate today = wallClock(setting.now, zone).date();
    const QString where = zoneSentence(setting.zone, times, setting.now, setting.locale);
    const QString name = oneLine(setting.typeName);
    const QString length = durationText(setting.length);
    Writer writer(setting.style == TimesStyle::List);
    const QList<QList<OpenTime>> days = byDay(times, zone);
    const auto dateOf = [&zone](const QList<OpenTime> &day) { return wallClock(day.first().start, zone).date(); };
    switch (setting.style) {
    case TimesStyle::Formal:
        writer.text(times.size() == 1 ? Words::tr("I would like to suggest this time for %1 (%2). It is the time in %3.").arg(name, length, where)
                                      : Words::tr("I would like to suggest these times for %1 (%2). All of them are times in %3.").arg(name, length, where));
        writer.line();
        for (const QList<OpenTime> &day : days) {
            writer.line();
            writer.text(Words::tr("%1: ", "a day before its times").arg(longDateText(dateOf(day), today, setting.locale)));
            writeDay(writer, day, zone, setting.locale);
        }
        break;
    case TimesStyle::Short:
        writer.text(Words::tr("%1, %2: ", "an event type and its length").arg(name, length));
        for (qsizetype i = 0; i < days.size(); ++i) {
            if (i > 0)
                writer.text(QStringLiteral("; "));
            writer.text(shortDateText(dateOf(days[i]), today, setting.locale) + QLatin1Char(' '));
            writeDay(writer, days[i], zone, setting.locale);
        }
        writer.text(Words::tr(". Times in %1.").arg(where));
        break;
    case TimesStyle::List:
        writer.text(Words::tr("%1, %2. Times in %3:").arg(name, length, where));
        for (const OpenTime &time : std::as_const(times)) {
            writer.line();
            const QString date = shortDateText(wallClock(time.start, zone).date(), today, setting.locale);
            writer.link(Words::tr("%1, %2", "a date and a time").arg(date, startText(time.start, zone, setting.locale)), time.schedulingUrl);
        }
        break;
    }
    if (!setting.otherTimes.isEmpty()) {
        writer.line();
        if (setting.style == TimesStyle::Formal)
            writer.line();
        writer.address(Words::tr("All other times"), setting.otherTimes);
    }
    return writer.done();
}
