// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QWidget>

/// The look of a window without frame: ground, edge and round corners, which its children are cut to.
class PaletteFrame : public QObject
{
    Q_OBJECT

public:
    explicit PaletteFrame(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void paint();
    void cut();

    QWidget *m_window;
};
