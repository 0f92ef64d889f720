// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthgridwords.h"

#include "agendatext.h"
#include "daycount.h"
#include "monthcontent.h"
#include "monthlayout.h"
#include "zones.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MonthGrid)
};

QDate today(const MonthContent &content)
{
    return wallClock(content.now, content.zone).date();
}

QString dateOf(const MonthContent &content, const MonthLayout &layout, int day)
{
    return longDateText(layout.days[day].date, today(content), content.locale);
}

QString theirClock(const MonthContent &content, const CalendarEntry &entry)
{
    AgendaSetting setting;
    setting.zone = content.zone;
    setting.locale = content.locale;
    return theirClockText(theirTime(entry.summary, setting));
}

} // namespace

QString spokenDay(const MonthContent &content, const MonthLayout &layout, int day)
{
    const MonthDay &is = layout.days[day];
    QStringList parts{dateOf(content, layout, day)};
    if (is.date == today(content))
        parts.append(Text::tr("today"));
    parts.append(spokenDayCount(is.active, static_cast<int>(is.entries.size()) - is.active));
    return parts.join(QStringLiteral(", "));
}

QString spokenMeeting(const MonthContent &content, const MonthLayout &layout, const MonthPart &part, int day)
{
    const CalendarEntry &entry = content.entries[part.entry];
    QStringList parts{spokenText(entry, content.zone, content.locale)};
    if (!part.begins && day == part.day)
        parts.append(Text::tr("began earlier"));
    if (!part.ends && day == part.day + part.days - 1)
        parts.append(Text::tr("goes on after this day"));
    parts.append(dateOf(content, layout, day));
    return parts.join(QStringLiteral(", "));
}

QString spokenMore(const MonthContent &content, const MonthLayout &layout, int day)
{
    return Text::tr("%1, %2").arg(Text::tr("%n more meetings", nullptr, layout.days[day].hidden), dateOf(content, layout, day));
}

QString moreText(int count)
{
    return Text::tr("+%n more", nullptr, count);
}

QString meetingToolTip(const MonthContent &content, const MonthPart &part)
{
    const CalendarEntry &entry = content.entries[part.entry];
    const QString times = timesAndDatesText(entry, content.zone, content.now, content.locale);
    QStringList lines{entry.title, entry.detail, times, theirClock(content, entry), entry.place,
                      entry.status.detail.isEmpty() ? entry.status.text : Text::tr("%1, %2").arg(entry.status.text, entry.status.detail)};
    lines.removeAll(QString());
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    const QString first = lines.takeFirst();
    return QStringLiteral("<b>%1</b><br>%2").arg(first, lines.join(QStringLiteral("<br>")));
}
