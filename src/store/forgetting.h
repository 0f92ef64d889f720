// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "searchindex.h"

#include <QDateTime>

#include <optional>

/// Takes out of the store what is kept no longer, a piece at a time: meetings that ended before a moment, with their people,
/// the words in the search index and the history of changes. What the user made and what stands for itself stays: links with
/// their labels, filters, journals. Each piece is whole, so that a crash leaves less to do and nothing half done.
class Forgetting
{
public:
    explicit Forgetting(Database &database);

    /// For an erasure, within its transaction: what it takes out is to be overwritten, and goes from the backups, too.
    static Result<Done> noteErased(Database &database);

    /// Up to `most` meetings that ended before `horizon`, the oldest first; how many there were. One stays for as long as
    /// a cancel run, or a booking that has no answer yet, names it.
    Result<int> forgetMeetings(const QDateTime &horizon, int most);

    /// When the calendar was busy, as far as that ended before `horizon`.
    Result<Done> forgetBusyTimes(const QDateTime &horizon);

    /// History that was seen before `horizon`, of meetings that are not stored. Looks at `most` entries behind `behind`; the
    /// last of them, nothing after the end. For a store in which everything that is kept was read, else it is not known
    /// whether a meeting comes back.
    Result<std::optional<qint64>> forgetHistory(const QDateTime &horizon, qint64 behind, int most);

    /// What was set aside of the store may hold what ended before, too: it counts as a trace from now on. One that could not be
    /// read whole stays until it was kept for asideKeptDays by `now`; null, for a clock that may be wrong, ends none.
    Result<Done> noteAsides(const QDateTime &now);

    /// Something that went can still be read in the files. Holds over a crash.
    bool leavesTraces() const;
    enum class Overwritten {
        Some, ///< there is more
        AllButTheLog, ///< somebody else is reading, which keeps the log beside the file
        All,
    };
    /// Overwrites a part of it; what was set aside goes last, after an erasure also what is kept of it. Where something is still
    /// to be rescued from that, it stays a trace until the rescue is done.
    Result<Overwritten> overwriteSome();

    /// Backups that were made before hold history that went. Holds over a crash.
    bool isInBackups() const;
    Result<Done> backupsAreAnew();

private:
    struct Gone;
    Result<Done> write(const std::function<Result<Done>()> &work);
    Result<Done> remove(const Gone &meeting);
    static Result<Done> note(Database &database, const char *what);
    Result<Done> strike(const char *what);
    bool isNoted(const char *what) const;

    Database &m_database;
    SearchIndex m_index;
};
