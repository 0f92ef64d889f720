// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "insight.h"
#include "mainwindowparts.h"

#include <QObject>

class Chip;
class QDateEdit;
class QWidget;

/// Which time and which event type the figures are about: two chips, and two days for a time of one's own.
class InsightsFilters : public QObject
{
    Q_OBJECT

public:
    struct Widgets
    {
        Chip *period;
        Chip *eventType;
        QWidget *own; ///< holds the days
        QDateEdit *first;
        QDateEdit *last;
    };
    /// All outlive it.
    InsightsFilters(const MainWindowParts &parts, const Widgets &widgets, QObject *parent);

    InsightQuery query() const;
    QUrl eventType() const { return m_eventType; }
    QString eventTypeName() const { return m_eventTypeName; }
    void setEventTypes(const QList<EventType> &types);
    void setPeriod(InsightPeriod period);
    void clearEventType();

signals:
    void changed();

private:
    void makePeriods();
    void ownChanged();
    void choose(const QUrl &type, const QString &name);
    void present();
    void remember() const;
    void restore();
    QDate today() const;

    const MainWindowParts &m_parts;
    Widgets m_widgets;
    InsightPeriod m_period = InsightPeriod::ThisMonth;
    InsightDays m_own;
    QUrl m_eventType;
    QString m_eventTypeName;
    QList<std::pair<QUrl, QString>> m_types;
};
