// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptsince.h"

QDateTime keptSince(const QDateTime &now, int months)
{
    if (months <= 0 || !now.isValid())
        return {};
    const QDateTime present = now.toUTC();
    const QDate day = present.date().addMonths(-months);
    // On the 29th to the 31st of March, February is over: from the 28th at another hour each day, time would run backwards.
    if (day.day() < present.date().day())
        return QDateTime(day.addDays(1), QTime(0, 0), Qt::UTC);
    return QDateTime(day, present.time(), Qt::UTC);
}
