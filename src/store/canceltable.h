// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cancelitem.h"
#include "database.h"

#include <QList>

/// The journal of what is being canceled. What is written here is on the disk when the call returns, so that after a
/// crash it is known what may have been sent.
class CancelTable
{
public:
    explicit CancelTable(Database &database);

    /// Writes new items, or new states of known ones; all or none.
    Result<Done> put(const QList<CancelItem> &items);
    Result<Done> remove(const QList<QUrl> &meetings);
    Result<QList<CancelItem>> items() const; ///< in the order in which they came

private:
    Database &m_database;
};
