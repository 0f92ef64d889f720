// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip.h"
#include "organization.h"

#include <QList>

class ColleagueBusyTimes;

/// Chooses the colleagues whose busy times a calendar shows beside the own ones.
class ColleagueChip : public Chip
{
    Q_OBJECT

public:
    /// Adds itself to the flow row of `chips`. Both outlive this.
    ColleagueChip(ColleagueBusyTimes &times, QWidget *chips);

    void present(bool wanted);

private:
    void fill();
    void askForColleague();
    QList<OrganizationMembership> notChosen() const;

    ColleagueBusyTimes &m_times;
};
