// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarow.h"
#include "schedulefilter.h"

#include <QObject>

#include <optional>

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
    /// What its row says of a meeting: it has looked at the neighbours. Nothing for meetings that are not shown.
    std::optional<StatusWords> status(const QUrl &meeting) const;

private:
    const MergedMeetings &m_meetings;
    MeetingModel *m_model;
    AgendaView &m_list;
};
