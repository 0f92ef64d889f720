// SPDX-License-Identifier: GPL-3.0-or-later
#include "backupfolder.h"

#include "ownerfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace {

constexpr int lastOnes = 3;
constexpr int days = 7;

QString timeFormat()
{
    return QStringLiteral("yyyyMMdd'T'HHmmsszzz");
}

/// In the order of time when they are in the order of letters.
QString nameFor(const QDateTime &made)
{
    return QStringLiteral("own-%1.json").arg(made.toUTC().toString(timeFormat()));
}

/// The moment that a file is named after; earlier versions put a "~" behind it.
QDateTime momentOf(const QString &file)
{
    static const QRegularExpression pattern(QStringLiteral("\\Aown-([0-9]{8}T[0-9]{9})~*\\.json\\z"));
    const QDateTime local = QDateTime::fromString(pattern.match(file).captured(1), timeFormat());
    return {local.date(), local.time(), Qt::UTC};
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
    QString name = nameFor(made);
    if (!before.isEmpty() && before.first() >= name)
        name = nameAfter(before.first(), made);
    const QString path = m_folder + QLatin1Char('/') + name;
    const Result<Done> written = writeOwnerFile(path, file);
    if (!written)
        return written;
    if (QFile backup(path); backup.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        backup.setFileTime(made, QFileDevice::FileModificationTime);
    letGo();
    return Done{};
}

/// A clock that was put back must not make the newest look old, and each day counts as one of its own although all their
/// names lie ahead: the file's own time tells when that was made by the clock of the time.
QString BackupFolder::nameAfter(const QString &newest, const QDateTime &made) const
{
    const QDateTime before = momentOf(newest);
    const QDate madeBefore = QFileInfo(m_folder + QLatin1Char('/') + newest).lastModified().toUTC().date();
    return nameFor(madeBefore == made.toUTC().date() ? before.addMSecs(1) : before.addDays(1));
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
    QStringList found = QDir(m_folder).entryList({QStringLiteral("own-*.json")}, QDir::Files, QDir::Name | QDir::Reversed);
    found.removeIf([](const QString &file) { return !momentOf(file).isValid(); });
    return found;
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
