// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendaview.h"

#include "agendadelegate.h"
#include "agendaheader.h"
#include "meetingmodel.h"
#include "overlayscrollbar.h"
#include "stylesheet.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

AgendaView::AgendaView(QWidget *parent) : QTreeView(parent), m_delegate(new AgendaDelegate(this))
{
    setItemDelegate(m_delegate);
    setHeader(new AgendaHeader(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setAllColumnsShowFocus(true);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setDragEnabled(true);
    new OverlayScrollBar(this);

    m_visibleTimer.setSingleShot(true);
    m_visibleTimer.setInterval(150ms);
    connect(&m_visibleTimer, &QTimer::timeout, this, &AgendaView::visibleChanged);
    m_cardTimer.setSingleShot(true);
    connect(&m_cardTimer, &QTimer::timeout, this, &AgendaView::cardPressed);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &m_visibleTimer, qOverload<>(&QTimer::start));
}

void AgendaView::setMeetings(MeetingModel *model)
{
    m_model = model;
    setModel(model);
    fitColumns();
    connect(model, &QAbstractItemModel::rowsInserted, &m_visibleTimer, qOverload<>(&QTimer::start));
    connect(model, &QAbstractItemModel::rowsRemoved, &m_visibleTimer, qOverload<>(&QTimer::start));
}

void AgendaView::setSearch(const SearchQuery &query)
{
    if (m_delegate->setSearch(SearchMarks(query)))
        viewport()->update();
}

QUrl AgendaView::currentMeeting() const
{
    return m_model ? m_model->meetingAt(currentIndex()) : QUrl();
}

QDate AgendaView::currentDay() const
{
    return currentIndex().isValid() ? m_model->row(currentIndex().row()).day : QDate();
}

void AgendaView::setCurrentMeeting(const QUrl &meeting)
{
    const QModelIndex wanted = m_model->indexOf(meeting);
    if (!wanted.isValid())
        return selectSomething();
    if (wanted.row() != currentIndex().row() || !selectionModel()->isRowSelected(wanted.row()))
        selectOnly(wanted);
}

bool AgendaView::shows(const QUrl &meeting) const
{
    return m_model->indexOf(meeting).isValid();
}

void AgendaView::showDay(QDate day)
{
    const int rows = m_model->rowCount();
    const bool newestFirst = rows > 0 && m_model->row(0).day > m_model->row(rows - 1).day;
    int head = 0;
    while (head < rows - 1 && (newestFirst ? m_model->row(head).day > day : m_model->row(head).day < day))
        ++head;
    for (int row = head; row < rows; ++row) {
        if (const QModelIndex index = m_model->index(row, 0); !m_model->meetingAt(index).isEmpty()) {
            selectOnly(index);
            return scrollTo(m_model->index(head, 0), QAbstractItemView::PositionAtTop);
        }
    }
}

QList<QUrl> AgendaView::selectedMeetings() const
{
    QList<int> rows;
    if (m_model) {
        const QModelIndexList selected = selectionModel()->selectedRows();
        std::transform(selected.begin(), selected.end(), std::back_inserter(rows), [](const QModelIndex &index) { return index.row(); });
    }
    std::sort(rows.begin(), rows.end());
    // A list of the past begins with the latest.
    if (rows.size() > 1 && m_model->row(rows.first()).day > m_model->row(rows.last()).day)
        std::reverse(rows.begin(), rows.end());
    QList<QUrl> meetings;
    std::transform(rows.begin(), rows.end(), std::back_inserter(meetings), [this](int row) { return m_model->row(row).meeting; });
    return meetings;
}

QList<QUrl> AgendaView::visibleMeetings() const
{
    QList<QUrl> visible;
    for (QModelIndex index = indexAt(QPoint(1, 0)); index.isValid(); index = indexBelow(index)) {
        if (visualRect(index).top() > viewport()->height())
            break;
        if (const QUrl meeting = m_model->meetingAt(index); !meeting.isEmpty())
            visible.append(meeting);
    }
    return visible;
}

void AgendaView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        emit joinPressed();
    else if (plain && event->key() == Qt::Key_Space)
        emit cardPressed();
    else if (plain && event->key() == Qt::Key_Escape)
        event->ignore(); // the base class would keep it as a letter to be searched for
    else
        QTreeView::keyPressEvent(event);
}

bool AgendaView::dropSelection()
{
    if (selectionModel()->selectedRows().size() <= 1)
        return false;
    selectOnly(currentIndex());
    return true;
}

void AgendaView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool plain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    const bool again = plain && index.isValid() && index.row() == currentIndex().row() && selectionModel()->selectedRows().size() == 1;
    m_pressedAgain = again ? index : QModelIndex();
    m_cardTimer.stop();
    if (!index.isValid() || m_model->row(index.row()).kind == AgendaRow::Kind::Meeting)
        return QTreeView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton)
        selectDay(index.row(), event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
}

void AgendaView::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (m_pressedAgain.isValid() && index.isValid() && index.row() == m_pressedAgain.row())
        m_cardTimer.start(QApplication::doubleClickInterval());
    m_pressedAgain = QModelIndex();
}

void AgendaView::startDrag(Qt::DropActions)
{
    m_pressedAgain = QModelIndex();
    emit dragWanted(selectedMeetings());
}

/// Below the last row, or on the head of a day, there is no menu: it would be about a meeting elsewhere.
bool AgendaView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ContextMenu) {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        if (menu->reason() == QContextMenuEvent::Mouse && m_model->meetingAt(indexAt(menu->pos())).isEmpty())
            return true;
    }
    return QTreeView::viewportEvent(event);
}

void AgendaView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_pressedAgain = QModelIndex();
    m_cardTimer.stop();
    QTreeView::mouseDoubleClickEvent(event);
    const bool plain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    if (plain && !m_model->meetingAt(indexAt(event->position().toPoint())).isEmpty())
        emit joinPressed();
}

void AgendaView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
    m_visibleTimer.start();
}

void AgendaView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const AgendaRow &row = m_model->row(index.row());
    if (row.kind == AgendaRow::Kind::Meeting)
        return QTreeView::drawRow(painter, option, index);
    // One line across all columns: cheaper than spans, which the view would have to be told again after each change.
    QStyleOptionViewItem whole = option;
    whole.rect.setLeft(0);
    whole.rect.setWidth(viewport()->width());
    m_delegate->paintDay(painter, whole, row);
}

void AgendaView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    m_cardTimer.stop();
    emit currentMeetingChanged();
}

void AgendaView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    if (selected.isEmpty())
        makeASelectedOneCurrent(-1, -1);
    emit selectedMeetingsChanged();
}

/// Another selected meeting takes the place of a current one that goes, else the next one; the head of a day cannot.
void AgendaView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int current = currentIndex().row();
    if (current >= start && current <= end && !makeASelectedOneCurrent(start, end)) {
        const int next = meetingNear(start, end);
        selectOnly(next < 0 ? QModelIndex() : m_model->index(next, 0));
    }
    QTreeView::rowsAboutToBeRemoved(parent, start, end);
}

void AgendaView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

void AgendaView::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    viewport()->update();
}

void AgendaView::focusOutEvent(QFocusEvent *event)
{
    QTreeView::focusOutEvent(event);
    viewport()->update();
}

/// The widths of the design at 13 px, grown with the font; where they do not fit, all but the own time give way.
void AgendaView::fitColumns()
{
    if (!m_model)
        return;
    const double growth = textGrowth(font());
    const auto grown = [growth](int pixels) { return qRound(pixels * growth); };
    const QString widest = timeRangeText(QDateTime(QDate(2026, 1, 1), QTime(10, 30), Qt::UTC), QDateTime(QDate(2026, 1, 1), QTime(12, 30), Qt::UTC),
                                         QTimeZone::utc());
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const int own = std::max(grown(116), 32 + QFontMetrics(strong).horizontalAdvance(widest));
    const int leastName = std::min(grown(140), viewport()->width() / 3);
    std::array<int, 3> rest{grown(126), grown(98), grown(146)};
    const int wanted = rest[0] + rest[1] + rest[2];
    const int room = std::max(0, viewport()->width() - own - leastName);
    if (wanted > room) {
        for (int &width : rest)
            width = width * room / wanted;
    }
    QHeaderView *head = header();
    head->resizeSection(MeetingModel::OwnTime, own);
    head->resizeSection(MeetingModel::Name, std::max(0, viewport()->width() - own - rest[0] - rest[1] - rest[2]));
    head->resizeSection(MeetingModel::TheirTime, rest[0]);
    head->resizeSection(MeetingModel::Where, rest[1]);
    head->resizeSection(MeetingModel::Status, rest[2]);
}

/// What runs or comes next; in lists of the past the latest.
void AgendaView::selectSomething()
{
    int first = -1;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const AgendaRow &candidate = m_model->row(row);
        if (candidate.kind != AgendaRow::Kind::Meeting)
            continue;
        if (first < 0)
            first = row;
        if (!candidate.past && !candidate.canceled)
            return selectOnly(m_model->index(row, 0));
    }
    selectOnly(first < 0 ? QModelIndex() : m_model->index(first, 0));
}

/// Whatever keys are held: setCurrentIndex() would take a held Shift or Ctrl for a wish to select more.
void AgendaView::selectOnly(const QModelIndex &index)
{
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

/// All meetings below the head of a day; `besides` keeps what is selected already.
void AgendaView::selectDay(int head, bool besides)
{
    int last = head;
    while (last + 1 < m_model->rowCount() && m_model->row(last + 1).kind == AgendaRow::Kind::Meeting)
        ++last;
    if (last == head)
        return;
    const QItemSelection day(m_model->index(head + 1, 0), m_model->index(last, 0));
    const auto how = besides ? QItemSelectionModel::Select : QItemSelectionModel::ClearAndSelect;
    selectionModel()->select(day, how | QItemSelectionModel::Rows);
    selectionModel()->setCurrentIndex(m_model->index(head + 1, 0), QItemSelectionModel::NoUpdate);
}

/// Whoever takes the current meeting out of a selection of several goes on with the nearest that is left in it. Rows from
/// `first` to `last` do not count. False where none is left.
bool AgendaView::makeASelectedOneCurrent(int first, int last)
{
    const int current = currentIndex().row();
    QModelIndexList selected = selectionModel()->selectedRows();
    selected.removeIf([first, last](const QModelIndex &index) { return index.row() >= first && index.row() <= last; });
    if (selected.isEmpty() || current < 0)
        return false;
    const auto distance = [current](const QModelIndex &index) { return std::abs(index.row() - current); };
    const auto nearest = std::min_element(selected.begin(), selected.end(), [&distance](const QModelIndex &one, const QModelIndex &other) {
        return distance(one) < distance(other);
    });
    if (nearest->row() != current)
        selectionModel()->setCurrentIndex(*nearest, QItemSelectionModel::NoUpdate);
    return true;
}

/// The row of the first meeting after `last`, else of the last one before `first`; -1 where there is none.
int AgendaView::meetingNear(int first, int last) const
{
    for (int row = last + 1; row < m_model->rowCount(); ++row) {
        if (m_model->row(row).kind == AgendaRow::Kind::Meeting)
            return row;
    }
    for (int row = first - 1; row >= 0; --row) {
        if (m_model->row(row).kind == AgendaRow::Kind::Meeting)
            return row;
    }
    return -1;
}
