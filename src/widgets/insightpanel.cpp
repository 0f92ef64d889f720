// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightpanel.h"

#include "cardlabels.h"
#include "insightbars.h"
#include "insightcolumns.h"

#include <QLabel>
#include <QVBoxLayout>

InsightPanel::InsightPanel(InsightChart::Shape shape, QWidget *parent)
    : QFrame(parent)
    , m_title(cardTitle({}, this))
    , m_chart(shape == InsightChart::Shape::Bars ? static_cast<InsightChartView *>(new InsightBars(this)) : new InsightColumns(this))
    , m_remark(cardName({}, this))
{
    setProperty("panel", QStringLiteral("surface"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    m_title->setContentsMargins(6, 0, 6, 0);
    m_remark->setContentsMargins(6, 0, 6, 0);
    letWrap(*m_remark);
    column->addWidget(m_title);
    column->addWidget(m_chart);
    column->addWidget(m_remark);
    connect(m_chart, &InsightChartView::pressed, this, &InsightPanel::pressed);
}

void InsightPanel::present(const InsightChart &chart)
{
    setObjectName(chart.key + QStringLiteral("Panel"));
    m_chart->setObjectName(chart.key + QStringLiteral("Chart"));
    m_title->setText(chart.title);
    m_chart->present(chart);
    m_remark->setText(chart.remark);
    m_remark->setVisible(!chart.remark.isEmpty());
}
