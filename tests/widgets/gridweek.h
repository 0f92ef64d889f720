// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingtimes.h"
#include "timegrid.h"
#include "timegridcontent.h"

/// The week of Friday 20 November 2026, 10:42 in Berlin, as a time grid shows it in tests.
namespace GridWeek {

inline QDateTime berlin(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute), Qt::UTC).addSecs(-3600);
}

inline QUrl meeting(const QString &name)
{
    return QUrl(QStringLiteral("https://api.example.com/scheduled_events/") + QString::fromLatin1(name.toUtf8().toHex()));
}

inline CalendarEntry entry(const QString &name, const QDateTime &start, int minutes)
{
    CalendarEntry entry;
    entry.meeting = meeting(name);
    entry.start = start;
    entry.end = start.addSecs(minutes * 60);
    entry.title = name;
    entry.detail = QStringLiteral("Product demo");
    const QTimeZone zone("Europe/Berlin");
    entry.times = passText(timeRangeText(entry.start, entry.end, zone), entry.start, zone);
    entry.startText = passText(timeText(entry.start, zone), entry.start, zone);
    entry.color = QStringLiteral("#d4562c");
    entry.past = entry.end <= berlin(20, 10, 42);
    entry.status = {StatusWords::Status::Confirmed, QStringLiteral("Confirmed"), {}};
    entry.summary.meeting = {.uri = entry.meeting, .name = entry.detail, .start = entry.start, .end = entry.end};
    entry.summary.invitees = {{.name = name}};
    return entry;
}

/// Monday to Sunday: Ada and Ben on Monday, Cleo on Tuesday, nobody on Wednesday, Dora on Thursday, Emil, Fay and Gil on
/// Friday.
inline TimeGridContent content()
{
    TimeGridContent content;
    content.first = QDate(2026, 11, 16);
    content.zone = {QTimeZone("Europe/Berlin"), QStringLiteral("Europe/Berlin")};
    content.now = berlin(20, 10, 42);
    content.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    content.entries = {entry(QStringLiteral("Ada"), berlin(16, 9), 60),   entry(QStringLiteral("Ben"), berlin(16, 14), 45),
                       entry(QStringLiteral("Cleo"), berlin(17, 14), 30), entry(QStringLiteral("Dora"), berlin(19, 9), 30),
                       entry(QStringLiteral("Emil"), berlin(20, 11), 60), entry(QStringLiteral("Fay"), berlin(20, 13), 60),
                       entry(QStringLiteral("Gil"), berlin(20, 16), 30)};
    for (int day = 16; day <= 20; ++day)
        content.openHours.append({berlin(day, 9), berlin(day, 17)});
    return content;
}

/// The name of the meeting that `uri` stands for.
inline QString nameOf(const QUrl &uri)
{
    return QString::fromUtf8(QByteArray::fromHex(uri.fileName().toLatin1()));
}

inline QStringList namesOf(const QList<QUrl> &meetings)
{
    QStringList names;
    for (const QUrl &uri : meetings)
        names.append(nameOf(uri));
    return names;
}

/// Where the cell that says `text` is, in the grid.
inline QPoint centerOf(const TimeGrid &grid, const QString &text)
{
    for (int i = 0; i < grid.cellCount(); ++i) {
        if (grid.paintedCell(i).name.contains(text))
            return grid.paintedCell(i).place.center();
    }
    return {};
}

} // namespace GridWeek
