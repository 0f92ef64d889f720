// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QWidget>

/// A drawing beside words, in a colour of the theme; says nothing by itself and is passed over by screen readers.
class IconMark : public QWidget
{
    Q_OBJECT

public:
    explicit IconMark(QWidget *parent = nullptr);
    void present(const QString &iconName, ColorRole role = ColorRole::Text2, int size = 16); ///< empty: nothing, but its place
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    ColorRole m_role = ColorRole::Text2;
    int m_size = 16;
};
