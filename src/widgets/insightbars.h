// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insightchartview.h"

/// Bars below one another, each with its name before it and its number behind it.
class InsightBars : public InsightChartView
{
    Q_OBJECT

public:
    using InsightChartView::InsightChartView;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QRect placeOf(int index) const override;
    void paintBar(QPainter &painter, int index) const override;
    bool isUpright() const override { return false; }
    void layOut() override;

private:
    QRectF mirrored(const QRectF &rect) const;
    int rowHeight() const;

    int m_nameWidth = 0;
    int m_countWidth = 0;
    int m_lengthWidth = 0; ///< with the gap before it; 0 where no lengths are told
};
