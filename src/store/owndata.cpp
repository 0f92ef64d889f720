// SPDX-License-Identifier: GPL-3.0-or-later
#include "owndata.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace {

constexpr int fileVersion = 1;

QString formatName()
{
    return QStringLiteral("Sundial own data");
}

QJsonValue toJson(const QVariant &value)
{
    if (value.isNull())
        return QJsonValue::Null;
    if (value.metaType().id() == QMetaType::QByteArray) // bytes are told from texts by standing in a list
        return QJsonArray{QString::fromLatin1(value.toByteArray().toBase64())};
    if (value.metaType().id() == QMetaType::LongLong)
        return value.toLongLong();
    return QJsonValue::fromVariant(value);
}

QVariant fromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Array:
        return QByteArray::fromBase64(json.toArray().first().toString().toLatin1());
    case QJsonValue::Double:
        if (const double number = json.toDouble(); static_cast<double>(json.toInteger()) == number)
            return json.toInteger();
        return json.toDouble();
    case QJsonValue::String:
        return json.toString();
    default:
        return {};
    }
}

QJsonObject toJson(const OwnTable &table)
{
    QJsonArray rows;
    for (const QVariantList &row : table.rows) {
        QJsonArray cells;
        for (const QVariant &cell : row)
            cells.append(toJson(cell));
        rows.append(cells);
    }
    return {{QStringLiteral("name"), table.name}, {QStringLiteral("columns"), QJsonArray::fromStringList(table.columns)}, {QStringLiteral("rows"), rows}};
}

OwnTable tableFrom(const QJsonObject &json)
{
    OwnTable table;
    table.name = json[QLatin1String("name")].toString();
    const QJsonArray columns = json[QLatin1String("columns")].toArray();
    for (const QJsonValue &column : columns)
        table.columns.append(column.toString());
    const QJsonArray rows = json[QLatin1String("rows")].toArray();
    for (const QJsonValue &cells : rows) {
        QVariantList row;
        const QJsonArray list = cells.toArray();
        for (const QJsonValue &cell : list)
            row.append(fromJson(cell));
        if (row.size() == table.columns.size())
            table.rows.append(row);
        else
            table.whole = false;
    }
    return table;
}

} // namespace

QByteArray toFile(const OwnData &data)
{
    QJsonArray tables;
    for (const OwnTable &table : data.tables) {
        if (!table.rows.isEmpty())
            tables.append(toJson(table));
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), formatName()},
                                     {QStringLiteral("version"), fileVersion},
                                     {QStringLiteral("account"), data.account},
                                     {QStringLiteral("made"), data.made.toUTC().toString(Qt::ISODateWithMs)},
                                     {QStringLiteral("tables"), tables},
                                     {QStringLiteral("settings"), data.settings}})
        .toJson(QJsonDocument::Compact);
}

Result<OwnData> ownDataFrom(const QByteArray &file)
{
    const QJsonObject json = QJsonDocument::fromJson(file).object();
    if (json[QLatin1String("format")].toString() != formatName())
        return Unexpected(Error{.kind = Error::Kind::Malformed, .message = QStringLiteral("This is no file of Sundial’s own data, or it is damaged")});
    if (json[QLatin1String("version")].toInt() > fileVersion)
        return Unexpected(Error{.kind = Error::Kind::Refused, .message = QStringLiteral("This file is of a newer Sundial")});
    OwnData data;
    data.account = json[QLatin1String("account")].toString();
    data.made = QDateTime::fromString(json[QLatin1String("made")].toString(), Qt::ISODateWithMs);
    data.settings = json[QLatin1String("settings")].toObject();
    const QJsonArray tables = json[QLatin1String("tables")].toArray();
    for (const QJsonValue &table : tables)
        data.tables.append(tableFrom(table.toObject()));
    return data;
}

bool holdSame(const QByteArray &oneFile, const QByteArray &otherFile)
{
    QJsonObject one = QJsonDocument::fromJson(oneFile).object();
    QJsonObject other = QJsonDocument::fromJson(otherFile).object();
    for (QJsonObject *each : {&one, &other})
        each->remove(QStringLiteral("made"));
    return one == other;
}

bool isEmpty(const OwnData &data)
{
    return data.settings.isEmpty() && std::all_of(data.tables.begin(), data.tables.end(), [](const OwnTable &table) { return table.rows.isEmpty(); });
}
