// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

/// A small dial whose wedge walks on while something is waited for; it stands still where the system asks for no motion.
class WaitingDial : public QWidget
{
    Q_OBJECT

public:
    explicit WaitingDial(QWidget *parent = nullptr);
    void setWaiting(bool waiting);

    QSize sizeHint() const override { return {38, 24}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void runIfSeen();

    QTimer m_step;
    int m_position = 4;
    bool m_waiting = false;
};
