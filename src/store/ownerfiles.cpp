// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownerfiles.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace {

constexpr auto ownerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto ownerFolder = ownerFile | QFile::ExeOwner;

constexpr auto othersRights
    = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

Unexpected refused(const QString &message)
{
    return Unexpected(Error{.kind = Error::Kind::Storage, .message = message});
}

} // namespace

Result<Done> makeOwnerFolder(const QString &path)
{
    const QFileInfo folder(path);
    if (folder.isSymLink())
        return refused(QStringLiteral("The folder for the data is a symbolic link"));
    if (folder.isDir()) {
        // Where nothing can be written, it may be private all the same.
        if (!QFile::setPermissions(path, ownerFolder) && (folder.permissions() & othersRights))
            return refused(QStringLiteral("The folder for the data cannot be kept from others"));
        return Done{};
    }
    const QString above = folder.absolutePath();
    if (!QDir().mkpath(above) || !QDir(above).mkdir(folder.fileName(), ownerFolder))
        return refused(QStringLiteral("The folder for the data could not be made"));
    return Done{};
}

Result<Done> makeOwnerFile(const QString &path)
{
    if (QFileInfo(path).isSymLink())
        return refused(QStringLiteral("A file of the data is a symbolic link"));
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite, ownerFile) || !file.setPermissions(ownerFile))
        return refused(QStringLiteral("A file of the data could not be opened"));
    return Done{};
}

Result<Done> writeOwnerFile(const QString &path, const QByteArray &content)
{
    // Unbuffered, with the count compared: a buffered QSaveFile commits an empty file when the disk is full (Qt 6.4).
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return refused(QStringLiteral("A file could not be written"));
    const bool whole = file.setPermissions(ownerFile) && file.write(content) == content.size();
    if (!whole)
        file.cancelWriting();
    if (!file.commit() || !whole)
        return refused(QStringLiteral("A file could not be written; the disk may be full"));
    return Done{};
}

QString asideName(const QString &path)
{
    const QString stem = path + QStringLiteral(".aside-")
        + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
    QString name = stem;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = stem + QLatin1Char('.') + QString::number(number);
    return name;
}
