// SPDX-License-Identifier: GPL-3.0-or-later
#include "backupfolder.h"

#include "ownerfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace {

constexpr int lastOnes = 3;
constexpr int days = 7;

/// In the order of time when they are in the order of letters.
QString nameFor(const QDateTime &made)
{
    return QStringLiteral("own-%1.json").arg(made.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz")));
}

QString dayOf(const QString &file)
{
    return file.section(QLatin1Char('T'), 0, 0);
}

} // namespace

BackupFolder::BackupFolder(const QString &storeFile) : m_folder(QFileInfo(storeFile).absolutePath() + QLatin1String("/backups")) { }

Result<Done> BackupFolder::add(const QDateTime &made, const QByteArray &file)
{
    if (const Result<Done> folder = makeOwnerFolder(m_folder); !folder)
        return folder;
    const QStringList before = files();
    // A clock that was put back must not make the newest look old.
    QString name = nameFor(made);
    if (!before.isEmpty() && before.first() >= name)
        name = before.first().chopped(5) + QLatin1String("~.json");
    const Result<Done> written = writeOwnerFile(m_folder + QLatin1Char('/') + name, file);
    if (written)
        letGo();
    return written;
}

QByteArray BackupFolder::newestFile() const
{
    const QStringList all = files();
    return all.isEmpty() ? QByteArray() : contentOf(all.first());
}

std::optional<OwnData> BackupFolder::newest() const
{
    const QStringList all = files();
    for (const QString &file : all) {
        if (Result<OwnData> data = ownDataFrom(contentOf(file)))
            return std::move(*data);
    }
    return std::nullopt;
}

bool BackupFolder::erase()
{
    return !QFileInfo::exists(m_folder) || QDir(m_folder).removeRecursively();
}

bool BackupFolder::eraseOlder()
{
    const QStringList kept = files().mid(0, 1);
    QDir folder(m_folder);
    bool gone = true;
    const QStringList all = folder.entryList(QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &file : all)
        gone = (kept.contains(file) || folder.remove(file)) && gone; // also what a crash left of one half written
    return gone;
}

QStringList BackupFolder::files() const
{
    return QDir(m_folder).entryList({QStringLiteral("own-*.json")}, QDir::Files, QDir::Name | QDir::Reversed);
}

QByteArray BackupFolder::contentOf(const QString &file) const
{
    QFile bytes(m_folder + QLatin1Char('/') + file);
    return bytes.open(QIODevice::ReadOnly) ? bytes.readAll() : QByteArray();
}

void BackupFolder::letGo() const
{
    const QStringList all = files();
    QSet<QString> kept;
    for (const QString &file : all.mid(lastOnes)) {
        if (kept.contains(dayOf(file)) || kept.size() >= days)
            QFile::remove(m_folder + QLatin1Char('/') + file);
        else
            kept.insert(dayOf(file));
    }
}
