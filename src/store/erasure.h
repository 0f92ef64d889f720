// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "timerange.h"

#include <QStringList>

/// Takes out of the store what is being deleted at Calendly: with it go the words in the search index, the history of
/// changes, and what was noted here.
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
    Result<Done> erase(const QList<Touched> &meetings);
    Result<Done> erasePerson(const QString &email, QList<Touched> &meetings);
    Result<Done> eraseNotes(const QString &email);

    Database &m_database;
};
