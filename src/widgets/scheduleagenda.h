// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schedulefilter.h"

#include <QObject>

class AgendaView;
class MeetingModel;
class MergedMeetings;
struct AgendaSetting;

/// The schedule as a list: reads the meetings of the filter's period, or of a search, into an agenda.
class ScheduleAgenda : public QObject
{
    Q_OBJECT

public:
    /// Presents `meetings` in `list`. All outlive this.
    ScheduleAgenda(const MergedMeetings &meetings, AgendaView &list, QObject *parent);

    /// Shows what the filter lets through, and gives it back.
    QList<MeetingSummary> present(const ScheduleFilter &filter, const AgendaSetting &setting);
    bool shows(const QUrl &meeting) const;
    int shownMeetings() const;
    QString period(const ScheduleFilter &filter, const AgendaSetting &setting) const;
    QString countText(const ScheduleFilter &filter, const AgendaSetting &setting) const;

private:
    const MergedMeetings &m_meetings;
    MeetingModel *m_model;
    AgendaView &m_list;
};
