// SPDX-License-Identifier: GPL-3.0-or-later
#include "timegridparts.h"

#include "blockpainter.h"
#include "overlayscrollbar.h"
#include "paintedcellsaccessible.h"
#include "timegridhead.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr int hourMinutes = 60;
constexpr double leastZoom = 0.5;
constexpr double mostZoom = 4;

} // namespace

TimeGrid::TimeGrid(QWidget *parent)
    : CalendarGrid(tr("Meetings by day"), parent), m_shown(std::make_unique<Shown>()), m_head(new QWidget(this))
{
    m_head->setMouseTracking(true);
    m_head->installEventFilter(this);
}

TimeGrid::~TimeGrid() = default;

void TimeGrid::present(const TimeGridContent &content)
{
    if (content == m_shown->content)
        return;
    const QStringList before = m_shown->cells.keys();
    const bool otherDays = content.first != m_shown->content.first || content.days != m_shown->content.days || content.zone != m_shown->content.zone;
    m_shown->startsAtMorning = m_shown->startsAtMorning || content.days != m_shown->content.days;
    // Whoever opens a day by its head, or its week, is there for the meetings.
    m_waits = m_waits || (content.days != m_shown->content.days && currentMeeting().isEmpty());
    m_shown->content = content;
    if (otherDays) {
        m_press.reset(); // its day is no longer there
        m_shown->axes = axesOf(content);
    }
    m_hovered = {};
    layOut();
    adopt(meetingsOf(content.entries));
    m_stepped = m_stepped && !otherDays;
    m_visibleTimer.start();
    if (before != m_shown->cells.keys())
        PaintedCellsAccessible::tellChanged(this);
}

/// Everything in its place; needed again whenever the content, the size, the font or the folds change.
void TimeGrid::layOut()
{
    Shown &shown = *m_shown;
    if (shown.axes.isEmpty())
        return;
    const double topMinute = shown.geometry.minuteAt(verticalScrollBar()->value());
    shown.setting = {.font = font(),
                     .locale = shown.content.locale,
                     .width = width(),
                     .scrollBar = m_scrollBar->sizeHint().width(),
                     .days = static_cast<int>(shown.axes.size()),
                     .colleagues = static_cast<int>(shown.content.colleagues.size()),
                     .ownZone = ownZoneLabel(shown.content, shown.axes),
                     .secondZone = secondZoneLabel(shown.content, shown.axes),
                     .mirrored = isRightToLeft(),
                     .zoom = m_zoom,
                     .folded = {}};
    shown.geometry = TimeGridGeometry(shown.setting);
    shown.quiet = {};
    shown.layout = timeGridLayout(shown.content, shown.axes, shown.geometry, shown.quiet, font());
    const int head = headHeight();
    fold();
    shown.layout = timeGridLayout(shown.content, shown.axes, shown.geometry, shown.quiet, font());
    shown.cells = TimeGridCells(shown.content, shown.layout);

    if (viewportMargins().top() != head)
        setViewportMargins(0, head, 0, 0);
    m_head->setGeometry(0, 0, width(), head);
    const int room = height() - head;
    verticalScrollBar()->setRange(0, std::max(0, shown.geometry.height() - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(qRound(shown.geometry.hourHeight() / 2));
    if (shown.startsAtMorning)
        scrollToMorning();
    else
        verticalScrollBar()->setValue(qRound(shown.geometry.y(topMinute)));
    updateAll();
}

/// Folds quiet hours where the whole day does not fit, and no more of them than that.
void TimeGrid::fold()
{
    Shown &shown = *m_shown;
    const int room = height() - headHeight();
    const double whole = shown.geometry.hourHeight() * 24;
    if (whole <= room) {
        // High windows show the day in higher hours, so that no empty ground is left below midnight.
        shown.setting.zoom *= room / whole;
        shown.geometry = TimeGridGeometry(shown.setting);
        return;
    }
    shown.quiet = quietHours(shown.content, shown.axes);
    FoldedHours folded{.before = m_foldsEarly ? shown.quiet.before : 0, .after = m_foldsLate ? shown.quiet.after : minutesOfDay};
    const auto height = [&shown](const FoldedHours &hours) {
        const int strips = (hours.before > 0 ? 1 : 0) + (hours.after < minutesOfDay ? 1 : 0);
        return (hours.after - hours.before) * shown.geometry.hourHeight() / hourMinutes + strips * shown.geometry.stripHeight();
    };
    while (height(folded) < room && (folded.before > 0 || folded.after < minutesOfDay)) {
        if (folded.after < minutesOfDay)
            shown.quiet.after = folded.after += hourMinutes;
        else
            shown.quiet.before = folded.before -= hourMinutes;
    }
    shown.setting.folded = folded;
    shown.geometry = TimeGridGeometry(shown.setting);
}

/// To one hour before the first opening, which is where folded hours end, and on to what is current.
void TimeGrid::scrollToMorning()
{
    const bool folded = m_shown->geometry.folded().before > 0;
    verticalScrollBar()->setValue(folded ? 0 : qRound(m_shown->geometry.y(morningOf(m_shown->content, m_shown->axes))));
    showCell();
    m_shown->startsAtMorning = !isVisible();
}

void TimeGrid::updateAll()
{
    viewport()->update();
    m_head->update();
}

int TimeGrid::headHeight() const
{
    return TimeGridHead(m_shown->content, m_shown->layout, m_shown->geometry, font(), palette()).height();
}

void TimeGrid::setZoom(double zoom)
{
    const double allowed = std::clamp(zoom, leastZoom, mostZoom);
    if (qFuzzyCompare(allowed, m_zoom))
        return;
    const qsizetype block = currentBlock();
    const bool saw = block >= 0 && placeOf(m_shown->layout.blocks[block]).intersects(viewport()->geometry());
    m_zoom = allowed;
    layOut();
    if (saw)
        showCell();
    m_visibleTimer.start();
    emit zoomChanged(m_zoom);
}

QRect TimeGrid::placeOf(const GridBlock &block) const
{
    if (block.inBand)
        return block.place.translated(0, m_shown->geometry.headHeight());
    return block.place.translated(0, viewport()->y() - verticalScrollBar()->value());
}

QList<QUrl> TimeGrid::visibleMeetings() const
{
    QList<QUrl> visible;
    QSet<QUrl> seen;
    for (qsizetype i = 0; i < m_shown->layout.blocks.size(); ++i) {
        const GridBlock &block = m_shown->layout.blocks[i];
        const QUrl &meeting = m_shown->entryOf(i).meeting;
        if ((block.inBand || placeOf(block).intersects(viewport()->geometry())) && !seen.contains(meeting)) {
            seen.insert(meeting);
            visible.append(meeting);
        }
    }
    return visible;
}

TimeGrid::Hit TimeGrid::hitAt(const QPoint &position) const
{
    const TimeGridLayout &layout = m_shown->layout;
    const int day = layout.axes.isEmpty() ? -1 : m_shown->geometry.dayAt(position.x());
    if (day < 0)
        return {};
    const qsizetype current = currentBlock();
    if (current >= 0 && isRaised(current) && paintedPlaceOf(current).contains(position) && (layout.blocks[current].inBand || viewport()->geometry().contains(position)))
        return {Hit::What::Block, day, current};
    const bool inHead = position.y() < headHeight();
    const QList<qsizetype> &blocks = layout.ofDay[day];
    const auto isUnder = [&](qsizetype block) { return layout.blocks[block].inBand == inHead && placeOf(layout.blocks[block]).contains(position); };
    if (const auto top = std::find_if(blocks.rbegin(), blocks.rend(), isUnder); top != blocks.rend())
        return {Hit::What::Block, day, *top};
    if (inHead)
        return {Hit::What::Head, day};
    const QPoint inDay = position - QPoint(0, viewport()->y() - verticalScrollBar()->value());
    for (qsizetype i = 0; i < layout.strips.size(); ++i) {
        if (layout.strips[i].place.contains(inDay))
            return {Hit::What::Strip, day, i};
    }
    return {Hit::What::Ground, day};
}

void TimeGrid::forgetLook()
{
    m_blockPainter.reset();
}
