// SPDX-License-Identifier: GPL-3.0-or-later
#include "qrview.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr int usualSide = 300;
constexpr int leastSide = 180;

} // namespace

QrView::QrView(QWidget *parent) : QWidget(parent) { }

void QrView::present(const QrCode &code, const QString &spoken)
{
    m_code = code;
    setAccessibleName(spoken);
    update();
}

QSize QrView::sizeHint() const
{
    return {usualSide, usualSide};
}

QSize QrView::minimumSizeHint() const
{
    return {leastSide, leastSide};
}

void QrView::paintEvent(QPaintEvent *)
{
    if (m_code.side == 0)
        return;
    const qreal ratio = devicePixelRatioF();
    const int squares = m_code.side + 2 * qrBorder;
    const int room = static_cast<int>(std::min(width(), height()) * ratio);
    QImage image = qrImage(m_code, std::max(1, room / squares));
    image.setDevicePixelRatio(ratio);
    const QSizeF size = image.deviceIndependentSize();
    // On whole pixels, or the squares would blur.
    const auto whole = [ratio](qreal at) { return std::floor(at * ratio) / ratio; };
    QPainter painter(this);
    painter.drawImage(QPointF(whole((width() - size.width()) / 2), whole((height() - size.height()) / 2)), image);
}
