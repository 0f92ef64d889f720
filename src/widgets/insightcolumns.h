// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insightchartview.h"

/// Bars that stand beside one another on an axis, for what follows in time.
class InsightColumns : public InsightChartView
{
    Q_OBJECT

public:
    using InsightChartView::InsightChartView;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QRect placeOf(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void paintBar(QPainter &painter, int index) const override;
    bool isUpright() const override { return true; }
    void layOut() override;

private:
    int axis() const; ///< where the bars stand
    QFont smallFont() const;

    int m_labelStep = 1; ///< every so many columns have room for a name
    bool m_numbersFit = true;
};
