// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "mainwindowparts.h"
#include "organization.h"
#include "result.h"

#include <QDate>
#include <QDialog>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <optional>

namespace Ui {
class ColleagueWeekDialog;
}
class QAction;
class TeamService;

/// When a colleague is free, in a meeting or busy elsewhere, a week at a time, for those to whom Calendly shows it. Nothing of it is kept. Deletes
/// itself.
class ColleagueWeekDialog : public QDialog
{
    Q_OBJECT

public:
    /// `parts` with an organization; they outlive the dialog. Begins with the week of `day`, or with this one.
    ColleagueWeekDialog(const MainWindowParts &parts, QWidget *parent, QDate day = {});
    ~ColleagueWeekDialog() override;

    /// Opens the week that holds `day` then. Not visible where there is no organization.
    static QAction *makeAction(const MainWindowParts &parts, QWidget *page, std::function<QDate()> day);

private:
    void presentMembers();
    void choose();
    void step(int weeks);
    void readWeek();
    void present();
    QString problemSentence(const Error &error) const;
    QTimeZone zone() const;
    TimeRange range() const;

    std::unique_ptr<Ui::ColleagueWeekDialog> m_ui;
    const MainWindowParts &m_parts;
    TeamService &m_team;
    QList<OrganizationMembership> m_members;
    QUrl m_user; ///< whose week is shown; empty before somebody is chosen
    int m_week = 0; ///< from this one on
    std::optional<Result<QList<AvailabilitySchedule>>> m_schedules; ///< nothing while they are being read
    std::optional<Result<QList<BusyTime>>> m_busy; ///< nothing while they are being read
};
