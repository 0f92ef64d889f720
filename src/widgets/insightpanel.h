// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insightcharts.h"

#include <QFrame>

class InsightChartView;
class QLabel;

/// A chart under its title, with a remark below it.
class InsightPanel : public QFrame
{
    Q_OBJECT

public:
    InsightPanel(InsightChart::Shape shape, QWidget *parent);
    void present(const InsightChart &chart);

signals:
    void pressed(const InsightBar &bar);

private:
    QLabel *m_title;
    InsightChartView *m_chart;
    QLabel *m_remark;
};
