// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulepage.h"

#include "accountservice.h"
#include "cardcontent.h"
#include "cardpane.h"
#include "eventtypeservice.h"
#include "flowrow.h"
#include "linkcopier.h"
#include "linkmenu.h"
#include "meetingactions.h"
#include "meetingmodel.h"
#include "meetingservice.h"
#include "schedulefilterbar.h"
#include "schedulestate.h"
#include "stylesheet.h"
#include "syncservice.h"
#include "ui_schedulepage.h"
#include "zones.h"

#include <QAction>
#include <QResizeEvent>

using namespace std::chrono_literals;

namespace {

constexpr int foldWidth = 1100; // of the window, at 13 px
constexpr int cardWidth = 368;

QString cardWidthKey()
{
    return QStringLiteral("schedule/cardWidth");
}

} // namespace

SchedulePage::SchedulePage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ContentPage(parent)
    , m_ui(std::make_unique<Ui::SchedulePage>())
    , m_parts(parts)
    , m_model(new MeetingModel(this))
{
    m_ui->setupUi(this);
    m_filters = new ScheduleFilterBar(m_ui->search, m_ui->chips);
    m_actions = new MeetingActions(m_parts, toasts, this);
    m_copier = new LinkCopier(m_parts, toasts, this);
    m_links = new LinkMenu(m_parts, *m_copier, m_ui->singleUseLink, m_ui->linkMenu);
    m_pane = new CardPane(m_ui->splitter, m_ui->card);
    m_ui->list->setMeetings(m_model);
    m_ui->card->setActions(*m_actions);
    m_reload.setSingleShot(true);
    m_reload.setInterval(50ms);
    m_minute.setSingleShot(true);
    makeHeader();
    makeActions();
    makeListKeys();
    watchServices();
    reload();
}

SchedulePage::~SchedulePage()
{
    // The list lives a little longer and speaks of its end.
    m_ui->list->disconnect(this);
}

QString SchedulePage::title() const
{
    return tr("Schedule");
}

void SchedulePage::focusList()
{
    m_ui->list->setFocus(Qt::OtherFocusReason);
}

QList<QAction *> SchedulePage::meetingActions() const
{
    return m_actions->all();
}

void SchedulePage::focusSearch()
{
    m_ui->search->setFocus(Qt::ShortcutFocusReason);
    m_ui->search->selectAll();
}

void SchedulePage::refresh()
{
    if (const QUrl meeting = m_ui->list->currentMeeting(); !meeting.isEmpty())
        m_parts.meetings.refresh(meeting);
}

void SchedulePage::showMeeting(const QUrl &meeting)
{
    m_wanted = meeting;
    const std::optional<MeetingSummary> summary = m_parts.meetings.summary(meeting);
    if (!m_model->indexOf(meeting).isValid() && summary) {
        const AgendaSetting now = setting();
        m_filters->showDay(wallClock(summary->meeting.start, now.zone).date(), wallClock(now.now, now.zone).date());
    }
    m_ui->list->setCurrentMeeting(meeting);
    m_ui->list->setFocus(Qt::OtherFocusReason);
}

void SchedulePage::makeHeader()
{
    auto *row = new FlowRow(m_ui->headerLeft, 12);
    row->addWidget(m_ui->title);
    row->addWidget(m_ui->steps);
    row->addWidget(m_ui->period);
    m_ui->search->setKeyText(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    m_ui->banner->dismiss();
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    const int kept = m_parts.remembered ? m_parts.remembered(cardWidthKey()).toInt() : 0;
    m_ui->splitter->setSizes({10000, kept > 0 ? kept : cardWidth});
    connect(m_ui->splitter, &QSplitter::splitterMoved, this, [this] {
        if (m_parts.remember)
            m_parts.remember(cardWidthKey(), m_ui->card->width());
    });
    connect(m_ui->earlier, &QPushButton::clicked, this, &SchedulePage::earlier);
    connect(m_ui->today, &QPushButton::clicked, this, &SchedulePage::today);
    connect(m_ui->later, &QPushButton::clicked, this, &SchedulePage::later);
    connect(m_ui->state, &StatePanel::buttonClicked, this, [this] { act(m_panelButton); });
    connect(m_ui->banner, &Banner::actionClicked, this, [this] { act(m_bannerButton); });
    connect(m_ui->card, &MeetingCard::copyPlace, m_actions, &MeetingActions::copyPlace);
    connect(m_ui->card, &MeetingCard::closeWanted, m_pane, &CardPane::close);
    connect(m_pane, &CardPane::opened, m_ui->card, [this] { m_ui->card->setFocus(Qt::OtherFocusReason); });
    connect(m_pane, &CardPane::closed, m_ui->list, [this] { m_ui->list->setFocus(Qt::OtherFocusReason); });
}

void SchedulePage::watchServices()
{
    connect(&m_reload, &QTimer::timeout, this, &SchedulePage::reload);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        reload();
        startMinute();
    });
    connect(m_filters, &ScheduleFilterBar::changed, this, &SchedulePage::filterChanged);
    connect(m_ui->list, &AgendaView::currentMeetingChanged, this, &SchedulePage::showCurrent);
    connect(m_ui->list, &AgendaView::visibleChanged, this, &SchedulePage::tellVisible);
    connect(m_ui->list, &AgendaView::joinPressed, m_actions->join(), &QAction::trigger);
    connect(m_ui->list, &AgendaView::cardPressed, m_pane, &CardPane::toggle);
    connect(m_ui->list, &QWidget::customContextMenuRequested, this, &SchedulePage::showContextMenu);
    connect(&m_parts.meetings, &MeetingService::changed, this, &SchedulePage::reloadSoon);
    connect(&m_parts.meetings, &MeetingService::cancelingChanged, this, &SchedulePage::reloadSoon);
    connect(&m_parts.eventTypes, &EventTypeService::changed, this, &SchedulePage::reloadSoon);
    connect(&m_parts.account, &AccountService::changed, this, &SchedulePage::reloadSoon);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &SchedulePage::reloadSoon);
    connect(&m_parts.sync, &SyncService::changed, this, [this] {
        showState();
        showCurrent();
    });
}

AgendaSetting SchedulePage::setting() const
{
    AgendaSetting now;
    now.now = m_parts.clock();
    now.zone = shownZone(m_parts);
    if (const std::optional<Account> account = m_parts.account.account())
        now.ownName = account->user.name;
    return now;
}

ScheduleFacts SchedulePage::facts() const
{
    ScheduleFacts facts;
    facts.shown = m_model->meetingCount();
    facts.firstFill = m_parts.sync.isFirstFill();
    facts.sync = m_parts.sync.state();
    facts.account = m_parts.account.state();
    facts.problem = m_parts.sync.problem();
    facts.lastSync = m_parts.sync.lastSync();
    facts.offlineSince = m_parts.sync.offlineSince();
    facts.hasEventTypes = m_links->hasTypes();
    if (facts.shown == 0 && !narrowingNames(m_filters->filter()).isEmpty()) {
        const AgendaSetting now = setting();
        facts.hidden = m_parts.meetings.count(queryOf(withoutNarrowing(m_filters->filter()), now.now, now.zone));
    }
    return facts;
}

void SchedulePage::reloadSoon()
{
    if (!m_reload.isActive())
        m_reload.start();
}

void SchedulePage::reload()
{
    AgendaSetting now = setting();
    const ScheduleFilter &filter = m_filters->filter();
    const MeetingQuery query = queryOf(filter, now.now, now.zone);
    QList<MeetingSummary> meetings = m_parts.meetings.meetings(query);
    if (filter.when == ScheduleFilter::When::Past && !isSearch(filter))
        meetings.removeIf([&now](const MeetingSummary &meeting) { return isUpcoming(meeting.meeting, now.now); });
    now.newestFirst = query.newestFirst;
    const bool narrowed = !narrowingNames(filter).isEmpty();
    now.showsFreeTomorrow = filter.when != ScheduleFilter::When::Past && !narrowed;
    if (narrowed && !isSearch(filter)) {
        MeetingQuery others = query;
        others.status = MeetingQuery::Status::Active;
        others.eventType.clear();
        now.others = m_parts.meetings.meetings(others);
    }
    m_filters->setEventTypes(m_parts.eventTypes.eventTypes());
    m_model->setOwnCity(cityOf(QString::fromLatin1(now.zone.id())));
    m_model->setRows(agendaRows(meetings, now));
    if (m_ui->list->currentMeeting().isEmpty() || !m_wanted.isEmpty())
        m_ui->list->setCurrentMeeting(m_wanted);
    if (m_model->indexOf(m_wanted).isValid())
        m_wanted.clear();
    showPeriod();
    showCurrent();
    showState();
}

void SchedulePage::filterChanged()
{
    const AgendaSetting now = setting();
    reload();
    m_parts.sync.showing(queryOf(m_filters->filter(), now.now, now.zone).range);
}

void SchedulePage::tellVisible()
{
    m_parts.meetings.showing(m_ui->list->visibleMeetings());
}

void SchedulePage::showPeriod()
{
    const AgendaSetting now = setting();
    const ScheduleFilter &filter = m_filters->filter();
    const DayRange days = daysOf(filter, wallClock(now.now, now.zone).date());
    m_ui->period->setText(isSearch(filter) ? tr("Everything stored") : dateRangeText(days.first, days.last));
    m_ui->earlier->setEnabled(!isSearch(filter));
    m_ui->later->setEnabled(!isSearch(filter) && (filter.when != ScheduleFilter::When::Past || filter.step < 0));
    const int count = m_model->meetingCount();
    const QString words = count == 1 ? tr("1 meeting") : tr("%n meetings", nullptr, count);
    m_ui->count->setText(count >= MeetingQuery{}.limit ? tr("First %1").arg(words) : words);
}

void SchedulePage::showCurrent()
{
    const AgendaSetting now = setting();
    const QUrl meeting = m_ui->list->currentMeeting();
    const std::optional<MeetingDetails> details = meeting.isEmpty() ? std::nullopt : m_parts.meetings.details(meeting);
    m_actions->setMeeting(details, now);
    m_pane->setWanted(details.has_value());
    if (!details) {
        m_ui->card->clear();
        emit statusText({});
        return;
    }
    const std::optional<Account> account = m_parts.account.account();
    CardContent content = cardContent(*details, now, account ? account->user.uri : QUrl());
    // The row has looked at its neighbours.
    content.status = m_model->row(m_ui->list->currentIndex().row()).status;
    content.hint = m_actions->hint();
    m_ui->card->present(content);
    emit statusText(tr("1 of %1 selected").arg(m_model->meetingCount()));
}

void SchedulePage::showState()
{
    const AgendaSetting now = setting();
    const ScheduleFacts known = facts();
    const std::optional<SchedulePanel> panel = schedulePanel(known, m_filters->filter(), now);
    m_panelButton = panel ? panel->does : ScheduleButton::None;
    if (panel)
        m_ui->state->present(panel->icon, panel->tone, panel->title, panel->sentence, panel->button, panel->buttonIcon,
                             panel->does == ScheduleButton::CopyLink || panel->does == ScheduleButton::SignIn);
    const bool loading = isLoading(known);
    if (loading)
        m_ui->loading->setText(loadingText(m_parts.sync.progress()));
    QWidget *body = m_ui->splitter;
    if (loading || panel)
        body = loading ? static_cast<QWidget *>(m_ui->loading) : m_ui->state;
    const bool rowsAppear = body == m_ui->splitter && m_ui->body->currentWidget() != body;
    m_ui->body->setCurrentWidget(body);
    // Who was waiting for rows goes on with the keys of the list; who types a search goes on typing.
    if (rowsAppear && isVisible() && !m_ui->search->hasFocus())
        m_ui->list->setFocus(Qt::OtherFocusReason);
    m_ui->count->setVisible(!loading);

    const std::optional<ScheduleBanner> banner = scheduleBanner(known, now);
    m_bannerButton = banner ? banner->does : ScheduleButton::None;
    if (banner)
        m_ui->banner->present(banner->icon, banner->text, banner->button);
    else
        m_ui->banner->dismiss();
}

void SchedulePage::act(ScheduleButton button)
{
    switch (button) {
    case ScheduleButton::None:
        return;
    case ScheduleButton::TryAgain:
        return m_parts.sync.refresh();
    case ScheduleButton::SignIn:
        emit signInWanted();
        return;
    case ScheduleButton::ClearFilters:
        m_filters->clear();
        return m_ui->list->setFocus(Qt::OtherFocusReason);
    case ScheduleButton::CopyLink:
        return m_links->copyLink();
    case ScheduleButton::ShowUpcoming:
        return m_filters->setWhen(ScheduleFilter::When::Upcoming);
    }
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
    m_pane->setFolded(window()->width() < foldWidth * textGrowth(font()));
}
