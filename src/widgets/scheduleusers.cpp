// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduleusers.h"

#include "accountservice.h"
#include "availabilityservice.h"
#include "errortext.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"

#include <QLabel>

#include <utility>

ScheduleUsers::ScheduleUsers(const MainWindowParts &parts, QLabel *label)
    : QObject(label)
    , m_parts(parts)
    , m_label(label)
{
    connect(&m_parts.eventTypes, &EventTypeService::changed, this, [this] {
        if (m_label->isVisible())
            read();
    });
}

void ScheduleUsers::present(const QUrl &schedule)
{
    if (schedule == m_schedule)
        return;
    m_schedule = schedule;
    m_types.reset();
    m_reading = false;
    m_again = false;
    say();
    read();
}

void ScheduleUsers::read()
{
    const auto account = m_parts.account.account();
    if (!account || m_schedule.isEmpty())
        return;
    if (m_reading) {
        m_again = true; // what is on its way may have been asked before the change
        return;
    }
    m_reading = true;
    m_parts.availability.usedBy(account->user.uri, m_schedule, this, [this, schedule = m_schedule](const Result<QList<QUrl>> &types) {
        if (schedule != m_schedule)
            return;
        m_reading = false;
        if (types || !m_types || !*m_types)
            m_types = types; // without an answer the last one stays, as the hours do
        say();
        if (std::exchange(m_again, false))
            read();
    });
}

void ScheduleUsers::say()
{
    if (!m_types)
        return m_label->setText(tr("Reading…"));
    if (!*m_types)
        return m_label->setText(tr("Not known. %1").arg(whyUnread(m_types->error())));
    QStringList names;
    int unknown = 0;
    for (const QUrl &uri : **m_types) {
        if (const auto type = m_parts.eventTypes.eventType(uri))
            names.append(eventTypeTitle(*type));
        else
            ++unknown;
    }
    if (unknown > 0)
        names.append(tr("%n event types whose names are not known yet", nullptr, unknown));
    m_label->setText(names.isEmpty() ? tr("No event type") : names.join(QLatin1Char('\n')));
}
