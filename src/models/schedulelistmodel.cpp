// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulelistmodel.h"

#include "plaintext.h"
#include "zones.h"

QVariant ScheduleListModel::cell(const AvailabilitySchedule &schedule, int, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(schedule.name);
    case Qt::AccessibleTextRole: {
        const QString words = tr("%1, %2").arg(oneLine(schedule.name), cityOf(schedule.timezone));
        return schedule.isDefault ? tr("%1, default").arg(words) : words;
    }
    case UriRole:
        return schedule.uri;
    case SecondLineRole:
        return zoneNamed(schedule.timezone) ? cityOf(schedule.timezone) : tr("Zone not known, shown as UTC");
    case DefaultRole:
        return schedule.isDefault;
    default:
        return {};
    }
}
