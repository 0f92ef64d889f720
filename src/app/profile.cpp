// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

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
    if (!QDir().mkpath(m_folder))
        return Unexpected(Error{.kind = Error::Kind::Storage, .message = QStringLiteral("the folder cannot be made")});
    keepOthersOut();
    if (!QFileInfo(m_folder).isWritable())
        return Unexpected(Error{.kind = Error::Kind::Storage, .message = QStringLiteral("the folder cannot be written")});
    return Done{};
}

/// What is put into the folder is owner-only by itself; but whoever may write in the folder can put something else in its place.
/// So the rights of one's own folder are tightened, and one of somebody else's is told: its rights are not ours to change.
void Profile::keepOthersOut()
{
#ifdef Q_OS_UNIX
    const QString place = QFileInfo(m_folder).canonicalFilePath(); // of a link what it leads to
    const uint owner = QFileInfo(place).ownerId();
    if (owner == geteuid())
        QFile::setPermissions(place, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const bool isForeign = owner != geteuid() && owner != 0; // root can do everything anyway
    m_isOpenToOthers = isForeign || (QFileInfo(place).permissions() & (QFile::WriteGroup | QFile::WriteOther));
#endif
}
