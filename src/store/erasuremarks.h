// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "timerange.h"

#include <QDateTime>
#include <QVariantList>

struct Meeting;

/// Marks of what was erased here at `when`, so that it stays gone while Calendly, which takes days for it, still lists it.
/// They tell nothing of whom they are about: an address is kept as a salted hash.
class ErasureMarks
{
public:
    ErasureMarks(Database &database, const QDateTime &when);

    Result<Done> addPerson(const QString &email); ///< folded; while their invitees are still stored, which tell how new they are
    Result<Done> addTimes(const TimeRange &range);
    Result<Done> addMeeting(qint64 meeting); ///< a stored one that goes with all of its people
    Result<Done> addPart(qint64 meeting); ///< a stored one that loses some of its people

    /// Lets go of what is older than Calendly takes. What it kept out counts as never read, so that it is shown again if Calendly
    /// lists it all the same.
    static Result<Done> dropOld(Database &database, const QDateTime &now);

private:
    Result<Done> add(const QString &kind, const QString &mark, const QString &salt, const QVariant &begin, const QVariant &end);

    Database &m_database;
    QDateTime m_when;
};

/// The first and the last moment that a mark which holds at `now` can be of: eight days, also where the clock was put back.
QVariantList momentsOfMarks(const QDateTime &now);

QString personMark(const QString &email, const QString &salt); ///< `email` folded
/// Others may still book a place in a group event: it is another one when anything differs.
QString meetingMark(const Meeting &meeting);
