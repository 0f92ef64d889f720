// SPDX-License-Identifier: GPL-3.0-or-later
// TimeGrid: what is seen.
#include "timegridparts.h"

#include "blockpainter.h"
#include "timegridground.h"
#include "timegridhead.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

/// A block that is current is made wide enough to be read, over those beside it.
QRect TimeGrid::paintedPlaceOf(qsizetype at) const
{
    const GridBlock &block = m_shown->layout.blocks[at];
    QRect place = placeOf(block);
    const QRect column = m_shown->geometry.blockColumn(block.day);
    const BlockPainter::Widths widths = m_blockPainter ? m_blockPainter->widths() : BlockPainter::Widths();
    if (block.inBand || place.width() >= widths.least || m_shown->entryOf(at).meeting != currentMeeting())
        return place;
    const int width = std::min(widths.enough, column.width());
    const int left = std::clamp(place.center().x() - width / 2, column.left(), column.right() - width + 1);
    return QRect(left, place.top(), width, place.height());
}

bool TimeGrid::isRaised(qsizetype block) const
{
    return paintedPlaceOf(block) != placeOf(m_shown->layout.blocks[block]);
}

BlockLook TimeGrid::lookOf(qsizetype block) const
{
    const QUrl &meeting = m_shown->entryOf(block).meeting;
    const bool current = meeting == currentMeeting();
    return {.current = current,
            .raised = current && isRaised(block),
            .selected = m_marked.hasSeveral() && m_marked.isSelected(meeting),
            .focused = hasFocus(),
            .hovered = m_hovered.what == Hit::What::Block && m_hovered.index == block};
}

void TimeGrid::paintEvent(QPaintEvent *event)
{
    if (m_shown->axes.isEmpty())
        return;
    if (!m_blockPainter)
        m_blockPainter = std::make_unique<BlockPainter>(font(), palette(), layoutDirection());
    m_blockPainter->setClock(m_shown->content.zone.zone, m_shown->content.locale);
    const int scrolled = verticalScrollBar()->value();
    const QRect visible = event->rect().translated(0, scrolled);
    QPainter painter(viewport());
    painter.setLayoutDirection(layoutDirection());
    painter.translate(0, -scrolled);
    const TimeGridGround ground(m_shown->content, m_shown->layout, m_shown->geometry, font(), palette());
    ground.paint(painter, visible);
    ground.paintGutter(painter, visible);

    const qsizetype current = currentBlock();
    const auto paintBlock = [this, &painter, scrolled](qsizetype at) {
        const QRect place = paintedPlaceOf(at).translated(0, scrolled - viewport()->y());
        m_blockPainter->paint(painter, place, m_shown->layout.blocks[at], m_shown->entryOf(at), lookOf(at));
    };
    for (qsizetype i = 0; i < m_shown->layout.blocks.size(); ++i) {
        const GridBlock &block = m_shown->layout.blocks[i];
        const bool isLast = i == current && isRaised(i);
        if (!isLast && !block.inBand && block.place.adjusted(-4, -4, 4, 4).intersects(visible))
            paintBlock(i);
    }
    if (current >= 0 && !m_shown->layout.blocks[current].inBand && isRaised(current))
        paintBlock(current);
    ground.paintSkipped(painter, visible);
    if (m_press && m_press->drag == Press::Drag::Rubber) {
        QColor veil = themeColor(ColorRole::AccentSoftEdge, palette());
        painter.setPen(veil);
        veil.setAlpha(60);
        painter.setBrush(veil);
        painter.drawRect(m_press->rubber);
    }
}

void TimeGrid::paintHead()
{
    if (m_shown->axes.isEmpty())
        return;
    if (!m_blockPainter)
        m_blockPainter = std::make_unique<BlockPainter>(font(), palette(), layoutDirection());
    QPainter painter(m_head);
    painter.setLayoutDirection(layoutDirection());
    const TimeGridHead head(m_shown->content, m_shown->layout, m_shown->geometry, font(), palette());
    head.paintGround(painter, width());
    const bool onDay = currentMeeting().isEmpty();
    for (int day = 0; day < m_shown->axes.size(); ++day) {
        const QDate date = m_shown->axes[day].date();
        const bool hovered = m_hovered.what == Hit::What::Head && m_hovered.day == day;
        head.paintDay(painter, day, {.current = onDay && date == m_day, .focused = hasFocus(), .selected = isDaySelected(date), .hovered = hovered});
    }
    for (const GridNote &note : m_shown->layout.notes)
        head.paintNote(painter, note);
    for (qsizetype i = 0; i < m_shown->layout.blocks.size(); ++i) {
        if (m_shown->layout.blocks[i].inBand)
            m_blockPainter->paint(painter, paintedPlaceOf(i), m_shown->layout.blocks[i], m_shown->entryOf(i), lookOf(i));
    }
}
