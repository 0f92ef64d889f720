// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "storerescue.h"

#include <QSqlDatabase>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <unordered_map>

class QSqlError;
class QSqlQuery;

/// The store of one account: an SQLite file that only its owner can read, in WAL mode, brought to the newest schema by
/// numbered migrations. A file that is damaged or of a newer version is set aside, never deleted.
/// Belongs to the thread that opened it.
class Database
{
public:
    Database();
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Opens or creates `file`; closes what was open before. What it costs does not depend on what is stored, so damage
    /// deep inside shows only when it is read: then the read fails, isDamaged() turns true, and startAnew() or the next
    /// open() sets the file aside, and tells what became of it. What it could not be filled with then comes at the next open().
    /// A whole store that cannot be written, on a full disk or a write-protected one, is opened for reading: isWritable() tells.
    Result<StoreRescue> open(const QString &file);
    /// Sets the open file aside, which isDamaged(), and opens a new one filled from it, as open() would. With an error none is open.
    Result<StoreRescue> startAnew();
    void close();
    bool isOpen() const;
    QString file() const;
    bool isWritable() const { return isOpen() && m_writable; } ///< false where the file could be opened for reading only
    bool isDamaged() const; ///< something in the open file turned out to be unreadable
    /// `then` is called as soon as that shows, from within what was reading or writing: nothing may be closed in it.
    void whenDamaged(std::function<void()> then);
    bool isSearchDamaged() const { return m_searchDamaged; } ///< only the search index did, which is made anew
    void searchRepaired() { m_searchDamaged = false; }

    /// Closes and deletes the file, its side files and what was set aside of it, for signing out.
    Result<Done> erase();

    /// Runs `work` in one transaction, rolled back when it returns an error. Within another transaction it is a part of
    /// that one, and its failure undoes only this part.
    Result<Done> transaction(const std::function<Result<Done>()> &work);

    /// A transaction that is on the disk when it returns, even if the power fails right after. Others may lose their
    /// last moments then, which a sync brings back. Within another transaction it lasts as long as that one.
    Result<Done> durableTransaction(const std::function<Result<Done>()> &work);

    /// Moves what was written into the file itself and empties the log beside it, which still holds pages as they were
    /// before. False where somebody else is reading just now, for whom it does not wait.
    Result<bool> emptyLog();

    QSqlDatabase connection() const; ///< for the tables of this layer

    /// A prepared query for `sql`, new or given back before; for Statement.
    std::unique_ptr<QSqlQuery> takeQuery(const QString &sql);
    void giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query);
    QStringList preparedTexts() const; ///< what has been prepared so far, for looking at how it is run

    static Error notOpen(); ///< of writing where no store is open

    /// What a failed query means, in plain words and without the data; remembers damage.
    Error failure(const QSqlError &error);

private:
    Result<StoreRescue> openForWriting(const QString &file);
    bool openForReading(const QString &file);
    Result<Done> connectTo(const QString &file);
    Result<Done> execute(const char *sql);
    Result<StoreRescue> startAfresh(const QString &file);
    Result<Done> noteRescue(const QString &file, bool isNew);
    Result<Done> within(const char *begin, const char *commit, const char *rollback,
                        const std::function<Result<Done>()> &work);

    QString m_connectionName;
    QString m_file;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_queries;
    int m_depth = 0; ///< of transactions
    std::function<void()> m_tellDamage;
    bool m_writable = true;
    bool m_damaged = false;
    bool m_searchDamaged = false;
};
