// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "linkordertable.h"
#include "schedulinglink.h"

#include <QList>

/// The ledger of single-use links made here. Nothing in it can be read again from Calendly, so nothing but the user
/// ends an entry. What is written here is on the disk when the call returns.
class LinkTable
{
public:
    explicit LinkTable(Database &database);

    Database &database() const { return m_database; }
    LinkOrderTable orders() const { return LinkOrderTable(m_database); }

    /// Adds a link that was made; whatever order it came from is settled with it.
    Result<Done> add(const SchedulingLink &link);
    Result<Done> countCopy(const QString &id, const QDateTime &now);
    Result<Done> setLabel(const QString &id, const QString &label);
    QList<SchedulingLink> links(int limit) const; ///< newest first

    /// An invitee came back with this tracking token. Kept, so that the link stays booked when the meeting goes from
    /// the store, and news until the user was told. Nothing happens for tokens that are not ours.
    Result<Done> markBooked(const QString &trackingToken, const QUrl &invitee);
    QString labelOf(const QString &trackingToken) const; ///< empty for tokens that are not ours
    QUrl bookedBy(const QString &id) const; ///< the invitee's URI; empty while nobody has booked

private:
    Database &m_database;
};
