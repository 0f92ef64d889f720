// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "timerange.h"

#include <QStringList>

/// Takes out of the store what is being deleted at Calendly: with it go the words in the search index, the history of
/// changes, the address among the guests of others, and what was noted here: labels of links first of all.
class Erasure
{
public:
    explicit Erasure(Database &database);

    /// Meetings with nobody else go; of the others, these people go. How many meetings were touched.
    Result<int> erasePeople(const QStringList &emails);
    /// Meetings that start in `range`.
    Result<int> eraseMeetings(const TimeRange &range);

private:
    struct Touched;
    Result<Done> write(const std::function<Result<Done>()> &work);
    Result<int> ended(const Result<Done> &done, const QList<Touched> &meetings);
    Result<Done> erase(const QList<Touched> &meetings);
    Result<Done> erasePerson(const QString &email, QList<Touched> &meetings);
    Result<Done> readAgain(const QList<qint64> &meetings);

    Database &m_database;
};
