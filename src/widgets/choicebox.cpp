// SPDX-License-Identifier: GPL-3.0-or-later
#include "choicebox.h"

#include "icons.h"

#include <QPainter>
#include <QWheelEvent>

namespace {

constexpr int arrow = 16;
constexpr int air = 7;

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(10);
}

void ChoiceBox::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const int left = isRightToLeft() ? air : width() - arrow - air;
    themeIcon(QStringLiteral("chevron-down"), isEnabled() ? ColorRole::Text2 : ColorRole::Text3)
        .paint(&painter, QRect(left, (height() - arrow) / 2, arrow, arrow));
}

/// Rolling through a form must not change what was chosen in it.
void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}
