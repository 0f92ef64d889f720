// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarow.h"
#include "meetingsummary.h"

#include <QList>
#include <QLocale>
#include <QTimeZone>

/// For whom and when an agenda is written.
struct AgendaSetting
{
    QDateTime now;
    QTimeZone zone; ///< own
    QLocale locale;
    QString ownName; ///< of the account; who cancels under this name is "you"
    bool newestFirst = false;
    bool showsFreeTomorrow = false; ///< tomorrow gets a head although it is empty, when meetings follow
    QList<MeetingSummary> others; ///< active meetings that are not shown but can overlap shown ones
    bool isPartial = false; ///< of a day's active meetings some are filtered away, so that nobody knows what is free
};

/// `meetings` as rows, a head before each day's meetings. Changes only with its arguments.
QList<AgendaRow> agendaRows(const QList<MeetingSummary> &meetings, const AgendaSetting &setting);

/// What is to be said of each of `meetings` besides its time and people, in their order.
QList<StatusWords> statusesOf(const QList<MeetingSummary> &meetings, const AgendaSetting &setting);

/// A meeting as it is read aloud, all of it: times, name, people, their clock, place, state.
QString spokenText(const MeetingSummary &meeting, const StatusWords &status, const AgendaSetting &setting);

/// "7 meetings, 6 left. Next gap 11:00–11:30" for today where all of it is listed, "4 meetings, 3 h 15 min" else.
QString dayFactsText(const QList<MeetingSummary> &ofDay, QDate day, const AgendaSetting &setting);
