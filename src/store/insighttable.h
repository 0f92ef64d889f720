// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "insight.h"

#include <QHash>
#include <QList>
#include <QUrl>

#include <optional>

/// What is stored of meetings, for counting them: a slice at a time in order of time, each read from the index of the
/// period, so that no look costs more than its slice.
class InsightTable
{
public:
    explicit InsightTable(Database &database);

    /// The last meeting of a slice.
    struct Place
    {
        qint64 startMs = 0;
        qint64 endMs = 0;
        qint64 id = 0;
    };
    struct Slice
    {
        QList<CountedMeeting> meetings;
        std::optional<Place> last; ///< to go on behind; nothing where this was the end
    };
    /// Meetings that begin within `range`, of `eventType` only unless that is empty; at most `most`.
    Result<Slice> slice(const TimeRange &range, const QUrl &eventType, const std::optional<Place> &behind, int most) const;

    /// By the numbers that counted meetings have.
    Result<QHash<qint64, InsightType>> types() const;

    /// Takes sources and campaigns of invitees whom an earlier version stored into their columns; tells of how many.
    Result<int> fillSources(int most);

private:
    struct Rows;
    Result<Done> readPeople(Rows &rows) const;

    Database &m_database;
};
