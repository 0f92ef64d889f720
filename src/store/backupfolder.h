// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "owndata.h"

#include <QList>
#include <QString>

#include <optional>

/// The backups of one store's own data, in a folder beside it that only its owner can enter. Each is written whole or not
/// at all.
class BackupFolder
{
public:
    explicit BackupFolder(const QString &storeFile);

    QString path() const { return m_folder; }
    /// Adds a backup and lets go of old ones: the last three stay, and before them the last of each of seven days.
    Result<Done> add(const QDateTime &made, const QByteArray &file);
    bool isEmpty() const { return files().isEmpty(); }
    /// The content of the newest file; empty where there is none.
    QByteArray newestFile() const;
    /// The newest that can be read.
    std::optional<OwnData> newest() const;
    bool erase();
    bool eraseOlder(); ///< all but the newest file

private:
    QString nameAfter(const QString &newest, const QDateTime &made) const;
    QStringList files() const; ///< the newest first
    QByteArray contentOf(const QString &file) const;
    void letGo() const;

    QString m_folder;
};
