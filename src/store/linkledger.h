// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "linkentry.h"
#include "result.h"

#include <QList>
#include <QSet>
#include <QVariant>

#include <functional>

/// Reads the single-use links together with what became of each: who booked, which meeting, how often it was copied.
/// Links whose making was never answered are among them. A booking is known from the meetings of the account's own user, so of
/// event types that others host, too, it is not known whether a link that seems open was booked.
class LinkLedger
{
public:
    /// `self` tells whose meetings are read; empty: nobody's.
    explicit LinkLedger(Database &database, std::function<QUrl()> self = {});

    /// `underWay`: links that are being asked for just now, which are not shown yet.
    Result<QList<LinkEntry>> entries(const LinkQuery &query, const QDateTime &now, const QSet<QString> &underWay = {}) const;
    std::optional<LinkEntry> entry(const QString &id, const QDateTime &now) const;
    LinkTotals totals(const QDateTime &now, const QSet<QString> &underWay = {}) const;
    LinkTotals totalsOf(const QUrl &eventType, const QDateTime &now) const; ///< of links that were made

    /// Links that were booked and that the user has not been told of; each is returned once.
    QList<LinkEntry> takeNews(const QDateTime &now);

private:
    Result<QList<LinkEntry>> unanswered(const LinkQuery &query, const QSet<QString> &underWay) const;
    void addBooking(LinkEntry &entry) const;
    bool othersMayHost(const QUrl &eventType) const;
    LinkTotals count(const QString &where, const QVariantList &values, const QDateTime &now) const;
    void setApartUnseen(LinkTotals &totals, const QUrl &eventType, const QDateTime &now) const;

    Database &m_database;
    std::function<QUrl()> m_self;
};
