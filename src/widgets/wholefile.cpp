// SPDX-License-Identifier: GPL-3.0-or-later
#include "wholefile.h"

#include <QSaveFile>

Result<Done> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // A disk that fills up may take a part of what it is given without an error.
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && file.size() == bytes.size() && file.commit())
        return Done{};
    file.cancelWriting();
    return Unexpected(Error{.kind = Error::Kind::Storage, .message = file.errorString()});
}
