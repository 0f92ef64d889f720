// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "linkshare.h"
#include "schedulinglink.h"

#include <QList>

class QSqlQuery;

/// The record of `link` from the columns uri, wanted and state, of which `first` is the first.
ShareRecord shareRecordOf(const QString &link, const QSqlQuery &row, int first);

/// The customized ones among the links of the ledger. What is written here is on the disk when the call returns.
class ShareTable
{
public:
    explicit ShareTable(Database &database);

    Result<Done> put(const ShareRecord &record);
    Result<Done> remove(const QString &link);
    std::optional<ShareRecord> record(const QString &link) const;
    QList<ShareRecord> records() const;

    /// The link that was made of a record, by its address without our parameters; empty where there is none.
    QString linkAt(const QUrl &bookingUrl) const;
    /// Nobody can book with it any more: taken back now.
    Result<Done> takeBack(const QString &link, const QDateTime &now);
    /// It was booked, as Calendly says; who it was is not known yet. News, as any booking.
    Result<Done> markUsed(const QString &link, const QUrl &share);

private:
    Database &m_database;
};
