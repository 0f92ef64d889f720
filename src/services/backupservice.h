// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "result.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

class AccountService;
class Database;
class Preferences;

/// What BackupService works with. All outlive it.
struct BackupParts
{
    AccountService &account;
    Database &database;
    Preferences &preferences;
    Clock clock;
    std::chrono::milliseconds afterStart{15'000}; ///< a start has better things to do
};

/// Keeps copies of what Calendly cannot tell again: the ledger of links, labels, saved filters and reasons, pins, what was
/// seen to change, and what was sent and not answered. One is made a little after an account was opened and then daily,
/// beside the store; a store that turns out to be unreadable is filled from them. Reads on a thread of its own.
class BackupService : public QObject
{
    Q_OBJECT

public:
    explicit BackupService(BackupParts parts, QObject *parent = nullptr);

    /// Makes a backup now, unless the newest holds the same. Settings that are lost come back from the newest.
    void backUp();

    /// Something was deleted for good: a new backup is made, and older ones, which still hold it, go once it is written.
    void beginAnew();

    /// All of it as a file to take along.
    void exportData(QObject *context, std::function<void(const Result<QByteArray> &)> then);

    /// Adds what such a file holds and is not here; nothing is replaced or taken away. Says how many entries came in.
    Result<int> importData(const QByteArray &file);

signals:
    void backedUp(); ///< the newest backup holds what there is
    void failed(const Error &error); ///< there is no backup of today
    void begunAnew(); ///< by beginAnew(): nothing that was deleted is left in a backup
    void oldOnesKept(); ///< by beginAnew(): they are not removed and still hold what was deleted
    void imported();
    void settingsCameBack(); ///< from a backup or an import

private:
    struct Look;
    enum class Older { Stay, Go };

    void begin();
    void look(std::function<void(const Look &)> then);
    void keep(const Look &look, Older older);
    void readForExport();
    int addSettings(const QJsonObject &settings);

    BackupParts m_parts;
    QTimer m_timer;
    using Export = std::function<void(const Result<QByteArray> &)>;
    QList<Export> m_exports; ///< that wait for what is being read
    std::unique_ptr<QObject> m_use; ///< lives as long as the same store is open
};
