// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invitee.h"
#include "result.h"

#include <QList>
#include <QString>
#include <QtGlobal>

#include <functional>

class Database;

/// The full-text index over the stored meetings. What is written is in it at once; a store that is older than the
/// index, or whose index was damaged, is taken into it a slice at a time.
class SearchIndex
{
public:
    explicit SearchIndex(Database &database);

    /// Takes in what is stored of a meeting now, in place of what was known of it at this start.
    Result<Done> put(qint64 meeting);
    /// What searchValues() makes of a meeting as it is stored now, for who has it at hand.
    Result<Done> put(qint64 meeting, qint64 startMs, const QStringList &texts);
    /// To be called before a meeting goes, or gets another start.
    Result<Done> remove(qint64 meeting, qint64 startMs);

    /// Has the words of what was removed overwritten, which FTS5 itself leaves for later. In a large index a bounded part
    /// of that work is done each time.
    Result<Done> forgetRemoved();
    /// A small part of that work, whatever the size of the index; true when nothing was left to do.
    Result<bool> overwriteSome();
    /// To be called with each of many removals in a row, which would have FTS5 do much at once now and then.
    Result<Done> keepSmall();

    int missing() const; ///< about how many meetings are not in the index yet
    Result<Done> fill(int most); ///< takes in the next ones, at most so many
    bool isDamaged() const; ///< something in the index turned out to be unreadable
    Result<Done> rebuild(); ///< begins with an empty index
    /// Runs `write`, a transaction; where the index turns out to be damaged, once more with an empty one: that is no reason
    /// not to store, or to keep, anything else.
    Result<Done> repairing(const std::function<Result<Done>()> &write);

private:
    Database &m_database;
};

/// The row of a meeting in the index: by time, then by id. Minutes fill the upper bits, ids the lower ones.
qint64 searchRowOf(qint64 startMs, qint64 meeting);
/// SQL for the meeting that a row of the index stands for.
QString meetingOfSearchRow();
