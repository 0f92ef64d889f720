// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/// Says what the parts of a bar stand for, as far as bars have such parts.
class InsightLegend : public QWidget
{
    Q_OBJECT

public:
    explicit InsightLegend(QWidget *parent = nullptr);
    void present(bool hasRest, bool compared);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Part { SoFar, Rest, Before };
    QList<std::pair<Part, QString>> entries() const;

    bool m_hasRest = false;
    bool m_compared = false;
};
