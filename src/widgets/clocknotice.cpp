// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocknotice.h"

#include "format.h"
#include "mainwindowparts.h"
#include "syncservice.h"
#include "toasthost.h"

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds tolerance = 2min;
constexpr int looksUntilTold = 2;

QString clockText(std::chrono::milliseconds serverAhead)
{
    // To the nearest minute: answers tell the time in whole seconds, and ages leave out what is no whole minute.
    const QString difference = ageText(std::chrono::duration_cast<std::chrono::seconds>(std::chrono::abs(serverAhead) + 30s));
    return serverAhead > 0ms ? ClockNotice::tr("This computer’s clock is %1 behind Calendly’s. What is shown as now or next goes by it, so you may come late. "
                                               "Nothing is lost; please set the clock right.")
                                   .arg(difference)
                             : ClockNotice::tr("This computer’s clock is %1 ahead of Calendly’s. What is shown as now or over goes by it, so you may come too "
                                               "early, or miss what is still to come. Nothing is lost; please set the clock right.")
                                   .arg(difference);
}

} // namespace

ClockNotice::ClockNotice(const MainWindowParts &parts, ToastHost &toasts, QObject *parent)
    : QObject(parent), m_parts(parts), m_toasts(toasts), m_lastLook(parts.sync.lastSync())
{
    connect(&parts.sync, &SyncService::changed, this, &ClockNotice::compare);
}

void ClockNotice::compare()
{
    const QDateTime look = m_parts.sync.lastSync();
    if (look == m_lastLook)
        return;
    m_lastLook = look;
    const std::chrono::milliseconds ahead = m_parts.sync.serverAhead();
    m_looksApart = std::chrono::abs(ahead) >= tolerance ? m_looksApart + 1 : 0;
    if (m_looksApart == looksUntilTold)
        m_toasts.show({Toast::Kind::Warning, clockText(ahead), {}, {}});
}
