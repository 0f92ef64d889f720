// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchquery.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>
#include <QVariantList>

/// A condition on a row `m` of the table of meetings, and the values it is asked with.
struct MeetingCondition
{
    QString sql; ///< empty where there is none
    QVariantList values;
};

/// What a part of a search asks of the row itself, rather than of the search index. Days, weekdays and hours are those of
/// `zone`; those of meetings that begin before `begin` or after `end` need not be told right.
MeetingCondition rowConditionOf(const SearchPart &part, const QTimeZone &zone, const QDateTime &begin, const QDateTime &end);

// Conditions that are asked for elsewhere, too.
QString movedAwayCondition(); ///< somebody moved a booking of it to another time
QString endedByMoveCondition(); ///< canceled because its only booking was moved
