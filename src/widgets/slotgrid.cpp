// SPDX-License-Identifier: GPL-3.0-or-later
#include "slotgrid.h"

#include "format.h"
#include "paintedcellsaccessible.h"
#include "slotgridcontent.h"
#include "slotgridparts.h"
#include "stylesheet.h"
#include "theme.h"
#include "zones.h"

#include <QEvent>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace {

constexpr int rowPixels = 26;
constexpr int headPixels = 44;
constexpr int headAir = 10; // above and below its two lines
constexpr int cellAir = 20;
constexpr int gutterAir = 16;
constexpr int toolTipMilliseconds = 8000;

} // namespace

SlotGrid::SlotGrid(QWidget *parent) : QAbstractScrollArea(parent), m_content(std::make_unique<SlotGridContent>())
{
    PaintedCellsAccessible::install();
    setAccessibleName(tr("Open times by day"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
}

SlotGrid::~SlotGrid() = default;

void SlotGrid::present(const SlotGridContent &content)
{
    const QDateTime before = m_current.isValid() && board().rows() > 0 ? board().instantAt(m_current.day, m_current.row) : QDateTime();
    *m_content = content;
    QSet<QDateTime> open;
    for (const OpenTime &time : board().times())
        open.insert(time.start);
    layOut();
    m_current = {};
    if (before.isValid()) {
        const QDateTime wall = wallClock(before, content.zone);
        const Cell same{static_cast<int>(board().firstDay().daysTo(wall.date())),
                        (wall.time().hour() * 60 + wall.time().minute() - board().minuteOf(0)) / board().stepMinutes()};
        if (same.isValid() && same.day < board().days() && same.row < board().rows())
            m_current = same;
    }
    if (!m_current.isValid())
        startSomewhere();
    m_anchor = m_current;
    PaintedCellsAccessible::tellChanged(this);
    take(QSet<QDateTime>(m_chosen).intersect(open));
    viewport()->update();
    emit currentChanged();
}

void SlotGrid::reasonsChanged()
{
    viewport()->update();
    emit currentChanged();
}

const SlotBoard &SlotGrid::board() const
{
    return m_content->board;
}

/// On the first open time, else on the first cell.
void SlotGrid::startSomewhere()
{
    m_current = board().rows() > 0 ? Cell{0, 0} : Cell{};
    for (int day = 0; day < board().days(); ++day) {
        for (int row = 0; row < board().rows(); ++row) {
            if (isOpen({day, row})) {
                m_current = {day, row};
                showCurrent();
                return;
            }
        }
    }
}

QList<OpenTime> SlotGrid::chosen() const
{
    QList<OpenTime> times;
    for (const OpenTime &time : board().times()) {
        if (m_chosen.contains(time.start))
            times.append(time);
    }
    return times;
}

void SlotGrid::choose(const QList<OpenTime> &times)
{
    QSet<QDateTime> chosen;
    for (const OpenTime &time : times)
        chosen.insert(time.start);
    take(chosen);
}

void SlotGrid::take(const QSet<QDateTime> &chosen)
{
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    viewport()->update();
    PaintedCellsAccessible::tellCurrent(this);
    emit chosenChanged();
}

std::optional<OpenTime> SlotGrid::currentTime() const
{
    const QList<OpenTime> times = timesAt(m_current);
    return times.isEmpty() ? std::nullopt : std::optional(times.first());
}

QList<OpenTime> SlotGrid::timesAt(const Cell &cell) const
{
    return cell.isValid() ? board().at(cell.day, cell.row) : QList<OpenTime>();
}

bool SlotGrid::isChosen(const Cell &cell) const
{
    const QList<OpenTime> times = timesAt(cell);
    return !times.isEmpty() && std::all_of(times.begin(), times.end(), [this](const OpenTime &time) { return m_chosen.contains(time.start); });
}

SlotLook SlotGrid::lookOf(const Cell &cell) const
{
    if (!m_content->look || board().isInGap(cell.day, cell.row))
        return SlotLook::Closed;
    return m_content->look(board().instantAt(cell.day, cell.row));
}

void SlotGrid::layOut()
{
    m_rowHeight = grownHeight(rowPixels, font());
    const QFontMetrics small(themeFont(TextSize::Small, false, font()));
    m_gutter = small.horizontalAdvance(cornerText());
    m_gutter = std::max(m_gutter, small.horizontalAdvance(timeText(QDateTime(QDate(2026, 1, 1), QTime(22, 0), Qt::UTC), QTimeZone::utc(), m_content->locale))) + gutterAir;
    const QFontMetrics strong(themeFont(TextSize::Body, true, font()));
    m_headHeight = std::max(grownHeight(headPixels, font()), strong.height() + small.height() + headAir);
    int least = 0;
    for (int day = 0; day < board().days(); ++day)
        least = std::max(least, strong.horizontalAdvance(headText(day)));
    for (const OpenTime &time : board().times())
        least = std::max(least, fontMetrics().horizontalAdvance(cellText(time)));
    least += cellAir;
    // As many whole days as fit, so that none is cut at the edge.
    const int room = std::max(viewport()->width() - m_gutter, least);
    m_columnWidth = room / std::clamp(room / least, 1, std::max(1, board().days()));
    const int page = room / m_columnWidth * m_columnWidth;
    horizontalScrollBar()->setRange(0, std::max(0, board().days() * m_columnWidth - page));
    horizontalScrollBar()->setPageStep(page);
    horizontalScrollBar()->setSingleStep(m_columnWidth);
    const int height = std::max(viewport()->height() - m_headHeight, m_rowHeight);
    verticalScrollBar()->setRange(0, std::max(0, board().rows() * m_rowHeight - height));
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(m_rowHeight);
    viewport()->update();
}

QRect SlotGrid::mirrored(const QRect &rect) const
{
    return isRightToLeft() ? QRect(viewport()->width() - rect.right() - 1, rect.top(), rect.width(), rect.height()) : rect;
}

QRect SlotGrid::bodyRect() const
{
    // Whole days only: what is left of the next one at the edge would look like something to choose.
    return mirrored({m_gutter, m_headHeight, horizontalScrollBar()->pageStep(), viewport()->height() - m_headHeight});
}

QRect SlotGrid::headRect(int day) const
{
    return mirrored({m_gutter + day * m_columnWidth - horizontalScrollBar()->value(), 0, m_columnWidth, m_headHeight});
}

QRect SlotGrid::cellRect(const Cell &cell) const
{
    const QRect head = headRect(cell.day);
    return {head.left(), m_headHeight + cell.row * m_rowHeight - verticalScrollBar()->value(), head.width(), m_rowHeight};
}

SlotGrid::Cell SlotGrid::cellFor(const QPoint &position) const
{
    if (board().rows() == 0)
        return {};
    const int x = isRightToLeft() ? viewport()->width() - 1 - position.x() : position.x();
    const int day = (x - m_gutter + horizontalScrollBar()->value()) / m_columnWidth;
    const int row = (position.y() - m_headHeight + verticalScrollBar()->value()) / m_rowHeight;
    return {std::clamp(day, 0, board().days() - 1), std::clamp(row, 0, board().rows() - 1)};
}

void SlotGrid::showCurrent()
{
    if (!m_current.isValid())
        return;
    const int left = m_current.day * m_columnWidth;
    const int top = m_current.row * m_rowHeight;
    QScrollBar &across = *horizontalScrollBar();
    QScrollBar &down = *verticalScrollBar();
    const int column = across.value() / m_columnWidth * m_columnWidth;
    across.setValue(std::clamp(column, std::min(left, left + m_columnWidth - across.pageStep()), left));
    down.setValue(std::clamp(down.value(), std::min(top, top + m_rowHeight - down.pageStep()), top));
    viewport()->update();
}

bool SlotGrid::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = cellUnder(help->pos());
    const Cell cell = index < 0 ? Cell{} : cellOf(index);
    if (cell.isValid())
        QToolTip::showText(help->globalPos(), statusOf(cell).toHtmlEscaped(), viewport(), {}, toolTipMilliseconds);
    else
        QToolTip::hideText();
    return true;
}

void SlotGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    showCurrent();
}

void SlotGrid::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        layOut();
}

void SlotGrid::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    PaintedCellsAccessible::tellCurrent(this);
}

void SlotGrid::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}
