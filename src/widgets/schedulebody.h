// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schedulestate.h"

#include <QObject>

class Banner;
class LoadingRows;
class QStackedWidget;

/// What stands in the middle of the schedule: its views with the card, bars while nothing was read yet, or a panel that
/// says why there is nothing; and the banner above them.
class ScheduleBody : public QObject
{
    Q_OBJECT

public:
    struct Places
    {
        QStackedWidget *body;
        QWidget *views;
        StatePanel *panel;
        LoadingRows *loading;
        Banner *banner;
    };

    ScheduleBody(const Places &places, QObject *parent);

    /// An empty calendar still shows its days; only what was never read is said in their place.
    void present(const ScheduleFacts &facts, const ScheduleFilter &filter, const AgendaSetting &setting, const SyncService::Progress &progress);
    bool isLoading() const;

signals:
    void acted(ScheduleButton button); ///< what only the page can do
    void viewsAppeared(); ///< after something else stood in their place

private:
    void act(ScheduleButton button);
    void presentBanner(const ScheduleFacts &facts, const AgendaSetting &setting);

    Places m_places;
    ScheduleButton m_panelButton = ScheduleButton::None;
    ScheduleButton m_bannerButton = ScheduleButton::None;
};
