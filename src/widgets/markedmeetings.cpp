// SPDX-License-Identifier: GPL-3.0-or-later
#include "markedmeetings.h"

#include <algorithm>

void MarkedMeetings::setMeetings(const QList<QUrl> &meetings)
{
    m_meetings = meetings;
    const QSet<QUrl> shown(meetings.begin(), meetings.end());
    m_marks.intersect(shown);
    if (!shown.contains(m_current))
        m_current.clear();
    if (!shown.contains(m_anchor))
        m_anchor = m_current;
}

QList<QUrl> MarkedMeetings::selected() const
{
    QList<QUrl> selected;
    std::copy_if(m_meetings.begin(), m_meetings.end(), std::back_inserter(selected), [this](const QUrl &meeting) { return isSelected(meeting); });
    return selected;
}

bool MarkedMeetings::hasSeveral() const
{
    return m_marks.size() > 1 || (m_marks.size() == 1 && !m_marks.contains(m_current));
}

void MarkedMeetings::goTo(const QUrl &meeting)
{
    m_marks.clear();
    m_current = meeting;
    m_anchor = meeting;
}

void MarkedMeetings::walkTo(const QUrl &meeting)
{
    if (m_marks.isEmpty() && !m_current.isEmpty())
        m_marks.insert(m_current);
    m_current = meeting;
    m_anchor = meeting;
}

void MarkedMeetings::extendTo(const QUrl &meeting)
{
    const qsizetype from = std::max<qsizetype>(0, m_meetings.indexOf(m_anchor));
    const qsizetype to = m_meetings.indexOf(meeting);
    if (to < 0)
        return;
    const auto [first, last] = std::minmax(from, to);
    m_marks = QSet<QUrl>(m_meetings.begin() + first, m_meetings.begin() + last + 1);
    m_current = meeting;
    m_anchor = m_meetings[from];
}

void MarkedMeetings::toggle(const QUrl &meeting)
{
    if (m_marks.isEmpty() && !m_current.isEmpty())
        m_marks.insert(m_current);
    m_anchor = meeting;
    if (!m_marks.remove(meeting)) {
        m_marks.insert(meeting);
        m_current = meeting;
        return;
    }
    // The current one is always selected, so another of the selected takes its place; the last one stays.
    if (m_marks.isEmpty())
        m_current = meeting;
    else if (m_current == meeting)
        leave();
}

void MarkedMeetings::leave()
{
    if (m_marks.isEmpty() || m_marks.contains(m_current))
        return;
    m_current = *std::find_if(m_meetings.begin(), m_meetings.end(), [this](const QUrl &other) { return m_marks.contains(other); });
}

void MarkedMeetings::selectAll()
{
    m_marks = QSet<QUrl>(m_meetings.begin(), m_meetings.end());
    if (m_current.isEmpty() && !m_meetings.isEmpty())
        m_current = m_meetings.first();
}

void MarkedMeetings::selectOnly(const QSet<QUrl> &meetings)
{
    m_marks = meetings;
    if (!m_marks.contains(m_current)) {
        const auto first = std::find_if(m_meetings.begin(), m_meetings.end(), [this](const QUrl &other) { return m_marks.contains(other); });
        m_current = first == m_meetings.end() ? QUrl() : *first;
    }
    m_anchor = m_current;
}

void MarkedMeetings::clear()
{
    m_marks.clear();
}
