// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

/// A lock file that QLockFile takes for held, and for ever, since its content does not say otherwise: cut short when its
/// program was killed, written on another computer, as in a backup that was brought back, or with the number that some
/// other process has now. The system knows better whether a program holds it.
class AbandonedLock
{
public:
    explicit AbandonedLock(QString path);

    /// To be called after each try that found the file there. Removes it where it has stayed the same for a second and no
    /// program holds it: true then, and the next try may have it. A living holder keeps its lock.
    bool remove();

private:
    QString m_path;
    QList<qint64> m_seen; ///< what tells the file from one that was made since
    QElapsedTimer m_since;
};
