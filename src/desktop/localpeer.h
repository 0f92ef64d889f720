// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLocalSocket;

/// Whether the other end of `socket` is a program of this user. On systems that cannot tell, the socket's access rights
/// are all there is.
bool isOwnUser(const QLocalSocket &socket);

/// Where this user's sockets may lie: the runtime folder when it is ours alone, else `fallback`, or, since the path of a
/// socket has about 100 bytes, a folder of ours alone among the temporary files. A path, or on Windows a name, for `name`.
QString localSocketPath(const QString &name, const QString &fallback);
