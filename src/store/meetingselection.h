// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"

#include <QList>
#include <QString>
#include <QUrl>
#include <QVariantList>

/// Which meetings a query asks for, as SQL that gives their ids in order of time, and the values it is run with.
/// Every form walks one index in the order of the answer, from the end that is asked for, and stops at the limit.
struct MeetingSelection
{
    QString sql;
    QVariantList values;
};

/// What an event type is called, for searches that name one.
struct TypeName
{
    QUrl uri;
    QString name;
};

/// `limit` below 0 asks for all.
MeetingSelection selectionOf(const MeetingQuery &query, int limit, const QList<TypeName> &types = {});
