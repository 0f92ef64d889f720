// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insightcharts.h"

#include <QHash>
#include <QWidget>

class InsightLegend;
class InsightPanel;
class InsightTile;
class QBoxLayout;
class QGridLayout;
class QLabel;

/// The figures of a period: those that stand by themselves, what is not known, and the charts in two columns where there
/// is room.
class InsightBoard : public QWidget
{
    Q_OBJECT

public:
    explicit InsightBoard(QWidget *parent = nullptr);

    void present(const InsightCharts &charts);
    void focusFirst(); ///< the first figure

signals:
    void pressed(const InsightBar &bar); ///< of a figure, too: a bar with its search

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void presentFigures(const QList<InsightFigure> &figures);
    void presentCharts(const QList<InsightChart> &charts);
    InsightPanel *panelFor(const InsightChart &chart);
    void fit();
    void placeTiles(int columns);

    QGridLayout *m_tileGrid;
    QLabel *m_notes;
    InsightLegend *m_legend;
    QBoxLayout *m_columns;
    QBoxLayout *m_wide;
    QBoxLayout *m_left;
    QBoxLayout *m_right;
    QList<InsightTile *> m_tiles;
    QHash<QString, InsightPanel *> m_panels;
    int m_tileColumns = 0;
};
