// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulepage.h"

#include "accountservice.h"
#include "calendarchips.h"
#include "cardcontent.h"
#include "cardpane.h"
#include "eventtypeservice.h"
#include "houractions.h"
#include "linkcopier.h"
#include "linkedmeeting.h"
#include "linkmenu.h"
#include "meetingactions.h"
#include "meetingservice.h"
#include "mergedmeetings.h"
#include "retention.h"
#include "scheduleagenda.h"
#include "schedulebody.h"
#include "schedulecalendar.h"
#include "scheduledates.h"
#include "schedulefilterbar.h"
#include "schedulepaper.h"
#include "schedulesetting.h"
#include "stylesheet.h"
#include "syncservice.h"
#include "ui_schedulepage.h"
#include "zones.h"

#include <QResizeEvent>

using namespace std::chrono_literals;

namespace {

constexpr int foldWidth = 1100; // of the window, at 13 px

} // namespace

SchedulePage::SchedulePage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ContentPage(parent)
    , m_ui(std::make_unique<Ui::SchedulePage>())
    , m_parts(parts)
{
    m_ui->setupUi(this);
    m_filters = new ScheduleFilterBar(m_ui->search, m_ui->chips);
    if (m_parts.savedFilters)
        m_filters->setSavedFilters(*m_parts.savedFilters, toasts);
    m_ui->board->connectViews();
    m_meetings = new MergedMeetings(m_parts.meetings, m_parts.account, m_parts.accounts, this);
    m_calendar = new ScheduleCalendar(m_parts, *m_meetings, *m_ui->board, this);
    m_calendarChips = new CalendarChips(*m_calendar, m_ui->chips);
    m_hours = new HourActions(*m_ui->board->timeGrid(), this);
    m_actions = new MeetingActions(m_parts, toasts, this);
    m_copier = new LinkCopier(m_parts, toasts, this);
    m_links = new LinkMenu(m_parts, *m_copier, m_ui->singleUseLink, m_ui->linkMenu);
    m_linked = new LinkedMeeting(m_parts, *m_meetings, toasts, this);
    m_pane = new CardPane(m_ui->splitter, m_ui->card);
    m_body = new ScheduleBody({m_ui->body, m_ui->splitter, m_ui->state, m_ui->loading, m_ui->banner}, this);
    m_agenda = new ScheduleAgenda(*m_meetings, *m_ui->list, this);
    m_dates = new ScheduleDates(m_parts, *m_filters, *m_calendar, {m_ui->earlier, m_ui->today, m_ui->later, m_ui->period}, this);
    m_paper = new SchedulePaper(m_parts, toasts, {*m_filters, *m_calendar, *m_ui->board, *m_meetings}, this);
    m_ui->card->setActions(*m_actions);
    // Later, as the card makes the button anew that is just being pressed.
    connect(m_actions, &MeetingActions::noShowHeldChanged, this, &SchedulePage::showCard, Qt::QueuedConnection);
    m_reload.setSingleShot(true);
    m_reload.setInterval(50ms);
    m_minute.setSingleShot(true);
    m_showCard.setSingleShot(true);
    restore();
    makeHeader();
    makeActions();
    makeListKeys();
    watchServices();
    reload();
}

SchedulePage::~SchedulePage()
{
    // The views live a little longer and speak of their end.
    m_ui->board->disconnect(this);
}

void SchedulePage::focusList()
{
    viewWidget()->setFocus(Qt::OtherFocusReason);
}

QWidget *SchedulePage::toastPlace() const
{
    return m_ui->board;
}

MeetingView &SchedulePage::view() const
{
    return m_ui->board->shown();
}

QWidget *SchedulePage::viewWidget() const
{
    return m_ui->board->currentWidget();
}

QList<QAction *> SchedulePage::meetingActions() const
{
    return m_actions->forMenuBar() + m_paper->actions();
}

void SchedulePage::focusSearch()
{
    m_ui->search->setFocus(Qt::ShortcutFocusReason);
    m_ui->search->selectAll();
}

void SchedulePage::refresh()
{
    if (const QUrl meeting = view().currentMeeting(); !meeting.isEmpty() && !m_meetings->ownerOf(meeting))
        m_parts.meetings.refresh(meeting);
}

ScheduleFacts SchedulePage::facts() const
{
    ScheduleFacts facts;
    const bool calendar = m_calendar->isShown(m_filters->filter());
    facts.shown = calendar ? m_calendar->shownMeetings() : m_agenda->shownMeetings();
    facts.unreadable = m_unreadable;
    facts.firstFill = m_parts.sync.isFirstFill();
    facts.sync = m_parts.sync.state();
    facts.account = m_parts.account.state();
    facts.accountProblem = m_parts.account.problem();
    facts.problem = m_parts.sync.problem();
    if (!facts.problem && facts.account == AccountService::State::Opening && facts.accountProblem != Error{})
        facts.problem = facts.accountProblem; // nothing is read before it is known whose schedule it is
    facts.lastSync = m_parts.sync.lastSync();
    facts.offlineSince = m_parts.sync.offlineSince();
    facts.hasEventTypes = m_links->hasTypes();
    if (isSearch(m_filters->filter()))
        facts.search = m_parts.meetings.searchState();
    facts.drawsDays = calendar;
    addKept(facts, calendar);
    if (facts.shown == 0 && !calendar && !narrowingNames(m_filters->filter()).isEmpty()) {
        const AgendaSetting now = scheduleSetting(m_parts);
        facts.hidden = m_meetings->count(queryOf(withoutNarrowing(m_filters->filter()), now.now, now.zone)).value_or(0);
    }
    return facts;
}

void SchedulePage::addKept(ScheduleFacts &facts, bool calendar) const
{
    facts.monthsKept = m_parts.retention ? m_parts.retention->months() : 0;
    if (facts.monthsKept == 0 || isSearch(m_filters->filter()))
        return;
    const AgendaSetting now = scheduleSetting(m_parts);
    const QDateTime horizon = m_parts.retention->horizon();
    const TimeRange period = calendar ? m_calendar->range(now) : queryOf(m_filters->filter(), now.now, now.zone).range;
    if (period.end <= horizon)
        facts.kept = Kept::None;
    else if (calendar && period.begin < horizon) // a list ends where nothing is left, and has no empty days
        facts.kept = Kept::Partly;
}

void SchedulePage::reloadSoon()
{
    if (!m_reload.isActive())
        m_reload.start();
}

void SchedulePage::reload()
{
    const AgendaSetting now = scheduleSetting(m_parts);
    const bool calendar = m_calendar->isShown(m_filters->filter());
    m_reloading = true;
    m_ui->viewSwitch->present(m_calendar->view());
    m_ui->board->show(calendar ? m_calendar->view() : ScheduleView::Agenda);
    if (std::exchange(m_typesAreOld, false)) {
        const QList<EventType> own = m_parts.eventTypes.eventTypes();
        m_filters->setEventTypes(own);
        for (const MergedMeetings::TypesOf &others : m_meetings->othersEventTypes(own))
            m_filters->addEventTypes(others.types, others.account.name);
    }
    m_filters->setToday(wallClock(now.now, now.zone).date());
    m_filters->setPeriodShown(!calendar);
    const bool hasHours = calendar && m_calendar->view() != ScheduleView::Month;
    m_calendarChips->present(hasHours, now);
    m_hours->present(hasHours);
    // The list would be found changed later.
    m_past->setEnabled(!isCalendar(m_calendar->view()));
    m_past->setToolTip(m_past->isEnabled() ? QString() : tr("The calendar shows what is over and what is to come."));
    if (calendar)
        reloadCalendar(now);
    else
        reloadAgenda(now);
    m_dates->present();
    chooseCurrent();
    fold();
    m_reloading = false;
    showCurrent();
    showState();
}

void SchedulePage::reloadAgenda(const AgendaSetting &setting)
{
    const ScheduleFilter &filter = m_filters->filter();
    m_filters->addHosts(m_agenda->present(filter, setting));
    m_unreadable = m_parts.meetings.isUnreadable();
    const QString period = m_agenda->period(filter, setting);
    m_ui->period->present(period, period);
    m_ui->count->setText(m_agenda->countText(filter, setting));
}

void SchedulePage::reloadCalendar(const AgendaSetting &setting)
{
    const QList<MeetingSummary> meetings = m_calendar->meetings(m_filters->filter(), setting);
    m_unreadable = m_parts.meetings.isUnreadable();
    m_filters->addHosts(meetings);
    AgendaSetting now = setting;
    now.others = m_calendar->hidden(m_filters->filter(), setting);
    m_ui->count->setText(m_calendar->present(meetings, now));
    m_ui->period->present(m_calendar->period(setting), m_calendar->shortPeriod(setting));
}

void SchedulePage::filterChanged()
{
    const AgendaSetting now = scheduleSetting(m_parts);
    rememberFilter();
    const bool searching = isSearch(m_filters->filter());
    // The same meeting is looked for in the view that comes; a search begins with its newest hit.
    if (m_wanted.isEmpty() && !searching)
        m_wanted = view().currentMeeting();
    m_wantedIsNew = true;
    reload();
    if (searching) {
        m_ui->list->setCurrentMeeting({});
        m_ui->list->scrollToTop();
    }
    const bool calendar = m_calendar->isShown(m_filters->filter());
    m_parts.sync.showing(calendar ? m_calendar->range(now) : queryOf(m_filters->filter(), now.now, now.zone).range);
}

void SchedulePage::tellVisible()
{
    m_parts.meetings.showing(m_meetings->ownOf(view().visibleMeetings()));
}

void SchedulePage::currentChanged()
{
    rememberMeeting();
    if (m_reloading)
        return; // which ends with it
    // Whoever chooses another one does not want to be brought back, nor to be taken to a third.
    m_wanted.clear();
    m_linked->giveUp();
    showCurrent();
}

/// What acts on the meeting knows it at once; its card is filled after what is turned to is painted.
void SchedulePage::showCurrent()
{
    const QUrl meeting = view().currentMeeting();
    m_current = meeting.isEmpty() ? std::nullopt : m_meetings->details(meeting);
    // The view that is shown now may have another one selected than the view before, without a word of it.
    chooseSelection();
    m_actions->setMeeting(m_current, scheduleSetting(m_parts), m_meetings->ownerOf(meeting));
    m_pane->setWanted(m_current.has_value());
    m_showCard.start();
    tellSelection();
}

void SchedulePage::chooseSelection()
{
    const QList<QUrl> selected = view().selectedMeetings();
    m_actions->setSelection(m_meetings->ownOf(selected), int(selected.size()), [this, selected] { return m_meetings->details(selected); });
}

void SchedulePage::tellSelection()
{
    if (!m_current)
        return emit statusText({});
    const int shown = m_calendar->isShown(m_filters->filter()) ? m_calendar->shownMeetings() : m_agenda->shownMeetings();
    emit statusText(tr("%1 of %2 selected").arg(std::max<qsizetype>(1, view().selectedMeetings().size())).arg(shown));
}

void SchedulePage::showCard()
{
    m_cardIsOld = m_pane->isFolded() && !m_pane->isOpen();
    if (!m_cardIsOld)
        fillCard();
}

void SchedulePage::fillCard()
{
    m_cardIsOld = false;
    if (!m_current)
        return m_ui->card->clear();
    m_current->person = m_meetings->historyBefore(*m_current);
    const std::optional<Account> account = m_parts.account.account();
    AgendaSetting now = scheduleSetting(m_parts);
    now.others = m_meetings->meetings(activeAround(m_current->meeting, now.zone));
    CardContent content = cardContent(*m_current, now, account ? account->user.uri : QUrl());
    for (CardPerson &person : content.people) {
        if (m_actions->isNoShowHeld(person.invitee))
            person.noShow = CardPerson::NoShow::Held;
    }
    content.hint = m_actions->hint();
    m_ui->card->present(content);
    readMoves();
}

void SchedulePage::readMoves()
{
    if (m_current && m_pane->isOpen() && m_parts.sync.isOnline() && !m_meetings->ownerOf(m_current->meeting.uri))
        m_parts.meetings.readMoves(*m_current);
}

void SchedulePage::showState()
{
    const ScheduleFacts now = facts();
    m_body->present(now, m_filters->filter(), scheduleSetting(m_parts), m_parts.sync.progress());
    m_ui->count->setVisible(!isUnreadable(now) && !isUnread(now) && !isForgotten(now)); // what is not read, or not kept, is not counted
}

void SchedulePage::startMinute()
{
    const qint64 gone = m_parts.clock().toMSecsSinceEpoch() % 60000;
    m_minute.start(std::chrono::milliseconds(60000 - gone));
}

void SchedulePage::showEvent(QShowEvent *event)
{
    ContentPage::showEvent(event);
    fold();
    reload();
    startMinute();
}

void SchedulePage::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    ContentPage::hideEvent(event);
}

void SchedulePage::resizeEvent(QResizeEvent *event)
{
    ContentPage::resizeEvent(event);
    fold();
}

void SchedulePage::changeEvent(QEvent *event)
{
    ContentPage::changeEvent(event);
    // Later: folding moves a child, and the children are being told of the font one by one.
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &SchedulePage::fold, Qt::QueuedConnection);
}

void SchedulePage::fold()
{
    // A calendar takes the whole width: its card comes over it when asked for.
    const bool narrow = window()->width() < foldWidth * textGrowth(font());
    m_pane->setFolded(narrow || m_calendar->isShown(m_filters->filter()));
    m_ui->card->setClosable(m_pane->isFolded());
    if (m_cardIsOld && !m_pane->isFolded())
        m_showCard.start();
}
