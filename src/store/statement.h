// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>

class Database;

/// A prepared statement, borrowed from the database for as long as this lives and prepared only once for all uses of
/// the same text. Values are bound by position, never written into the text; each has a "?" of its own, since the
/// driver miscounts numbered ones that are used twice.
class Statement
{
public:
    Statement(Database &database, QString sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// For statements that answer nothing. An error where no store is open.
    Result<Done> run(const QVariantList &values = {});

    /// Calls `row` for each row of the answer. `row` must not end the transaction that it is called in. Before a store
    /// is open there is nothing to read, which is no error: windows ask then, too.
    Result<Done> forEach(const QVariantList &values, const std::function<void(const QSqlQuery &)> &row);

    int changedRows() const { return m_changedRows; } ///< of the last run()
    qint64 newId() const { return m_newId; } ///< of the row that the last run() inserted

private:
    Result<Done> execute(const QVariantList &values);

    Database &m_database;
    QString m_sql;
    std::unique_ptr<QSqlQuery> m_query; ///< null where no store is open
    int m_changedRows = 0;
    qint64 m_newId = 0;
};
