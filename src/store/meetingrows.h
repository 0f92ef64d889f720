// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meeting.h"
#include "meetingsummary.h"

#include <QHash>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVariantList>

// Meetings as rows of the table `meetings`.

/// The columns that hold what the server says of a meeting, and their values in the same order. Type and the state of
/// the invitees are the table's own business.
QStringList meetingColumns();
QVariantList valuesOf(const Meeting &meeting);

/// `SELECT … FROM (wanted) …`: the rows of the meetings whose ids `wanted` gives, with their event types. `wanted` has a
/// column `id`. In no order that could be relied on: see sortByTime().
QString summariesFrom(const QString &wanted);

/// A row of summariesFrom(); invitees are still to be filled in.
struct SummaryRow
{
    qint64 id = 0;
    MeetingSummary summary;
};

/// By start, then end, then id. SQLite would carry each row whole through its sorting, and most often they come in this
/// order anyway.
void sortByTime(QList<SummaryRow> &rows, bool newestFirst = false);

/// Reads rows of summariesFrom(). Most of one answer have the same few event types and hosts, which are taken apart
/// once.
class SummaryReader
{
public:
    SummaryRow read(const QSqlQuery &query);

private:
    Meeting meetingOf(const QSqlQuery &query);
    QUrl typeIn(const QString &column);
    QList<MeetingHost> hostsOf(const QString &column);

    QHash<QString, QUrl> m_types;
    QHash<QString, QList<MeetingHost>> m_hosts;
};

/// How a user stands in the column of hosts.
QString hostInColumn(const QUrl &user);

QString guestsColumn(const QStringList &guests);
QStringList guestsOf(const QString &column);
