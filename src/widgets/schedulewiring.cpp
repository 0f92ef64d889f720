// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule's parts, wired to each other and as they were at the last start.
#include "accountservice.h"
#include "availabilityservice.h"
#include "cardpane.h"
#include "colleaguebusytimes.h"
#include "chip.h"
#include "chipfold.h"
#include "eventtypeservice.h"
#include "filterrow.h"
#include "headerrow.h"
#include "linkedmeeting.h"
#include "meetingactions.h"
#include "meetingdrag.h"
#include "meetingservice.h"
#include "mergedmeetings.h"
#include "retention.h"
#include "schedulebody.h"
#include "schedulecalendar.h"
#include "scheduledates.h"
#include "schedulefilterbar.h"
#include "schedulepage.h"
#include "schedulesetting.h"
#include "syncservice.h"
#include "ui_schedulepage.h"
#include "zones.h"

#include <QAction>
#include <QJsonDocument>
#include <QToolButton>

#include <algorithm>

namespace {

constexpr int cardWidth = 368;

QString cardWidthKey()
{
    return QStringLiteral("schedule/cardWidth");
}

QString filterKey()
{
    return QStringLiteral("schedule/filter");
}

QString periodKey()
{
    return QStringLiteral("schedule/period");
}

QString meetingKey()
{
    return QStringLiteral("schedule/meeting");
}

/// The step that comes nearest to the day that was turned to, which is so many days off by now. What lay ahead then and is
/// over would not be "upcoming".
int nearestStep(ScheduleFilter::When when, qint64 days)
{
    const int step = qRound(static_cast<double>(days) / periodDays);
    switch (when) {
    case ScheduleFilter::When::Upcoming:
        return std::max(step, 0);
    case ScheduleFilter::When::Past:
        return std::min(step, 0);
    case ScheduleFilter::When::All:
        break;
    }
    return step;
}

} // namespace

void SchedulePage::restore()
{
    if (!m_parts.remembered)
        return;
    m_wanted = m_parts.remembered(meetingKey()).toUrl();
    ScheduleFilter filter = filterFromJson(QJsonDocument::fromJson(m_parts.remembered(filterKey()).toByteArray()).object());
    const AgendaSetting now = scheduleSetting(m_parts);
    if (const QDate turnedTo = QDate::fromString(m_parts.remembered(periodKey()).toString(), Qt::ISODate); turnedTo.isValid())
        filter.step = nearestStep(filter.when, wallClock(now.now, now.zone).date().daysTo(turnedTo));
    m_filters->restore(filter);
}

/// All but the words of a search and the host's name: somebody's name has no place among the settings.
void SchedulePage::rememberFilter()
{
    if (!m_parts.remember)
        return;
    ScheduleFilter filter = m_filters->filter();
    filter.text.clear();
    filter.hostName.clear();
    m_parts.remember(filterKey(), QJsonDocument(toJson(filter)).toJson(QJsonDocument::Compact));
    const AgendaSetting now = scheduleSetting(m_parts);
    const QDate turnedTo = wallClock(now.now, now.zone).date().addDays(filter.step * periodDays);
    m_parts.remember(periodKey(), filter.step == 0 ? QString() : turnedTo.toString(Qt::ISODate));
}

/// Only what somebody chose: an empty view forgets nothing.
void SchedulePage::rememberMeeting()
{
    if (const QUrl meeting = view().currentMeeting(); m_parts.remember && !meeting.isEmpty())
        m_parts.remember(meetingKey(), meeting);
}

void SchedulePage::makeHeader()
{
    auto *row = new HeaderRow(m_ui->headerParts, 8);
    row->addWidget(m_ui->title);
    row->addWidget(m_ui->steps);
    row->addWidget(m_ui->period);
    row->startEnd();
    row->addWidget(m_ui->viewSwitch);
    row->addWidget(m_ui->linkButtons);
    auto *filters = new FilterRow(m_ui->filterParts, 8, [this] { return m_filters->fold().leastWidth(); });
    filters->addWidget(m_ui->search);
    filters->addWidget(m_ui->chips);
    filters->addWidget(m_ui->count);
    orderTabs();
    m_ui->search->setKeyText(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    connect(m_ui->search, &SearchField::leftDownwards, this, &SchedulePage::focusList);
    connect(m_ui->search, &QLineEdit::returnPressed, this, &SchedulePage::focusList);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    const int kept = m_parts.remembered ? m_parts.remembered(cardWidthKey()).toInt() : 0;
    m_pane->setWidth(kept > 0 ? kept : cardWidth);
    connect(m_ui->splitter, &QSplitter::splitterMoved, this, [this] {
        if (m_parts.remember)
            m_parts.remember(cardWidthKey(), m_ui->card->width());
    });
    connect(m_ui->viewSwitch, &ViewSwitch::chosen, this, &SchedulePage::showView);
    connect(m_body, &ScheduleBody::acted, this, &SchedulePage::act);
    // Who was waiting for rows goes on with the keys of the list; who types a search goes on typing.
    connect(m_body, &ScheduleBody::viewsAppeared, this, [this] {
        if (isVisible() && !m_ui->search->hasFocus())
            viewWidget()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_ui->card, &MeetingCard::copyPlace, m_actions, &MeetingActions::copyPlace);
    connect(m_ui->card, &MeetingCard::meetingWanted, m_linked,
            [this](const QUrl &meeting) { m_linked->open(meeting, view().currentMeeting()); });
    connect(m_linked, &LinkedMeeting::found, this, &SchedulePage::showMeeting);
    connect(m_ui->card, &MeetingCard::closeWanted, m_pane, &CardPane::close);
    connect(m_pane, &CardPane::opening, this, [this] {
        if (m_cardIsOld)
            fillCard();
    });
    connect(m_pane, &CardPane::opened, this, &SchedulePage::readMoves);
    connect(m_pane, &CardPane::opened, m_ui->card, [this] { m_ui->card->setFocus(Qt::OtherFocusReason); });
    connect(m_pane, &CardPane::closed, m_ui->board, [this] { viewWidget()->setFocus(Qt::OtherFocusReason); });
}

/// What is put together in code stands where it is seen on the way of the Tab key, too.
void SchedulePage::orderTabs()
{
    QWidget *last = m_ui->period;
    const QList<QToolButton *> views = m_ui->viewSwitch->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
    const QList<Chip *> chips = m_ui->chips->findChildren<Chip *>(Qt::FindDirectChildrenOnly);
    QList<QWidget *> order(views.begin(), views.end());
    order << m_ui->singleUseLink << m_ui->linkMenu << m_ui->search;
    order << QList<QWidget *>(chips.begin(), chips.end());
    for (QWidget *next : std::as_const(order)) {
        setTabOrder(last, next);
        last = next;
    }
}

void SchedulePage::watchServices()
{
    connect(&m_reload, &QTimer::timeout, this, &SchedulePage::reload);
    connect(&m_showCard, &QTimer::timeout, this, &SchedulePage::showCard);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        reload();
        startMinute();
    });
    connect(m_filters, &ScheduleFilterBar::changed, this, &SchedulePage::filterChanged);
    connect(m_calendar, &ScheduleCalendar::changed, this, &SchedulePage::filterChanged);
    if (const ColleagueBusyTimes *colleague = m_calendar->colleague())
        connect(colleague, &ColleagueBusyTimes::changed, this, &SchedulePage::reloadSoon);
    connect(m_calendar, &ScheduleCalendar::dayWanted, m_dates, &ScheduleDates::showDay);
    connect(m_calendar, &ScheduleCalendar::stepWanted, m_dates, &ScheduleDates::step);
    connect(m_dates, &ScheduleDates::datePicked, this, [this](QDate day) {
        if (!m_calendar->isShown(m_filters->filter()))
            m_ui->list->showDay(day);
        focusList();
    });
    connect(m_dates, &ScheduleDates::todayWanted, this, [this] { m_wanted.clear(); });
    connect(m_dates, &ScheduleDates::todayShown, this, [this] {
        if (m_calendar->isShown(m_filters->filter()))
            return;
        m_ui->list->setCurrentMeeting({});
        m_ui->list->scrollToTop();
    });
    connect(m_ui->board, &ScheduleBoard::currentMeetingChanged, this, &SchedulePage::currentChanged);
    connect(m_ui->board, &ScheduleBoard::selectedMeetingsChanged, this, [this] {
        chooseSelection();
        tellSelection();
    });
    connect(m_ui->board, &ScheduleBoard::visibleChanged, this, &SchedulePage::tellVisible);
    connect(m_ui->board, &ScheduleBoard::joinPressed, m_actions->join(), &QAction::trigger);
    connect(m_ui->board, &ScheduleBoard::cardPressed, m_pane, &CardPane::toggle);
    m_actions->setDay([this] { return m_ui->board->currentDay(); });
    connect(m_ui->board, &ScheduleBoard::menuWanted, this, &SchedulePage::showContextMenu);
    auto *drag = new MeetingDrag(m_parts, *m_meetings, this);
    connect(m_ui->list, &AgendaView::dragWanted, drag, [this, drag](const QList<QUrl> &meetings) { drag->start(m_ui->list, meetings); });
    for (CalendarGrid *grid : m_ui->board->grids())
        connect(grid, &CalendarGrid::dragWanted, drag, [drag, grid](const QList<QUrl> &meetings) { drag->start(grid, meetings); });
    connect(&m_parts.availability, &AvailabilityService::changed, this, &SchedulePage::reloadSoon);
    connect(&m_parts.meetings, &MeetingService::changed, this, &SchedulePage::reloadSoon);
    // The windows of other accounts wait behind the one that is shown; each reads when it comes.
    const auto othersChanged = [this] {
        m_typesAreOld = true;
        if (isVisible())
            reloadSoon();
    };
    connect(m_meetings, &MergedMeetings::changed, this, othersChanged);
    connect(m_meetings, &MergedMeetings::othersEventTypesChanged, this, othersChanged);
    if (m_parts.retention)
        connect(m_parts.retention, &Retention::changed, this, &SchedulePage::reloadSoon);
    connect(&m_parts.meetings, &MeetingService::cancelingChanged, this, &SchedulePage::reloadSoon);
    connect(&m_parts.eventTypes, &EventTypeService::changed, this, [this] {
        m_typesAreOld = true;
        reloadSoon();
    });
    connect(&m_parts.account, &AccountService::changed, this, &SchedulePage::reloadSoon);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &SchedulePage::reloadSoon);
    connect(&m_parts.account, &AccountService::accountSwitched, m_filters, &ScheduleFilterBar::forgetHosts);
    connect(&m_parts.account, &AccountService::accountSwitched, this, [this] {
        if (!m_parts.account.account())
            m_filters->show({}); // whoever comes next has other event types
    });
    connect(&m_parts.sync, &SyncService::changed, this, [this] {
        showState();
        // What can be done with a meeting depends on the network alone; a look that brings nothing costs nothing here.
        if (std::exchange(m_online, m_parts.sync.isOnline()) != m_parts.sync.isOnline())
            showCurrent();
    });
}
