// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "invitee.h"
#include "meetingrecord.h"
#include "timerange.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <functional>

/// Takes out of what Calendly still lists what was erased here, by the marks that hold at `now`. Where there are none, what
/// is asked about is given back as it is.
class ErasureFilter
{
public:
    ErasureFilter(Database &database, const QDateTime &now);

    /// Without meetings that are erased, and without erased guests.
    Result<QList<MeetingRecord>> keptOf(const QList<MeetingRecord> &meetings);
    /// Who booked anew since they were erased stays.
    Result<QList<Invitee>> keptOf(const QList<Invitee> &invitees);
    QDateTime erasedAt() const { return m_erasedAt; } ///< when the last of those was erased that were taken out

private:
    struct Person
    {
        QString mark;
        QString salt;
        qint64 endMs = 0;
        QDateTime at;
    };

    Result<Done> read();
    bool isErased(const QString &email, const QDateTime &booked);
    const QList<Person> &personsOf(const QString &email);
    Result<bool> isMarked(const Meeting &meeting);
    MeetingRecord withoutErasedGuests(const MeetingRecord &meeting);

    Database &m_database;
    QDateTime m_now;
    QList<Person> m_people;
    QList<TimeRange> m_times;
    QHash<QString, QList<Person>> m_found; ///< those of m_people whom an address is of
    QDateTime m_erasedAt;
};

/// The resource of a meeting without those of its guests of whom `isGone` says so.
QJsonObject withoutGuests(QJsonObject meeting, const std::function<bool(const QJsonObject &guest)> &isGone);
