// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip.h"

class ColleagueBusyTimes;

/// Chooses whose busy times a calendar shows beside the own ones.
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

    ColleagueBusyTimes &m_times;
};
