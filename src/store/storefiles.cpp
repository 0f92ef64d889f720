// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefiles.h"

#include "asidekept.h"
#include "backupfolder.h"
#include "ownerfiles.h"
#include "rescuemark.h"
#include "storefailure.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace {

constexpr std::array sideFiles{"", "-wal", "-shm", "-journal"};

QString damageMark(const QString &file)
{
    return file + QStringLiteral(".damaged");
}

QDir folderOf(const QString &file)
{
    return QDir(QFileInfo(file).absolutePath());
}

/// What was set aside, with its side files and the marks of what is kept.
QStringList asidesOf(const QString &file, const QString &ending = QString())
{
    return folderOf(file).entryList({QFileInfo(file).fileName() + QStringLiteral(".aside-*") + ending}, QDir::Files | QDir::Hidden | QDir::System);
}

QString keptMark(const QString &aside)
{
    return aside + QStringLiteral(".kept");
}

/// Without what is kept, its side files and the marks of it.
QStringList asidesNotKept(const QString &file)
{
    QSet<QString> kept;
    const QStringList marks = asidesOf(file, keptMark(QString()));
    for (const QString &mark : marks) {
        const QString aside = mark.chopped(keptMark(QString()).size());
        kept.insert(mark);
        for (const char *side : sideFiles)
            kept.insert(aside + QLatin1String(side));
    }
    QStringList names = asidesOf(file);
    names.removeIf([&kept](const QString &name) { return kept.contains(name); });
    return names;
}

bool removeAll(QDir folder, const QStringList &names)
{
    bool gone = true;
    for (const QString &name : names)
        gone = (!folder.exists(name) || folder.remove(name)) && gone;
    return gone;
}

} // namespace

bool areStoreFilesPlain(const QString &file)
{
    return std::none_of(sideFiles.begin(), sideFiles.end(), [&file](const char *side) { return QFileInfo(file + QLatin1String(side)).isSymLink(); });
}

Result<Done> makeStoreFiles(const QString &file)
{
    if (!areStoreFilesPlain(file))
        return Unexpected(storageError(QStringLiteral("The store is a symbolic link to somewhere else")));
    const Result<Done> folder = makeOwnerFolder(QFileInfo(file).absolutePath());
    return folder ? makeOwnerFile(file) : folder; // SQLite gives its side files the rights of the main file
}

bool looksLikeDatabase(const QString &file)
{
    QFile bytes(file);
    if (!bytes.open(QIODevice::ReadOnly))
        return true; // for SQLite to say what is wrong
    return bytes.size() == 0 || bytes.read(16) == QByteArrayLiteral("SQLite format 3\0");
}

void markDamaged(const QString &file)
{
    makeOwnerFile(damageMark(file));
}

bool isMarkedDamaged(const QString &file)
{
    return QFileInfo::exists(damageMark(file));
}

Result<Done> setStoreAside(const QString &file, const QString &aside)
{
    for (const char *side : sideFiles) {
        const QString from = file + QLatin1String(side);
        if (QFileInfo::exists(from) && !QFile::rename(from, aside + QLatin1String(side)))
            return Unexpected(storageError(QStringLiteral("The damaged store could not be moved aside")));
    }
    QFile::remove(damageMark(file));
    return Done{};
}

Result<Done> finishSettingAside(const QString &file)
{
    // The main file goes first. Once there is another, its side files are its own.
    const std::optional<QStringList> asides = RescueMark(file).asides();
    return asides && !asides->isEmpty() && !QFileInfo::exists(file) ? setStoreAside(file, asides->last()) : Result<Done>(Done{});
}

Result<Done> keepAside(const QString &aside)
{
    return makeOwnerFile(keptMark(aside));
}

void endKeptAsides(const QString &file, const QDateTime &now)
{
    const QDir folder = folderOf(file);
    const QStringList marks = asidesOf(file, keptMark(QString()));
    for (const QString &mark : marks) {
        // The change time, which no program can set: a profile that was copied or restored keeps it for longer, never shorter.
        const QString path = folder.filePath(mark);
        const QDateTime since = QFileInfo(path).metadataChangeTime();
        if (!since.isValid() || since > now)
            makeOwnerFile(path);
        else if (since.addDays(asideKeptDays) <= now)
            QFile::remove(path);
    }
}

bool isAnythingAside(const QString &file)
{
    return !asidesNotKept(file).isEmpty();
}

Result<bool> removeAsides(const QString &file, Asides which)
{
    const std::optional<QStringList> needed = RescueMark(file).asides();
    if (needed && !needed->isEmpty())
        return false;
    if (!removeAll(folderOf(file), which == Asides::All ? asidesOf(file) : asidesNotKept(file)))
        return Unexpected(storageError(QStringLiteral("A store that was set aside could not be deleted")));
    return true;
}

Result<Done> removeStoreFiles(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    QStringList doomed = asidesOf(file);
    for (const char *side : sideFiles)
        doomed.append(name + QLatin1String(side));
    doomed.append(damageMark(name));
    doomed.append(RescueMark::nameFor(name));
    const bool noBackups = BackupFolder(file).erase();
    if (!removeAll(folderOf(file), doomed) || !noBackups)
        return Unexpected(storageError(QStringLiteral("A file of the store could not be deleted")));
    return Done{};
}
