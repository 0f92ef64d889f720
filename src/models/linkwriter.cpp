// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkwriter.h"

#include "csvwriter.h"
#include "linktext.h"
#include "markdownwriter.h"
#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LinkWriter)
};

QString addressOf(const LinkEntry &entry)
{
    return entry.link.bookingUrl.toString(QUrl::FullyEncoded);
}

QString ownTime(const QDateTime &utc, const ExportSetting &setting)
{
    return utc.isValid() ? wallClock(utc, setting.zone).toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QString();
}

QStringList heads(const ExportSetting &setting)
{
    const QString zone = QString::fromLatin1(setting.zone.id());
    QStringList heads{Text::tr("Label"), Text::tr("E-mail"), Text::tr("Event type"), Text::tr("Link"), Text::tr("Status"),
                      Text::tr("Made (%1)").arg(zone), Text::tr("Expires (%1)").arg(zone), Text::tr("Meeting (%1)").arg(zone)};
    if (setting.people)
        heads.append(Text::tr("Booked by"));
    return heads;
}

QStringList cells(const LinkEntry &entry, const ExportSetting &setting)
{
    const LabelParts parts = labelParts(entry.link.label);
    QStringList cells{parts.words, parts.email, oneLine(entry.link.eventTypeName), addressOf(entry), linkStatusText(entry),
                      ownTime(entry.link.createdAt, setting), ownTime(entry.link.expiresAt, setting), ownTime(entry.meetingStart, setting)};
    if (setting.people)
        cells.append(oneLine(entry.person));
    return cells;
}

QByteArray csv(const QList<LinkEntry> &links, const ExportSetting &setting)
{
    QByteArray written = csvMark() + csvRow(heads(setting));
    for (const LinkEntry &entry : links)
        written += csvRow(cells(entry, setting));
    return written;
}

QByteArray markdown(const QList<LinkEntry> &links, const ExportSetting &setting)
{
    const auto line = [](const QStringList &cells) { return QStringLiteral("| %1 |\n").arg(cells.join(QLatin1String(" | "))); };
    QStringList names = heads(setting);
    for (QString &name : names)
        name = markdownText(name);
    QString written = line(names) + line(QStringList(names.size(), QStringLiteral("---")));
    for (const LinkEntry &entry : links) {
        QStringList texts = cells(entry, setting);
        for (QString &text : texts)
            text = text.startsWith(QLatin1String("http")) ? QStringLiteral("<%1>").arg(text) : markdownText(text);
        written += line(texts);
    }
    return written.toUtf8();
}

QJsonValue textValue(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue instantValue(const QDateTime &utc)
{
    return textValue(utc.isValid() ? utc.toUTC().toString(Qt::ISODate) : QString());
}

QString statusWord(const LinkEntry &entry)
{
    if (isTakenBack(entry))
        return QStringLiteral("taken_back");
    switch (toldStatus(entry)) {
    case LinkStatus::Open:
        return QStringLiteral("active");
    case LinkStatus::Booked:
        return QStringLiteral("booked");
    case LinkStatus::Expired:
        return QStringLiteral("expired");
    case LinkStatus::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QJsonObject object(const LinkEntry &entry, const ExportSetting &setting)
{
    QJsonObject object{{QStringLiteral("label"), textValue(entry.link.label)},
                       {QStringLiteral("event_type"), textValue(entry.link.eventType.toString())},
                       {QStringLiteral("event_type_name"), textValue(entry.link.eventTypeName)},
                       {QStringLiteral("link"), textValue(addressOf(entry))},
                       {QStringLiteral("utm_content"), textValue(entry.link.trackingToken)},
                       {QStringLiteral("status"), statusWord(entry)},
                       {QStringLiteral("made_at"), instantValue(entry.link.createdAt)},
                       {QStringLiteral("expires_at"), instantValue(entry.link.expiresAt)},
                       {QStringLiteral("meeting"), textValue(entry.meeting.toString())},
                       {QStringLiteral("meeting_start"), instantValue(entry.meetingStart)},
                       {QStringLiteral("meeting_canceled"), entry.meetingCanceled}};
    if (setting.people)
        object.insert(QStringLiteral("booked_by"), textValue(entry.person));
    return object;
}

QByteArray json(const QList<LinkEntry> &links, const ExportSetting &setting)
{
    QJsonArray list;
    for (const LinkEntry &entry : links)
        list.append(object(entry, setting));
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("sundial-links")},
                                     {QStringLiteral("version"), 1},
                                     {QStringLiteral("exported_at"), instantValue(setting.now)},
                                     {QStringLiteral("links"), list}})
        .toJson();
}

} // namespace

QByteArray exportedLinks(const QList<LinkEntry> &links, ExportFormat format, const ExportSetting &setting)
{
    switch (format) {
    case ExportFormat::Csv:
        return csv(links, setting);
    case ExportFormat::Json:
        return json(links, setting);
    case ExportFormat::Markdown:
        return markdown(links, setting);
    case ExportFormat::Calendar:
        break; // links have no time of their own
    }
    return {};
}
