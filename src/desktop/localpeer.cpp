// SPDX-License-Identifier: GPL-3.0-or-later
#include "localpeer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>

#ifdef Q_OS_UNIX
#    include <sys/socket.h>
#    include <sys/stat.h>
#    include <sys/un.h>
#    include <unistd.h>

namespace {

bool fits(const QString &path)
{
    return QFile::encodeName(path).size() < qsizetype(sizeof(sockaddr_un::sun_path));
}

QString runtimeFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QFileInfo folder(runtime);
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    const bool isOurs = !runtime.isEmpty() && folder.isDir() && folder.ownerId() == getuid() && !(folder.permissions() & others);
    return isOurs ? runtime : QString();
}

/// Among the temporary files, where anybody may have made one of that name before: then there is none.
QString shortFolder()
{
    const QString path = QDir::tempPath() + QStringLiteral("/sundial-%1").arg(getuid());
    const QByteArray name = QFile::encodeName(path);
    mkdir(name.constData(), S_IRWXU);
    struct stat found{};
    const bool isOurs = lstat(name.constData(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == getuid()
        && (found.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    return isOurs ? path : QString();
}

} // namespace
#endif

bool isOwnUser(const QLocalSocket &socket)
{
#if defined(Q_OS_LINUX)
    ucred peer{};
    socklen_t size = sizeof peer;
    if (getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return false;
    return peer.uid == getuid();
#elif defined(Q_OS_MACOS)
    uid_t user = 0;
    gid_t group = 0;
    if (getpeereid(static_cast<int>(socket.socketDescriptor()), &user, &group) != 0)
        return false;
    return user == getuid();
#else
    Q_UNUSED(socket)
    return true; // the pipe is made with user-only access
#endif
}

QString localSocketPath(const QString &name, const QString &fallback)
{
#ifdef Q_OS_UNIX
    const QString runtime = runtimeFolder();
    const QString beside = fallback + QLatin1String("/instance.socket");
    if (!runtime.isEmpty() && fits(runtime + QLatin1Char('/') + name))
        return runtime + QLatin1Char('/') + name;
    if (fits(beside))
        return beside;
    const QString folder = shortFolder();
    return folder.isEmpty() ? beside : folder + QLatin1Char('/') + name;
#else
    Q_UNUSED(fallback)
    return name;
#endif
}
