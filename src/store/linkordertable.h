// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "linkorder.h"

#include <QList>
#include <QStringList>

/// Single-use links that are to be made. What is written here is on the disk when the call returns, so that after a crash
/// it is known what may have been sent.
class LinkOrderTable
{
public:
    explicit LinkOrderTable(Database &database);

    /// Writes new orders, or new states of known ones; all or none.
    Result<Done> put(const QList<LinkOrder> &orders);
    Result<Done> remove(const QStringList &links);
    Result<QList<LinkOrder>> batches() const; ///< those made many at once, in the order in which they came
    Result<QList<LinkOrder>> unanswered() const; ///< sent, and nobody knows what came of it
    /// The link is in the ledger: a single order goes, one of several is done. Within the caller's transaction.
    Result<Done> settle(const QString &link, const QDateTime &now);
    Result<Done> settleThoseInLedger(const QDateTime &now); ///< likewise all of which a link came in from elsewhere

private:
    Result<QList<LinkOrder>> read(const QString &where) const;

    Database &m_database;
};
