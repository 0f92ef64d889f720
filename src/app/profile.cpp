// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

Profile::Profile(const QString &folder, bool throwAway)
{
    if (!folder.isEmpty()) {
        m_folder = QDir(folder).absolutePath();
    } else if (throwAway) {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path();
    } else {
        m_folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    }
}

Result<Done> Profile::prepare()
{
    const bool isNew = !QFileInfo::exists(m_folder);
    if (!QDir().mkpath(m_folder))
        return Unexpected(Error{.kind = Error::Kind::Storage, .message = QStringLiteral("the folder cannot be made")});
    // A folder that somebody else made keeps its rights: what we put into it is owner-only by itself.
    if (isNew)
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!QFileInfo(m_folder).isWritable())
        return Unexpected(Error{.kind = Error::Kind::Storage, .message = QStringLiteral("the folder cannot be written")});
    return Done{};
}
