// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include <QList>

/// Takes a person out of what is stored besides the meetings that they booked: the guests of other people's meetings, and
/// the words written down here.
class ErasureTraces
{
public:
    explicit ErasureTraces(Database &database);

    /// Zones, bookings, saved filters and the labels of links that name the person, whose address is folded; to be called while their
    /// invitees are still stored, which tell their names and the links that they used.
    Result<Done> eraseNotes(const QString &email);
    /// Their address among the guests of any meeting. Meetings that the search is to read again are added to `changed`.
    Result<Done> eraseGuest(const QString &email, QList<qint64> &changed);

private:
    Result<Done> eraseHistory(const QString &email, const QStringList &people);
    Result<Done> eraseLabels(const QString &table, const QString &key, const QString &email, const QStringList &names);

    Database &m_database;
};
