// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

class ToastHost;
struct MainWindowParts;

/// Says when this computer's clock is minutes away from Calendly's: what is now, next or over goes by it, so whoever trusts it
/// comes late. Twice in a row, since a clock that is being set right after waking is none to speak of.
class ClockNotice : public QObject
{
    Q_OBJECT

public:
    /// All outlive this.
    ClockNotice(const MainWindowParts &parts, ToastHost &toasts, QObject *parent);

private:
    void compare();

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QDateTime m_lastLook;
    int m_looksApart = 0; ///< in a row, by which the clocks were apart
};
