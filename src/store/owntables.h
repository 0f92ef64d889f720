// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "owndata.h"

#include <QSqlDatabase>

// Reading and writing the rows that Calendly cannot tell again. Which those are is said by what Calendly can tell again:
// a table that comes later is taken for ours until somebody says otherwise.

QStringList ownTableNames(const QSqlDatabase &connection);

/// Every row that can be read; `schema` names an attached file. Columns that the open store does not have are left out.
OwnTable readOwnTable(const QSqlDatabase &connection, const QString &table, const QString &schema = QStringLiteral("main"));

/// All of a store, read beside whoever has it open, on any thread. An error where something could not be read.
Result<QList<OwnTable>> readOwnTables(const QString &storeFile);

/// Adds the rows that are not there yet and changes none; says how many came in. What is unknown to this store, or not as
/// it must be, is left out; an error where the store does not take anything.
Result<int> addOwnRows(const QSqlDatabase &connection, const OwnTable &table);

/// What was under way when an older copy was made may be done by now: such rows are made to say that nobody knows.
OwnTable withPlansUnknown(OwnTable table);
/// Without what only the store that it was in may go on with: runs, what nobody knows the end of, and what hides erased data.
OwnTable forImport(OwnTable table);
