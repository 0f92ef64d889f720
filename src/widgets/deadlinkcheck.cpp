// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlinkcheck.h"

#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "mainwindowparts.h"
#include "syncservice.h"
#include "whilealive.h"

namespace {

constexpr int askAgainSeconds = 600;

} // namespace

DeadLinkCheck::DeadLinkCheck(const MainWindowParts &parts, QObject *parent)
    : QObject(parent)
    , m_eventTypes(parts.eventTypes)
    , m_sync(parts.sync)
    , m_clock(parts.clock)
{
}

QString DeadLinkCheck::reason(const EventType &type)
{
    if (isBookable(type))
        return {};
    return type.deletedAt.isNull() ? tr("it is off, so nobody can book it") : tr("it was deleted, so nobody can book it");
}

void DeadLinkCheck::lookForTimes(const EventType &type, std::function<void(const QString &sentence)> then)
{
    const QDateTime now = m_clock();
    const QDateTime asked = m_asked.value(type.uri);
    if (!isBookable(type) || !m_sync.isOnline() || (asked.isValid() && asked.secsTo(now) < askAgainSeconds))
        return answerLater<QString>(this, std::move(then), {});
    m_asked.insert(type.uri, now);
    m_eventTypes.openTimes(type.uri, EventTypeService::soonDays, this, [this, type, then = std::move(then)](const Result<QList<OpenTime>> &times) {
        if (times && !times->isEmpty())
            return then({});
        m_asked.remove(type.uri); // what is not known, or bad news, is asked for again
        if (!times)
            return then({});
        then(tr("%1 has no time that can be booked in the next %n days. The link is copied all the same.", nullptr, EventTypeService::soonDays).arg(eventTypeTitle(type)));
    });
}
