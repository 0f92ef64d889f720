// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activityentry.h"

#include <QScrollArea>
#include <QTimeZone>

#include <memory>

namespace Ui {
class ActivityCard;
}

/// One entry of the activity log with everything that Calendly tells of it.
class ActivityCard : public QScrollArea
{
    Q_OBJECT

public:
    explicit ActivityCard(QWidget *parent = nullptr);
    ~ActivityCard() override;

    void present(const ActivityEntry &entry, const QTimeZone &zone, const QDateTime &now);

private:
    std::unique_ptr<Ui::ActivityCard> m_ui;
};
