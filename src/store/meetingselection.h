// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"

#include <QString>
#include <QVariantList>

/// Which meetings a query asks for, as SQL that gives their ids in order of time, and the values it is run with.
/// Every form walks one index in the order of the answer, from the end that is asked for, and stops at the limit.
struct MeetingSelection
{
    QString sql;
    QVariantList values;
};

/// `limit` below 0 asks for all.
MeetingSelection selectionOf(const MeetingQuery &query, int limit);
