// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"

#include <QList>
#include <QObject>

class Preferences;

/// For how long meetings that are over are kept on this computer: one choice for all accounts of the profile.
class Retention : public QObject
{
    Q_OBJECT

public:
    /// `preferences` outlives it.
    Retention(Preferences &preferences, Clock clock, QObject *parent = nullptr);

    /// What can be chosen, in months; 0 keeps everything and is what nobody chose otherwise.
    static QList<int> choices();

    int months() const { return m_months; } ///< 0: everything is kept, also where what is remembered is none of the choices
    /// What is none of the choices changes nothing.
    void setMonths(int months);

    /// Meetings that ended before this moment (UTC) are kept no longer; null when everything is kept.
    QDateTime horizon() const;

signals:
    void changed(); ///< another choice was made

private:
    Preferences &m_preferences;
    Clock m_clock;
    int m_months;
};
