// SPDX-License-Identifier: GPL-3.0-or-later
#include "localpeer.h"

#include <QFileInfo>
#include <QLocalSocket>

#ifdef Q_OS_UNIX
#    include <sys/socket.h>
#    include <unistd.h>
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
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QFileInfo folder(runtime);
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    if (!runtime.isEmpty() && folder.isDir() && folder.ownerId() == getuid() && !(folder.permissions() & others))
        return runtime + QLatin1Char('/') + name;
    return fallback + QLatin1String("/instance.socket");
#else
    Q_UNUSED(fallback)
    return name;
#endif
}
