// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypetable.h"

#include "resourcejson.h"
#include "statement.h"
#include "storedvalues.h"

#include <QSet>

#include <algorithm>

namespace {

enum Column { Uri, Position, Name, Slug, Kind, Color, Active, Secret, SchedulingUrl, Duration, DeletedAt, Source };

QString typesWhere(const QString &condition)
{
    return QStringLiteral("SELECT uri, position, name, slug, kind, color, active, secret, scheduling_url, duration_min,"
                          " deleted_ms, source FROM event_types WHERE %1 ORDER BY position, name, uri")
        .arg(condition);
}

QVariantList valuesOf(const EventType &type)
{
    return {toColumn(type.uri),
            type.position,
            toColumn(type.name),
            toColumn(type.slug),
            wordFor(type.kind),
            toColumn(type.color),
            type.active,
            type.secret,
            toColumn(type.schedulingUrl),
            static_cast<qlonglong>(type.duration.count()),
            toColumn(type.deletedAt)};
}

EventType eventTypeOf(const QSqlQuery &query)
{
    const QJsonObject source = unpacked(query.value(Source).toByteArray());
    EventType type = eventTypeFromJson(source).value_or(EventType{});
    // The columns beat the source: a change made here is in them at once.
    type.uri = urlOf(query.value(Uri));
    type.position = query.value(Position).toInt();
    type.name = query.value(Name).toString();
    type.slug = query.value(Slug).toString();
    type.kind = eventTypeKindOf(query.value(Kind).toString());
    type.color = query.value(Color).toString();
    type.active = query.value(Active).toBool();
    type.secret = query.value(Secret).toBool();
    type.schedulingUrl = urlOf(query.value(SchedulingUrl));
    type.duration = std::chrono::minutes(query.value(Duration).toLongLong());
    type.deletedAt = instantOf(query.value(DeletedAt));
    type.source = source;
    return type;
}

QList<EventType> typesFrom(Database &database, const QString &condition, const QVariantList &values)
{
    QList<EventType> types;
    Statement(database, typesWhere(condition)).forEach(values, [&](const QSqlQuery &row) {
        types.append(eventTypeOf(row));
    });
    return types;
}

/// Stores one type; true when it is new or differs.
Result<bool> store(Database &database, const EventType &type)
{
    const QVariantList values = valuesOf(type);
    const QByteArray json = sourceJson(type.source);
    const QByteArray fingerprint = fingerprintOf(values, json);
    // Nothing changes, not even the row, where all is the same.
    Statement write(database,
                    QStringLiteral("INSERT INTO event_types (uri, position, name, slug, kind, color, active, secret,"
                                   " scheduling_url, duration_min, deleted_ms, known, fingerprint, source)"
                                   " VALUES (?,?,?,?,?,?,?,?,?,?,?,1,?,?)"
                                   " ON CONFLICT(uri) DO UPDATE SET position = excluded.position, name = excluded.name,"
                                   " slug = excluded.slug, kind = excluded.kind, color = excluded.color,"
                                   " active = excluded.active, secret = excluded.secret,"
                                   " scheduling_url = excluded.scheduling_url, duration_min = excluded.duration_min,"
                                   " deleted_ms = excluded.deleted_ms, known = 1, fingerprint = excluded.fingerprint,"
                                   " source = excluded.source WHERE fingerprint IS NOT excluded.fingerprint"));
    const Result<Done> written = write.run(values + QVariantList{fingerprint, packedJson(json)});
    if (!written)
        return Unexpected(written.error());
    return write.changedRows() > 0;
}

Result<QSet<QUrl>> listedTypes(Database &database)
{
    QSet<QUrl> listed;
    Statement read(database, QStringLiteral("SELECT uri FROM event_types WHERE listed = 1"));
    const Result<Done> done = read.forEach({}, [&](const QSqlQuery &row) { listed.insert(urlOf(row.value(0))); });
    if (!done)
        return Unexpected(done.error());
    return listed;
}

Result<Done> setListed(Database &database, const QSet<QUrl> &types, bool listed)
{
    Statement mark(database, QStringLiteral("UPDATE event_types SET listed = ? WHERE uri = ?"));
    Result<Done> done = Done{};
    for (auto type = types.cbegin(); done && type != types.cend(); ++type)
        done = mark.run({listed, toColumn(*type)});
    return done;
}

} // namespace

EventTypeTable::EventTypeTable(Database &database)
    : m_database(database)
{
}

Result<bool> EventTypeTable::replaceAll(const QList<EventType> &types)
{
    bool differs = false;
    const Result<Done> done = m_database.transaction([&]() -> Result<Done> {
        QSet<QUrl> now;
        for (const EventType &type : types) {
            const Result<bool> changed = store(m_database, type);
            if (!changed)
                return Unexpected(changed.error());
            differs = differs || *changed;
            now.insert(type.uri);
        }
        const Result<QSet<QUrl>> before = listedTypes(m_database);
        if (!before)
            return Unexpected(before.error());
        differs = differs || now != *before;
        const Result<Done> gone = setListed(m_database, *before - now, false);
        return gone ? setListed(m_database, now - *before, true) : gone;
    });
    if (!done)
        return Unexpected(done.error());
    return differs;
}

Result<Done> EventTypeTable::upsert(const EventType &type)
{
    return m_database.transaction([&]() -> Result<Done> {
        const Result<bool> stored = store(m_database, type);
        return stored ? Result<Done>(Done{}) : Unexpected(stored.error());
    });
}

QList<EventType> EventTypeTable::all() const
{
    return typesFrom(m_database, QStringLiteral("listed = 1 AND deleted_ms IS NULL"), {});
}

std::optional<EventType> EventTypeTable::eventType(const QUrl &uri) const
{
    const QList<EventType> found = typesFrom(m_database, QStringLiteral("uri = ? AND known = 1"), {toColumn(uri)});
    if (found.isEmpty())
        return std::nullopt;
    return found.constFirst();
}

QList<QUrl> EventTypeTable::unknownTypes(int limit) const
{
    QList<QUrl> types;
    Statement read(m_database,
                   QStringLiteral("SELECT t.uri FROM event_types AS t INDEXED BY event_types_unknown WHERE t.known = 0"
                                  " AND EXISTS (SELECT 1 FROM meetings AS m WHERE m.event_type_id = t.id)"
                                  " ORDER BY t.id LIMIT ?"));
    read.forEach({std::max(limit, 0)}, [&](const QSqlQuery &row) { types.append(urlOf(row.value(0))); });
    return types;
}
