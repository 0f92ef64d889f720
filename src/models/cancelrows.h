// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"
#include "cancelitem.h"
#include "cancelreason.h"

/// A meeting in the list of those that are to be canceled, in words.
struct CancelRow
{
    enum class Tone { Quiet, Ok, Brass, Danger };

    QUrl meeting;
    QString time; ///< "13:00", with its date where the list has several days
    QString color; ///< of the event type
    QString name;
    QString people; ///< "Kenji Watanabe +2"
    QString badge; ///< "ends for all 5"; empty for meetings of one person
    QString count; ///< "3 people"; empty while it is not known who is invited
    QStringList addresses; ///< one in each line: "Kenji Watanabe <kenji@example.com>"
    bool checked = true;
    bool open = false; ///< its addresses are shown

    QString statusIcon; ///< empty while it is only asked about
    QString status; ///< "Canceled"
    QString detail; ///< why, where there is something to say
    Tone tone = Tone::Quiet;

    bool operator==(const CancelRow &) const = default;
};

/// Everybody who gets mail: active invitees, then guests.
QStringList mailedPeople(const MeetingDetails &meeting); ///< "Kenji Watanabe <kenji@example.com>", "guest@example.com (guest)"
QStringList mailedAddresses(const MeetingDetails &meeting);

/// `addresses` as people are counted: each once, whatever its letters, and without empty ones.
QStringList distinctAddresses(const QStringList &addresses);

/// Who gave up a place in a group before the meeting ended for all gets no mail about that.
bool hadLeft(const Invitee &invitee, const Meeting &meeting);

/// What the fields of a reason stand for in this meeting.
ReasonFields reasonFields(const MeetingDetails &meeting, const QString &link);

/// The ordinary link of the meeting's event type; empty where it is not known, or where nobody can book with it.
QString ordinaryLink(const MeetingDetails &meeting);

/// Says for which of `meetings` there is no link that a new time could be booked with; empty where all have one.
QString missingLinksText(const QList<MeetingDetails> &meetings);

/// `withDate`: the list has meetings of several days.
CancelRow cancelRow(const MeetingDetails &meeting, const AgendaSetting &setting, bool withDate);

/// Says in `row` how far its cancellation is.
void sayState(CancelRow &row, const CancelItem &item);

/// A row for a meeting that is no longer stored.
CancelRow cancelRow(const CancelItem &item, const AgendaSetting &setting, bool withDate);

/// Whether the starts fall on more than one day of the own clock.
bool onSeveralDays(const QList<QDateTime> &starts, const QTimeZone &zone);
