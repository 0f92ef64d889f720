// SPDX-License-Identifier: GPL-3.0-or-later
#include "abandonedlock.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QSysInfo>

#include <algorithm>
#include <array>
#include <utility>

#ifdef Q_OS_UNIX
#    include <sys/file.h>
#    include <sys/stat.h>
#    include <unistd.h>
#else
#    include <QLockFile>
#endif

namespace {

/// Whoever makes a lock has it a moment before the system knows, and whoever gives it back may lose it there a moment
/// before the file is gone; neither is taken for dead.
constexpr qint64 graceMilliseconds = 1000;

QList<qint64> identity(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {};
    QList<qint64> told{info.size(), info.lastModified().toMSecsSinceEpoch()};
#ifdef Q_OS_UNIX
    struct stat status = {};
    if (lstat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    told << qint64(status.st_dev) << qint64(status.st_ino);
#endif
    return told;
}

#ifdef Q_OS_UNIX

/// Whether the lock was written by a program on another computer; one that was cut short does not say.
bool isFromElsewhere(QFile &lock)
{
    constexpr qint64 longest = 4096;
    const QList<QByteArray> lines = lock.read(longest).split('\n'); // process, program, host, host's id, start of the system
    if (lines.size() < 6)
        return false;
    return lines.at(2) != QSysInfo::machineHostName().toUtf8() || lines.at(3) != QSysInfo::machineUniqueId();
}

/// Where every program that can reach the file runs on this computer, so that the system knows of each lock. A network's
/// file systems know of those of other computers only as they are set up.
bool isOnThisComputer(const QString &path)
{
    static constexpr std::array local{"ext",   "xfs",     "btrfs",    "zfs",     "f2fs", "jfs", "reiserfs", "bcachefs", "tmpfs",
                                      "ramfs", "overlay", "ecryptfs", "fuseblk", "apfs", "hfs", "ufs",      "vfat",     "exfat"};
    const QByteArray type = QStorageInfo(QFileInfo(path).path()).fileSystemType();
    return std::any_of(local.begin(), local.end(), [&type](const char *name) { return type.startsWith(name); });
}

bool removeUnlessHeld(const QString &path, const QList<qint64> &expected)
{
    QFile lock(path);
    if (!lock.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) || flock(lock.handle(), LOCK_EX | LOCK_NB) != 0)
        return false;
    // From here on no other start removes it, but one may have done so before and made its own.
    struct stat opened = {};
    const bool isSame = fstat(lock.handle(), &opened) == 0 && identity(path) == expected && qint64(opened.st_ino) == expected.constLast();
    if (!isSame || (isFromElsewhere(lock) && !isOnThisComputer(path)))
        return false;
    return unlink(QFile::encodeName(path).constData()) == 0;
}

#else

/// The system lets nobody remove what a program holds.
bool removeUnlessHeld(const QString &path, const QList<qint64> &)
{
    return QLockFile(path).removeStaleLockFile();
}

#endif

} // namespace

AbandonedLock::AbandonedLock(QString path)
    : m_path(std::move(path))
{
}

bool AbandonedLock::remove()
{
    const QList<qint64> now = identity(m_path);
    if (now != m_seen || now.isEmpty()) {
        m_seen = now;
        m_since.start();
        return false;
    }
    return m_since.hasExpired(graceMilliseconds) && removeUnlessHeld(m_path, m_seen);
}
