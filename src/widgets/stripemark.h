// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/// The stripe of an event type beside a title: 4 px wide, as high as its place.
class StripeMark : public QWidget
{
    Q_OBJECT

public:
    explicit StripeMark(QWidget *parent = nullptr);
    void present(const QString &serverColor, bool dashed);
    QSize sizeHint() const override { return {12, 38}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_color;
    bool m_dashed = false;
};
