// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QString>
#include <QStringList>

#include <optional>

/// A file beside a store that says: what only this computer knew is not in it yet. It names the files that were set aside
/// and still hold it, is there before the first of them is moved, and goes when all is written; so that a program that
/// ended in between, or found the disk full, does the rest at the next start.
class RescueMark
{
public:
    explicit RescueMark(const QString &storeFile);

    static QString nameFor(const QString &storeFile); ///< of the file itself

    /// The files that are to be read, the newest last; empty where there are backups only. Nothing when all is written, or
    /// when none of those named is there.
    std::optional<QStringList> asides() const;
    /// Written to the disk when it returns.
    Result<Done> set(const QStringList &asides) const;
    void remove() const;

private:
    QString m_storeFile;
};
