// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "eventtype.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <functional>

class EventTypeService;
class SyncService;
struct MainWindowParts;

/// Finds out that a link leads nowhere: its event type is off, deleted, or has no open time in 31 days.
class DeadLinkCheck : public QObject
{
    Q_OBJECT

public:
    explicit DeadLinkCheck(const MainWindowParts &parts, QObject *parent = nullptr);

    /// What is known at once; empty where nothing is wrong: "it is off, so nobody can book it".
    static QString reason(const EventType &type);
    /// Looks for open times. `then` hears once, later, a sentence where there are none, and else an empty one. Not asked
    /// more often than every ten minutes for a type that has some.
    void lookForTimes(const EventType &type, std::function<void(const QString &sentence)> then);

private:
    EventTypeService &m_eventTypes;
    SyncService &m_sync;
    const Clock m_clock;
    QHash<QUrl, QDateTime> m_asked;
};
