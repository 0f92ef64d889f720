// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QLockFile>
#include <QTest>

/// Lock files as they are found where no program holds them any more, and QLockFile cannot tell.
namespace LeftLock {

/// Rows of "content" for tests.
inline void rows()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isOwn"); ///< of this computer and this process: a number that is in use again
    QTest::newRow("killed before it was written") << QByteArray() << false;
    QTest::newRow("no lock at all") << QByteArray("left\nby\na\nfull\ndisk\n") << false;
    QTest::newRow("another computer") << QByteArray("1\nsundial\nelsewhere.example\n0123456789abcdef0123456789abcdef\n01234567-89ab-cdef-0123-456789abcdef\n") << false;
    QTest::newRow("a number that is in use again") << QByteArray() << true;
}

inline bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Leaves what the row says.
inline bool leave(const QString &path, const QByteArray &content, bool isOwn)
{
    if (!isOwn)
        return write(path, content);
    QByteArray own;
    {
        QLockFile lock(path);
        QFile file(path);
        if (!lock.tryLock(0) || !file.open(QIODevice::ReadOnly))
            return false;
        own = file.readAll();
    }
    return write(path, own);
}

}
