// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "contentpage.h"
#include "mainwindowparts.h"
#include "workload.h"

#include <memory>
#include <optional>

namespace Ui {
class AvailabilityPage;
}
class ScheduleListModel;
class ScheduleUsers;
class ToastHost;

/// Availability schedules: weekly hours, date overrides, and how this week's open hours are used.
class AvailabilityPage : public ContentPage
{
    Q_OBJECT

public:
    AvailabilityPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent = nullptr);
    ~AvailabilityPage() override;

    static QString pageTitle();
    QString title() const override { return pageTitle(); }
    void focusList() override;
    void refresh() override;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void placeSchedules(bool above);
    void placeClockChange(bool below);
    void stackFigures(bool stacked);
    void makePeriods();
    TimeRange period() const;
    void showFigures(const AvailabilitySchedule &schedule, const QTimeZone &zone, const QDateTime &now);
    Workload loadOf(const AvailabilitySchedule &schedule, const QTimeZone &zone, const TimeRange &range) const;
    void reload();
    void showSchedule();
    void showWeek(const AvailabilitySchedule &schedule, const QTimeZone &zone, const QDateTime &now);
    void showFigure(const char *name, const QList<TimeRange> &ranges, bool known = true);
    void showState();
    void readBusyTimes();
    TimeRange thisWeek() const;
    std::optional<AvailabilitySchedule> current() const;
    QTimeZone zoneOf(const AvailabilitySchedule &schedule) const;

    std::unique_ptr<Ui::AvailabilityPage> m_ui;
    const MainWindowParts m_parts;
    ScheduleListModel *m_model = nullptr;
    ScheduleUsers *m_users = nullptr;
};
