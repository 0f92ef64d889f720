// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qrcode.h"

#include <QWidget>

/// A QR code, black on white in any color scheme, each square a whole number of the screen's pixels.
class QrView : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget *parent = nullptr);

    void present(const QrCode &code, const QString &spoken);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QrCode m_code;
};
