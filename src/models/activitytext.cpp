// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitytext.h"

#include "csvwriter.h"
#include "format.h"
#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

/// "EventType" → "event type".
QString apart(const QString &joined)
{
    QString words;
    for (const QChar letter : joined) {
        if (letter.isUpper() && !words.isEmpty() && !words.endsWith(QLatin1Char(' ')))
            words += QLatin1Char(' ');
        words += letter == QLatin1Char('_') || letter == QLatin1Char('-') ? QChar(QLatin1Char(' ')) : letter.toLower();
    }
    return words;
}

void addFields(QList<ActivityField> &fields, const QString &name, const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field)
            addFields(fields, name.isEmpty() ? field.key() : name + QLatin1Char('.') + field.key(), field.value());
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype position = 0; position < array.size(); ++position)
            addFields(fields, name + QLatin1Char('.') + QString::number(position + 1), array.at(position));
    } else if (const QString text = value.toVariant().toString(); !text.isEmpty()) {
        fields.append({name, text});
    }
}

QByteArray csv(const QList<ActivityEntry> &entries, const ExportSetting &setting)
{
    QByteArray written = csvMark()
        + csvRow({Text::tr("When (%1)").arg(QString::fromLatin1(setting.zone.id())), Text::tr("When (UTC)"), Text::tr("Who"), Text::tr("E-mail"),
                  Text::tr("Subject"), Text::tr("Action"), Text::tr("Details")});
    for (const ActivityEntry &entry : entries)
        written += csvRow({wallClock(entry.occurredAt, setting.zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), entry.occurredAt.toString(Qt::ISODate),
                           oneLine(entry.actor), oneLine(entry.actorMail), entry.space, entry.action,
                           QString::fromUtf8(QJsonDocument(entry.details).toJson(QJsonDocument::Compact))});
    return written;
}

QByteArray json(const QList<ActivityEntry> &entries, const ExportSetting &setting)
{
    QJsonArray list;
    for (const ActivityEntry &entry : entries)
        list.append(QJsonObject{{QStringLiteral("occurred_at"), entry.occurredAt.toString(Qt::ISODateWithMs)},
                                {QStringLiteral("actor"), entry.actor},
                                {QStringLiteral("actor_email"), entry.actorMail},
                                {QStringLiteral("namespace"), entry.space},
                                {QStringLiteral("action"), entry.action},
                                {QStringLiteral("details"), entry.details}});
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("sundial-activity")},
                                     {QStringLiteral("version"), 1},
                                     {QStringLiteral("exported_at"), setting.now.toString(Qt::ISODate)},
                                     {QStringLiteral("entries"), list}})
        .toJson();
}

} // namespace

QStringList activityHeads()
{
    return {Text::tr("What"), Text::tr("Who"), Text::tr("When")};
}

QString activityTitle(const ActivityEntry &entry)
{
    QString subject = oneLine(apart(entry.space));
    if (!subject.isEmpty())
        subject[0] = subject.at(0).toUpper();
    //: What something happened to, and what happened: "Event type: updated".
    return Text::tr("%1: %2").arg(subject, oneLine(apart(entry.action)));
}

QString activityActor(const ActivityEntry &entry)
{
    const QString name = oneLine(entry.actor);
    return name.isEmpty() ? oneLine(entry.actorType) : name;
}

ListRow activityRow(const ActivityEntry &entry, const QTimeZone &zone, const QDateTime &now)
{
    const QList<ActivityField> fields = activityFields(entry);
    return {.key = entry.uri.isEmpty() ? entry.occurredAt.toString(Qt::ISODateWithMs) + entry.space + entry.action + entry.actorMail : entry.uri,
            .cells = {{.text = activityTitle(entry), .second = fields.isEmpty() ? QString() : oneLine(fields.first().value)},
                      {.text = activityActor(entry), .second = oneLine(entry.actorMail)},
                      {.text = momentText(entry.occurredAt, zone, now)}}};
}

QList<ActivityField> activityFields(const ActivityEntry &entry)
{
    QList<ActivityField> fields;
    addFields(fields, {}, entry.details);
    return fields;
}

QByteArray exportedActivity(const QList<ActivityEntry> &entries, ExportFormat format, const ExportSetting &setting)
{
    return format == ExportFormat::Json ? json(entries, setting) : csv(entries, setting);
}
