// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule's actions and keys.
#include "agendaview.h"
#include "calendarchips.h"
#include "calendarperiod.h"
#include "cardaction.h"
#include "cardpane.h"
#include "colleagueweekdialog.h"
#include "houractions.h"
#include "letterkeys.h"
#include "linkmenu.h"
#include "meetingactions.h"
#include "mergedmeetings.h"
#include "pageaction.h"
#include "schedulebody.h"
#include "schedulecalendar.h"
#include "scheduledates.h"
#include "schedulefilterbar.h"
#include "schedulepage.h"
#include "schedulepaper.h"
#include "schedulesetting.h"
#include "syncservice.h"
#include "ui_schedulepage.h"

#include <QKeyEvent>
#include <QMenu>

namespace {

QList<QKeySequence> cancelKeys()
{
    QList<QKeySequence> keys{QKeySequence(QKeySequence::Delete)};
#ifdef Q_OS_MACOS
    keys.append(QKeySequence(Qt::Key_Backspace)); // the key that says "delete" on keyboards without another one
#endif
    return keys;
}

} // namespace

QList<QAction *> SchedulePage::linkActions() const
{
    return {m_copyLink};
}

void SchedulePage::makeActions()
{
    const auto addViewAction = [this](QAction *action) {
        addAction(action);
        m_viewActions.append(action);
    };
    for (QAction *action : m_ui->viewSwitch->actions())
        addViewAction(action);
    for (QAction *action : m_dates->actions())
        addViewAction(action);
    m_cardAction = new CardAction(*m_pane, this);
    addViewAction(m_cardAction);
    m_past = makePageAction(this, "togglePast", tr("&Past meetings"));
    QAction *canceled = makePageAction(this, "toggleCanceled", tr("&Canceled meetings"));
    connect(m_past, &QAction::triggered, this, &SchedulePage::togglePast);
    connect(canceled, &QAction::triggered, this, &SchedulePage::toggleCanceled);
    for (QAction *action : {m_past, canceled, m_filters->addFilter()})
        addViewAction(action);
    makeAllAccounts();
    addViewAction(m_allAccounts);
    addViewAction(ColleagueWeekDialog::makeAction(m_parts, this, [this] { return m_calendar->day(scheduleSetting(m_parts)); }));
    for (QAction *action : m_calendarChips->actions() + m_hours->actions())
        addViewAction(action);
    addActions(m_paper->actions());

    m_copyLink = makePageAction(this, "scheduleCopyLink", tr("Copy &single-use link"), QStringLiteral("link"), QKeySequence(Qt::CTRL | Qt::Key_L));
    connect(m_copyLink, &QAction::triggered, this, [this] { m_links->copyLink(); });
    addAction(m_copyLink);
    m_ui->singleUseLink->setKeyText(m_copyLink->shortcut().toString(QKeySequence::NativeText));

    addAction(m_actions->reschedule());
    addAction(m_actions->bookAgain());
    addAction(m_actions->copyEmail());
    addAction(m_actions->noShow());
    // A text field keeps these keys for itself: they act in the list only.
    m_actions->cancel()->setShortcuts(cancelKeys());
    m_actions->copyText()->setShortcut(QKeySequence(QKeySequence::Copy));
    for (QAction *action : {m_actions->cancel(), m_actions->copyText()}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        for (QWidget *view : m_ui->board->views())
            view->addAction(action);
    }
}

/// On at first: whoever adds a second account wants to see one day.
void SchedulePage::makeAllAccounts()
{
    const QString key = QStringLiteral("schedule/allAccounts");
    m_allAccounts = makePageAction(this, "allAccounts", tr("Meetings of a&ll accounts"));
    m_allAccounts->setCheckable(true);
    const QVariant before = m_parts.remembered ? m_parts.remembered(key) : QVariant();
    m_allAccounts->setChecked(!before.isValid() || before.toBool());
    m_meetings->setOn(m_allAccounts->isChecked());
    const auto offer = [this] { m_allAccounts->setVisible(m_meetings->areSeveral()); };
    connect(m_meetings, &MergedMeetings::changed, this, offer);
    offer();
    connect(m_allAccounts, &QAction::toggled, this, [this, key](bool on) {
        if (m_parts.remember)
            m_parts.remember(key, on);
        m_meetings->setOn(on);
    });
}

/// Letters act only while a view has the focus, so that they never take one from a field.
void SchedulePage::makeListKeys()
{
    const auto key = [this](const char *id, const std::function<void()> &act) {
        for (QWidget *view : m_ui->board->views())
            LetterKeys::bind(m_parts.letters, QLatin1String("schedule.") + QLatin1String(id), view, this, act);
    };
    const auto switchTo = [this](ScheduleView view) { return [this, view] { m_ui->viewSwitch->action(view)->trigger(); }; };
    key("agenda", switchTo(ScheduleView::Agenda));
    key("day", switchTo(ScheduleView::Day));
    key("week", switchTo(ScheduleView::Week));
    key("workWeek", switchTo(ScheduleView::WorkWeek));
    key("month", switchTo(ScheduleView::Month));
    key("goToDate", [this] { m_dates->goToDate(); });
    key("copyEmail", [this] { m_actions->copyEmail()->trigger(); });
    key("reschedule", [this] { m_actions->reschedule()->trigger(); });
    key("bookAgain", [this] { m_actions->bookAgain()->trigger(); });
    key("noShow", [this] { m_actions->noShow()->trigger(); });
    key("noShowFollowUp", [this] { m_actions->followUpNoShow(); });
    key("today", [this] { m_dates->today(); });
    key("past", [this] { m_past->trigger(); });
    key("canceled", [this] { toggleCanceled(); });
    key("search", [this] { focusSearch(); });
}

/// Escape takes away one thing at a time: the card over the view, then a search, then what is selected.
void SchedulePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier)
        return ContentPage::keyPressEvent(event);
    if (m_pane->isOver())
        m_pane->close();
    else if (isSearch(m_filters->filter()))
        m_filters->clearSearch();
    else if (!view().dropSelection())
        ContentPage::keyPressEvent(event);
}

void SchedulePage::togglePast()
{
    using When = ScheduleFilter::When;
    m_filters->setWhen(m_filters->filter().when == When::Past ? When::Upcoming : When::Past);
}

void SchedulePage::toggleCanceled()
{
    using Status = MeetingQuery::Status;
    m_filters->setStatus(m_filters->filter().status == Status::Active ? Status::Any : Status::Active);
}

void SchedulePage::showContextMenu(const QPoint &globalPlace)
{
    const bool ofMeeting = !view().currentMeeting().isEmpty();
    if (!ofMeeting && !m_ui->board->currentDay().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(ofMeeting ? QStringLiteral("meetingMenu") : QStringLiteral("dayMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!ofMeeting) {
        menu->addAction(m_actions->closeDay());
        return menu->popup(globalPlace);
    }
    if (m_pane->isFolded())
        menu->addAction(m_cardAction);
    for (QAction *action : m_actions->all()) {
        if (action == m_actions->cancel())
            menu->addSeparator();
        menu->addAction(action);
    }
    menu->popup(globalPlace);
}

void SchedulePage::act(ScheduleButton button)
{
    switch (button) {
    case ScheduleButton::None:
    case ScheduleButton::OpenCalendly: // ScheduleBody does that
        return;
    case ScheduleButton::TryAgain:
        return m_parts.sync.refresh();
    case ScheduleButton::SignIn:
        emit signInWanted();
        return;
    case ScheduleButton::ClearFilters:
        m_filters->clear();
        return viewWidget()->setFocus(Qt::OtherFocusReason);
    case ScheduleButton::CopyLink:
        return m_links->copyLink();
    case ScheduleButton::ShowUpcoming:
        return m_filters->setWhen(ScheduleFilter::When::Upcoming);
    }
}
