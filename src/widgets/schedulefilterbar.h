// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "schedulefilter.h"

#include <QObject>
#include <QTimer>

class Chip;
class QLineEdit;

/// Search field and chips of the schedule: together they make a ScheduleFilter.
class ScheduleFilterBar : public QObject
{
    Q_OBJECT

public:
    /// Fills `chips` and listens to `search`; both outlive the bar.
    ScheduleFilterBar(QLineEdit *search, QWidget *chips);

    const ScheduleFilter &filter() const { return m_filter; }
    void setEventTypes(const QList<EventType> &types);
    void setWhen(ScheduleFilter::When when);
    void setStatus(MeetingQuery::Status status);
    void move(int steps); ///< to earlier or later periods
    void toFirstPeriod();
    void showDay(QDate day, QDate today); ///< the period that `day` lies in, with nothing that narrows it
    void clear(); ///< takes away what narrows the list
    void setPeriodShown(bool shown); ///< calendars have a period of their own

signals:
    void changed();

private:
    Chip *makeChip(const char *name, QWidget *chips);
    void setEventType(const QUrl &uri, const QString &name);
    void present();
    void searchNow();

    ScheduleFilter m_filter;
    QList<std::pair<QUrl, QString>> m_eventTypes;
    QLineEdit *m_search;
    QTimer m_typing;
    Chip *m_when;
    Chip *m_eventType;
    Chip *m_status;
};
