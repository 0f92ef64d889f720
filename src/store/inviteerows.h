// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invitee.h"
#include "meetingsummary.h"
#include "result.h"

#include <QSqlQuery>
#include <QString>

class Database;

// Invitees as rows of the table `invitees`; what only a meeting's card shows stays in their source.

/// Stores `invitee` as one of the meeting with the row id `meeting`.
Result<Done> storeInvitee(Database &database, qint64 meeting, const Invitee &invitee);

/// The columns of a list row, for an alias `i`; read by briefOf() from the column `first` on.
QString briefColumns();
InviteeBrief briefOf(const QSqlQuery &query, int first);

/// `SELECT … WHERE condition`: whole invitees (alias `i`), active ones first; read by inviteeOf().
QString inviteesWhere(const QString &condition);
/// The same of `rows`, which join meetings (alias `m`) with their invitees (alias `i`).
QString inviteesOf(const QString &rows, const QString &condition = {});
Invitee inviteeOf(const QSqlQuery &query);
