// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindowparts.h"
#include "result.h"

#include <QObject>
#include <QUrl>

#include <optional>

class QLabel;

/// Says in a label which event types use a schedule.
class ScheduleUsers : public QObject
{
    Q_OBJECT

public:
    /// `label` owns this.
    ScheduleUsers(const MainWindowParts &parts, QLabel *label);

    void present(const QUrl &schedule); ///< asks where another one was presented before
    /// Asks again for the same schedule, which costs a request only where hours were read anew since. What the label says
    /// stays until there is an answer.
    void read();

private:
    void say();

    const MainWindowParts m_parts;
    QLabel *m_label;
    QUrl m_schedule;
    std::optional<Result<QList<QUrl>>> m_types; ///< nothing while they are read for the first time
    bool m_reading = false;
    bool m_again = false; ///< was to be read while it was being read
};
