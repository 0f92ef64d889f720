// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "linkentry.h"
#include "result.h"

#include <QList>
#include <QSet>

/// Reads the single-use links together with what became of each: who booked, which meeting, how often it was copied.
/// Links whose making was never answered are among them.
class LinkLedger
{
public:
    explicit LinkLedger(Database &database);

    /// `underWay`: links that are being asked for just now, which are not shown yet.
    Result<QList<LinkEntry>> entries(const LinkQuery &query, const QDateTime &now, const QSet<QString> &underWay = {}) const;
    std::optional<LinkEntry> entry(const QString &id, const QDateTime &now) const;
    LinkTotals totals(const QDateTime &now, const QSet<QString> &underWay = {}) const;

    /// Links that were booked and that the user has not been told of; each is returned once.
    QList<LinkEntry> takeNews(const QDateTime &now);

private:
    QList<LinkEntry> unanswered(const LinkQuery &query, const QSet<QString> &underWay) const;
    void addBooking(LinkEntry &entry) const;

    Database &m_database;
};
