// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invitee.h"
#include "meeting.h"

#include <QStringList>

// A meeting as the search index holds it: a column of words for each thing that a filter may name, and one of marks
// for what is looked up whole.

/// "title, people, …": the columns, and the values of one meeting in the same order.
QStringList searchColumns();
QStringList searchValues(const Meeting &meeting, const QList<Invitee> &invitees);

// Words of the column `marks`.
QString markOfAll();
QString markOfActive();
QString markOfCanceled();
QString markOfGroup();
QString markOfNoShow();
QString markOfMoved();
QString markOfType(const QUrl &eventType);
QString markOfHost(const QUrl &user);
