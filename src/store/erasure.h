// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "database.h"
#include "erasureordertable.h"
#include "timerange.h"

#include <QStringList>

class SearchIndex;

/// A stored meeting that something goes from.
struct TouchedMeeting
{
    qint64 id = 0;
    QString uri;
    qint64 startMs = 0;
    bool whole = true; ///< all of it goes
};

/// Takes out of the store what is being deleted at Calendly: with it go the words in the search index, the history of
/// changes, the address among the guests of others, and what was noted here: labels of links first of all. Marks keep it from
/// coming back while Calendly still lists it.
class Erasure
{
public:
    explicit Erasure(Database &database, Clock clock = systemClock());

    /// Meetings with nobody else go; of the others, these people go. How many meetings were touched. With it the `order`
    /// that asked for it is struck, if there is one.
    Result<int> erasePeople(const QStringList &emails, qint64 order = 0);
    /// Meetings that start in `range`.
    Result<int> eraseMeetings(const TimeRange &range, qint64 order = 0);
    ErasureOrderTable orders() const { return ErasureOrderTable(m_database); } ///< that are not carried out here yet

private:
    Result<Done> write(qint64 order, const std::function<Result<Done>()> &work);
    Result<int> ended(const Result<Done> &done, const QList<TouchedMeeting> &meetings);
    Result<Done> erase(const QList<TouchedMeeting> &meetings);
    Result<Done> erasePerson(const QString &email, QList<TouchedMeeting> &meetings);
    Result<Done> mark(const QList<TouchedMeeting> &meetings);
    Result<Done> readAgain(const QList<qint64> &meetings);

    Database &m_database;
    Clock m_clock;
};

/// Takes one out, or its history only where it stays without some people, who are gone by now. Within a transaction.
Result<Done> eraseStored(Database &database, SearchIndex &index, const TouchedMeeting &meeting);
