// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/// What the colours of WeekOverview mean, in words.
class WeekLegend : public QWidget
{
    Q_OBJECT

public:
    explicit WeekLegend(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};
