// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insightcharts.h"

#include <QAbstractButton>

/// A figure by itself: pressing it shows the meetings that it counts.
class InsightTile : public QAbstractButton
{
    Q_OBJECT

public:
    explicit InsightTile(QWidget *parent = nullptr);

    void present(const InsightFigure &figure);
    const InsightFigure &figure() const { return m_figure; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    InsightFigure m_figure;
};
