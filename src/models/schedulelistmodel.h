// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "tablemodel.h"

/// Availability schedules as rows: name, zone, and whether it is the default.
class ScheduleListModel : public TableModel<AvailabilitySchedule>
{
    Q_OBJECT

public:
    enum Role {
        UriRole = Qt::UserRole + 1,
        SecondLineRole,
        DefaultRole, ///< true for the default schedule
    };

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }

protected:
    QString key(const AvailabilitySchedule &schedule) const override { return schedule.uri.toString(); }
    QVariant cell(const AvailabilitySchedule &schedule, int column, int role) const override;
};
