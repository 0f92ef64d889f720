// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightchartview.h"

#include "paintedcellsaccessible.h"
#include "theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

InsightChartView::InsightChartView(QWidget *parent) : QWidget(parent)
{
    PaintedCellsAccessible::install();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void InsightChartView::present(const InsightChart &chart)
{
    if (chart == m_chart)
        return;
    const QString current = m_current >= 0 ? m_chart.bars.at(m_current).key : QString();
    m_chart = chart;
    m_hovered = -1;
    m_current = current.isNull() ? -1 : cellWithKey(current);
    if (m_current < 0 && cellCount() > 0)
        m_current = 0;
    setAccessibleName(chart.title);
    anew();
    PaintedCellsAccessible::tellChanged(this);
}

int InsightChartView::cellRows() const
{
    return isUpright() ? std::min(1, cellCount()) : cellCount();
}

int InsightChartView::cellColumns() const
{
    return isUpright() ? cellCount() : std::min(1, cellCount());
}

PaintedCell InsightChartView::paintedCell(int index) const
{
    const InsightBar &bar = m_chart.bars.at(index);
    return {.key = bar.key,
            .name = spokenText(bar),
            .description = bar.words.isEmpty() ? QString() : tr("Shows these meetings"),
            .place = placeOf(index),
            .column = isUpright() ? index : 0,
            .row = isUpright() ? 0 : index,
            .current = index == m_current};
}

int InsightChartView::cellAt(int row, int column) const
{
    const int index = isUpright() ? column : row;
    return (isUpright() ? row : column) == 0 && index >= 0 && index < cellCount() ? index : -1;
}

int InsightChartView::cellUnder(const QPoint &position) const
{
    for (int index = 0; index < cellCount(); ++index) {
        if (placeOf(index).contains(position))
            return index;
    }
    return -1;
}

int InsightChartView::cellWithKey(const QString &key) const
{
    const auto found = std::find_if(m_chart.bars.cbegin(), m_chart.bars.cend(), [&key](const InsightBar &bar) { return bar.key == key; });
    return found == m_chart.bars.cend() ? -1 : static_cast<int>(found - m_chart.bars.cbegin());
}

void InsightChartView::focusCell(int index)
{
    setFocus(Qt::OtherFocusReason);
    goTo(index);
}

void InsightChartView::pressCell(int index)
{
    goTo(index);
    if (const InsightBar bar = m_chart.bars.value(index); !bar.words.isEmpty())
        emit pressed(bar);
}

int InsightChartView::biggest() const
{
    int most = 1;
    for (const InsightBar &bar : m_chart.bars)
        most = std::max({most, bar.count, bar.before.value_or(0)});
    return most;
}

double InsightChartView::part(int count) const
{
    return double(count) / biggest();
}

void InsightChartView::paintGround(QPainter &painter, int index) const
{
    const QRectF place = QRectF(placeOf(index)).adjusted(1, 1, -1, -1);
    const bool ringed = index == m_current && hasFocus();
    if (index != m_hovered && !ringed)
        return;
    painter.setPen(ringed ? QPen(themeColor(ColorRole::Focus, palette()), 2) : QPen(Qt::NoPen));
    painter.setBrush(index == m_hovered ? QBrush(themeColor(ColorRole::Hover, palette())) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(place, 4, 4);
}

void InsightChartView::paintParts(QPainter &painter, const QRectF &soFar, const QRectF &rest) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(ColorRole::Accent, palette()));
    if (!soFar.isEmpty())
        painter.drawRoundedRect(soFar, 2, 2);
    if (rest.isEmpty())
        return;
    painter.setPen(QPen(themeColor(ColorRole::Accent, palette()), 1));
    painter.setBrush(themeColor(ColorRole::AccentSoft, palette()));
    painter.drawRoundedRect(rest.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
}

void InsightChartView::paintBefore(QPainter &painter, const QLineF &line) const
{
    // A rim, so that it is seen on a bar as well.
    for (const auto &[role, width] : {std::pair(ColorRole::Surface, 5), std::pair(ColorRole::Text, 2)}) {
        painter.setPen(QPen(themeColor(role, palette()), width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(line);
    }
}

bool InsightChartView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = cellUnder(help->pos());
    // Foreign names are no markup.
    QToolTip::showText(help->globalPos(), index < 0 ? QString() : spokenText(m_chart.bars.at(index)).toHtmlEscaped(), this,
                       index < 0 ? QRect() : placeOf(index));
    return true;
}

void InsightChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; index < cellCount(); ++index) {
        paintGround(painter, index);
        paintBar(painter, index);
    }
}

void InsightChartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void InsightChartView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::PaletteChange)
        anew();
}

void InsightChartView::anew()
{
    layOut();
    updateGeometry();
    update();
}

void InsightChartView::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = isUpright() && isRightToLeft();
    const int back = isUpright() ? (mirrored ? Qt::Key_Right : Qt::Key_Left) : Qt::Key_Up;
    const int on = isUpright() ? (mirrored ? Qt::Key_Left : Qt::Key_Right) : Qt::Key_Down;
    const int key = event->key();
    if (key == back)
        goTo(std::max(0, m_current - 1));
    else if (key == on)
        goTo(std::min(cellCount() - 1, m_current + 1));
    else if (key == Qt::Key_Home)
        goTo(0);
    else if (key == Qt::Key_End)
        goTo(cellCount() - 1);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        pressCell(m_current);
    else
        QWidget::keyPressEvent(event);
}

void InsightChartView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(cellUnder(event->pos()));
}

void InsightChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = cellUnder(event->pos());
    if (event->button() == Qt::LeftButton && index >= 0)
        pressCell(index);
}

void InsightChartView::leaveEvent(QEvent *)
{
    setHovered(-1);
}

void InsightChartView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    PaintedCellsAccessible::tellCurrent(this);
}

void InsightChartView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void InsightChartView::goTo(int index)
{
    if (index < 0 || index >= cellCount() || index == m_current)
        return;
    m_current = index;
    update();
    PaintedCellsAccessible::tellCurrent(this);
}

void InsightChartView::setHovered(int index)
{
    if (index == m_hovered)
        return;
    m_hovered = index;
    const bool opens = index >= 0 && !m_chart.bars.at(index).words.isEmpty();
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}
