// SPDX-License-Identifier: GPL-3.0-or-later
#include "sundialstyle.h"

#include "icons.h"
#include "stylesheet.h"
#include "theme.h"

#include <QApplication>
#include <QFocusFrame>
#include <QMessageBox>
#include <QPainter>
#include <QStyleOption>

namespace {

constexpr int ringMargin = 3; // 2 px ring, 1 px gap
constexpr qreal controlRadius = 6;
constexpr int dialogMargin = 20;

void drawFocusRing(const QStyleOption &option, QPainter &painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColor(ColorRole::Focus, option.palette), 2));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), controlRadius + 2, controlRadius + 2);
    painter.restore();
}

void drawIndicator(const QStyleOption &option, QPainter &painter, bool round)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const auto color = [&option](ColorRole role) { return themeColor(role, option.palette); };
    const QColor edge = color(!enabled ? ColorRole::Line2 : on ? ColorRole::Accent : ColorRole::Control);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(!on ? color(ColorRole::Surface) : enabled ? color(ColorRole::Accent) : color(ColorRole::Text3));
    const qreal radius = round ? box.width() / 2 : 4;
    painter.drawRoundedRect(box, radius, radius);
    if (round && on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ColorRole::OnAccent));
        painter.drawEllipse(box.center(), box.width() / 5, box.width() / 5);
    } else if (option.state & QStyle::State_NoChange) {
        painter.setPen(QPen(color(ColorRole::OnAccent), 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(box.left() + box.width() / 4, box.center().y()), QPointF(box.right() - box.width() / 4, box.center().y()));
    } else if (on) {
        const int size = option.rect.width() - 2;
        painter.drawPixmap(option.rect.x() + 1, option.rect.y() + 1,
                           tintedPixmap(QStringLiteral("check"), size, color(ColorRole::OnAccent), painter.device()->devicePixelRatioF()));
    }
    painter.restore();
}

} // namespace

SundialStyle::SundialStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

void SundialStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == CE_FocusFrame)
        return drawFocusRing(*option, *painter);
    QProxyStyle::drawControl(element, option, painter, widget);
}

void SundialStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
        return drawIndicator(*option, *painter, false);
    case PE_IndicatorRadioButton:
        return drawIndicator(*option, *painter, true);
    case PE_FrameFocusRect:
        return; // the ring, the field's edge or the row's edge shows the focus
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int SundialStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return ringMargin;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return grownHeight(16, widget ? widget->font() : QApplication::font());
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SplitterWidth:
        return 1;
    case PM_MenuButtonIndicator:
        return 20;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return qobject_cast<const QMessageBox *>(widget) ? dialogMargin : QProxyStyle::pixelMetric(metric, option, widget);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int SundialStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_FocusFrame_Mask:
        return 0; // the mask would cut the ring at the rounded corners
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_MessageBox_CenterButtons:
    case SH_DialogButtonBox_ButtonsHaveIcons: // they would be Fusion's own, coloured pictures
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}
