// SPDX-License-Identifier: GPL-3.0-or-later
#include "opentimesreader.h"

OpenTimesReader::OpenTimesReader(QUrl eventType, EventTypeService &service, Clock clock, QObject *parent)
    : QObject(parent), m_eventType(std::move(eventType)), m_service(service), m_clock(std::move(clock))
{
}

void OpenTimesReader::read()
{
    if (m_reading)
        return;
    m_reading = true;
    m_service.openTimes(m_eventType, days, this, [this, asked = m_clock()](const Result<QList<OpenTime>> &answer) { keep(answer, asked); });
    emit changed();
}

void OpenTimesReader::take(const QList<OpenTime> &times)
{
    if (!m_reading)
        keep(times, m_clock());
}

void OpenTimesReader::keep(const Result<QList<OpenTime>> &answer, const QDateTime &asked)
{
    m_reading = false;
    m_problem = answer ? std::nullopt : std::optional(answer.error());
    if (answer) {
        m_times = *answer;
        m_readAt = asked; // what is true since then is not known
        m_until = asked.addDays(days);
    }
    emit changed();
}
