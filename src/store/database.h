// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QSqlDatabase>
#include <QString>

#include <functional>

/// The store of one account: an SQLite file that only its owner can read, in WAL mode, brought to the newest schema by
/// numbered migrations. A file that is damaged or of a newer version is set aside, never deleted.
class Database
{
public:
    Database();
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    struct Opened
    {
        QString setAside; ///< where an unreadable older file was moved; empty when all was well
    };

    /// Opens or creates `file`; closes what was open before.
    Result<Opened> open(const QString &file);
    void close();
    bool isOpen() const;
    QString file() const;

    /// Closes and deletes the file and its side files, for signing out.
    Result<Done> erase();

    /// Runs `work` in one transaction, rolled back when it returns an error.
    Result<Done> transaction(const std::function<Result<Done>()> &work);

    QSqlDatabase connection() const; ///< for the tables of this layer

private:
    QString m_connectionName;
    QString m_file;
};
