// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzztargets.h"
#include "meetingwriter.h"
#include "resourcejson.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace {

/// A meeting with the people of a JSON text, or one that says the text everywhere.
MeetingDetails detailsOf(const QByteArray &input)
{
    const QJsonObject json = QJsonDocument::fromJson(input).object();
    MeetingDetails details;
    const QString text = QString::fromUtf8(input);
    details.meeting = meetingFromJson(json).value_or(Meeting{
        .uri = QUrl(QStringLiteral("https://api.calendly.com/scheduled_events/1")),
        .name = text,
        .start = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC),
        .end = QDateTime(QDate(2026, 11, 20), QTime(10, 0), Qt::UTC),
        .hosts = {MeetingHost{{}, text, text}},
        .guests = {text},
        .cancellation = Cancellation{text, text},
        .notesPlain = text,
    });
    details.invitees = {inviteeFromJson(json).value_or(Invitee{.name = text, .email = text, .answers = {{text, text}}})};
    details.inviteesKnown = true;
    return details;
}

/// RFC 5545, 3.1: lines of at most 75 bytes that end with CR LF, each beginning with a name or, folded, with a blank.
void checkCalendar(const QByteArray &calendar)
{
    static const QRegularExpression begins(QStringLiteral("\\A(?: |[A-Z-]+[:;])"));
    mustHold(calendar.startsWith("BEGIN:VCALENDAR\r\n") && calendar.endsWith("END:VCALENDAR\r\n"), "a calendar is whole");
    QByteArray text = calendar;
    text.replace("\r\n", "\n");
    mustHold(!text.contains('\r'), "no line of a calendar ends with CR alone");
    text.chop(1);
    for (const QByteArray &line : text.split('\n')) {
        mustHold(line.size() <= 75, "a line of a calendar is not too long");
        mustHold(begins.match(QString::fromUtf8(line)).hasMatch(), "foreign text begins no line of a calendar");
    }
    mustHold(calendar.count("\r\nBEGIN:VEVENT\r\n") == 1, "one meeting is one event");
}

} // namespace

/// What others wrote, on its way into files for other programs.
void fuzzExports(const QByteArray &input)
{
    ExportSetting setting;
    setting.now = QDateTime(QDate(2026, 11, 18), QTime(9, 0), Qt::UTC);
    setting.locale = QLocale::c();
    const QList<MeetingDetails> meetings{detailsOf(input)};
    checkCalendar(exported(meetings, ExportFormat::Calendar, setting));
    mustHold(QJsonDocument::fromJson(exported(meetings, ExportFormat::Json, setting)).isObject()
                 || QJsonDocument::fromJson(exported(meetings, ExportFormat::Json, setting)).isArray(),
             "what is written as JSON is JSON");
    const QByteArray table = exported(meetings, ExportFormat::Csv, setting);
    mustHold(table.endsWith("\r\n") && table.count('"') % 2 == 0, "a table is whole");
    exported(meetings, ExportFormat::Markdown, setting);
}
