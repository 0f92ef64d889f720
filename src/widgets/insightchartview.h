// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insightcharts.h"
#include "paintedcells.h"

#include <QWidget>

class QPainter;

/// A painted chart whose bars open the meetings that they count: with the mouse, or with arrows and Enter. Screen readers
/// find a cell for each bar.
class InsightChartView : public QWidget, public PaintedCells
{
    Q_OBJECT

public:
    explicit InsightChartView(QWidget *parent = nullptr);

    void present(const InsightChart &chart);
    const InsightChart &chart() const { return m_chart; }

    int cellRows() const override;
    int cellColumns() const override;
    int cellCount() const override { return static_cast<int>(m_chart.bars.size()); }
    PaintedCell paintedCell(int index) const override;
    int cellAt(int row, int column) const override;
    int cellUnder(const QPoint &position) const override;
    int cellWithKey(const QString &key) const override;
    int currentCell() const override { return m_current; }
    void focusCell(int index) override;
    void pressCell(int index) override;

signals:
    void pressed(const InsightBar &bar);

protected:
    /// How big a bar is beside the biggest number of the chart; 0 to 1.
    double part(int count) const;
    int biggest() const; ///< at least 1
    virtual QRect placeOf(int index) const = 0; ///< of a bar with all that belongs to it
    virtual void paintBar(QPainter &painter, int index) const = 0;
    virtual bool isUpright() const = 0; ///< bars stand beside one another
    virtual void layOut() { } ///< the bars or the room for them are others
    /// The ground below a bar: pointer over it, or current.
    void paintGround(QPainter &painter, int index) const;
    /// What has begun is solid, the rest pale with an edge.
    void paintParts(QPainter &painter, const QRectF &soFar, const QRectF &rest) const;
    void paintBefore(QPainter &painter, const QLineF &line) const;

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void goTo(int index);
    void setHovered(int index);
    void anew();

    InsightChart m_chart;
    int m_current = -1;
    int m_hovered = -1;
};
