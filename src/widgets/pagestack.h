// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

/// Pages of which one shows. It asks for the room that this one needs; a wide page behind it does not keep the window wide.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};
