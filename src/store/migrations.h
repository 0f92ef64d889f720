// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlError>

#include <optional>

/// What a file turned out to be when it was looked at.
enum class StoredSchema {
    Empty, ///< nothing in it yet
    Older, ///< ours, and to be brought up to date
    Current,
    Foreign, ///< of a newer version, or not ours, or with tables missing
};

/// What `connection` holds, by a look at its header and its list of tables; or why it cannot be read.
struct SchemaLook
{
    StoredSchema schema = StoredSchema::Empty;
    std::optional<QSqlError> error;
};
SchemaLook lookAtSchema(const QSqlDatabase &connection);

/// The number of the newest migration.
int newestSchemaVersion();

/// Brings the file to the schema `version`, each step in a transaction of its own; the error of the first that fails.
std::optional<QSqlError> migrate(const QSqlDatabase &connection, int version = newestSchemaVersion());
