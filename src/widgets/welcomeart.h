// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/// The picture beside the choices of the welcome page: a dial at a quarter past nine before hills.
class WelcomeArt : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomeArt(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void colorWords();
    int groundHeight() const;
    void paintDial(QPainter &painter, QPointF center) const;
};
