// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedfiltertable.h"

#include "statement.h"
#include "storedvalues.h"

#include <QJsonDocument>

#include <algorithm>

SavedFilterTable::SavedFilterTable(Database &database)
    : m_database(database)
{
}

QList<SavedFilter> SavedFilterTable::filters() const
{
    QList<SavedFilter> filters;
    Statement read(m_database, QStringLiteral("SELECT name, filter FROM saved_filters"));
    read.forEach({}, [&](const QSqlQuery &row) {
        filters.append({row.value(0).toString(), QJsonDocument::fromJson(row.value(1).toByteArray()).object()});
    });
    std::sort(filters.begin(), filters.end(), [](const SavedFilter &left, const SavedFilter &right) {
        return QString::localeAwareCompare(left.name, right.name) < 0;
    });
    return filters;
}

Result<Done> SavedFilterTable::save(const SavedFilter &filter)
{
    Statement write(m_database,
                    QStringLiteral("INSERT INTO saved_filters (name, filter) VALUES (?,?)"
                                   " ON CONFLICT(name) DO UPDATE SET filter = excluded.filter"));
    return write.run({toColumn(filter.name),
                      QString::fromUtf8(QJsonDocument(filter.filter).toJson(QJsonDocument::Compact))});
}

Result<Done> SavedFilterTable::rename(const QString &from, const QString &to)
{
    Statement write(m_database, QStringLiteral("UPDATE OR REPLACE saved_filters SET name = ? WHERE name = ?"));
    return write.run({toColumn(to), toColumn(from)});
}

Result<Done> SavedFilterTable::remove(const QString &name)
{
    Statement write(m_database, QStringLiteral("DELETE FROM saved_filters WHERE name = ?"));
    return write.run({toColumn(name)});
}
