// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule's actions and keys.
#include "agendaview.h"
#include "datepopup.h"
#include "exportdialog.h"
#include "icons.h"
#include "linkmenu.h"
#include "meetingactions.h"
#include "printsheet.h"
#include "schedulecalendar.h"
#include "schedulefilterbar.h"
#include "schedulepage.h"
#include "ui_schedulepage.h"
#include "zones.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>

QList<QAction *> SchedulePage::linkActions() const
{
    return {m_copyLink};
}

QAction *SchedulePage::makeViewAction(const char *name, const QString &text, const QString &icon, const QKeySequence &key, Act handler)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : themeIcon(icon), text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, handler);
    addAction(action);
    m_viewActions.append(action);
    return action;
}

void SchedulePage::makeActions()
{
    for (QAction *action : m_ui->viewSwitch->actions()) {
        addAction(action);
        m_viewActions.append(action);
    }
    makeViewAction("earlierPeriod", tr("&Earlier"), QStringLiteral("chevron-left"), QKeySequence(Qt::ALT | Qt::Key_Left), &SchedulePage::earlier);
    makeViewAction("laterPeriod", tr("&Later"), QStringLiteral("chevron-right"), QKeySequence(Qt::ALT | Qt::Key_Right), &SchedulePage::later);
    makeViewAction("showToday", tr("&Today"), QStringLiteral("clear-day"), QKeySequence(Qt::CTRL | Qt::Key_T), &SchedulePage::today);
    makeViewAction("goToDate", tr("&Go to date…"), QStringLiteral("schedule"), QKeySequence(Qt::CTRL | Qt::Key_G), &SchedulePage::goToDate);
    makeViewAction("togglePast", tr("&Past meetings"), QString(), QKeySequence(), &SchedulePage::togglePast);
    makeViewAction("toggleCanceled", tr("&Canceled meetings"), QString(), QKeySequence(), &SchedulePage::toggleCanceled);
    addAction(m_filters->addFilter());
    m_viewActions.append(m_filters->addFilter());

    const auto paper = [this](const char *name, const QString &text, const QString &icon, const QKeySequence &key, Act handler) {
        makeViewAction(name, text, icon, key, handler);
        m_paperActions.append(m_viewActions.takeLast());
    };
    paper("exportMeetings", tr("E&xport…"), QStringLiteral("export"), QKeySequence(QKeySequence::Save), &SchedulePage::exportMeetings);
    paper("printMeetings", tr("&Print…"), QStringLiteral("note"), QKeySequence(QKeySequence::Print), &SchedulePage::printMeetings);

    m_copyLink = new QAction(themeIcon(QStringLiteral("link")), tr("Copy &single-use link"), this);
    m_copyLink->setObjectName(QStringLiteral("scheduleCopyLink"));
    m_copyLink->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    connect(m_copyLink, &QAction::triggered, this, [this] { m_links->copyLink(); });
    addAction(m_copyLink);
    m_ui->singleUseLink->setKeyText(m_copyLink->shortcut().toString(QKeySequence::NativeText));

    addAction(m_actions->reschedule());
    addAction(m_actions->copyEmail());
    addAction(m_actions->noShow());
    // A text field keeps these keys for itself: they act in the list only.
    m_actions->cancel()->setShortcut(QKeySequence(QKeySequence::Delete));
    m_actions->copyText()->setShortcut(QKeySequence(QKeySequence::Copy));
    for (QAction *action : {m_actions->cancel(), m_actions->copyText()}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        for (QWidget *view : m_ui->board->views())
            view->addAction(action);
    }
}

/// Letters act only while a view has the focus, so that they never take one from a field.
void SchedulePage::makeListKeys()
{
    const auto key = [this](const QKeySequence &letter, auto &&handler) {
        for (QWidget *view : m_ui->board->views()) {
            auto *shortcut = new QShortcut(letter, view, nullptr, nullptr, Qt::WidgetShortcut);
            connect(shortcut, &QShortcut::activated, this, handler);
        }
    };
    const auto switchTo = [this](ScheduleView view) { return [this, view] { m_ui->viewSwitch->action(view)->trigger(); }; };
    key(Qt::Key_A, switchTo(ScheduleView::Agenda));
    key(Qt::Key_D, switchTo(ScheduleView::Day));
    key(Qt::Key_W, switchTo(ScheduleView::Week));
    key(Qt::SHIFT | Qt::Key_W, switchTo(ScheduleView::WorkWeek));
    key(Qt::Key_M, switchTo(ScheduleView::Month));
    key(Qt::Key_G, [this] { goToDate(); });
    key(Qt::Key_E, [this] { m_actions->copyEmail()->trigger(); });
    key(Qt::Key_R, [this] { m_actions->reschedule()->trigger(); });
    key(Qt::Key_N, [this] { m_actions->noShow()->trigger(); });
    key(Qt::Key_T, [this] { today(); });
    key(Qt::Key_P, [this] { togglePast(); });
    key(Qt::Key_X, [this] { toggleCanceled(); });
    key(Qt::Key_Slash, [this] { focusSearch(); });
}

void SchedulePage::earlier()
{
    if (m_calendar->isShown(m_filters->filter()))
        m_calendar->step(-1, setting());
    else if (m_ui->earlier->isEnabled())
        m_filters->move(-1);
}

void SchedulePage::later()
{
    if (m_calendar->isShown(m_filters->filter()))
        m_calendar->step(1, setting());
    else if (m_ui->later->isEnabled())
        m_filters->move(1);
}

void SchedulePage::today()
{
    m_wanted.clear();
    if (m_calendar->isShown(m_filters->filter()))
        return m_calendar->toToday();
    if (m_filters->filter().when == ScheduleFilter::When::Past)
        m_filters->setWhen(ScheduleFilter::When::Upcoming);
    else
        m_filters->toFirstPeriod();
    m_ui->list->setCurrentMeeting({});
    m_ui->list->scrollToTop();
}

void SchedulePage::goToDate()
{
    auto *popup = new DatePopup(m_calendar->day(setting()), m_ui->period);
    connect(popup, &DatePopup::picked, this, [this](QDate day) {
        const AgendaSetting now = setting();
        if (isCalendar(m_calendar->view()))
            m_calendar->turnTo(day, now);
        else
            m_filters->showDay(day, wallClock(now.now, now.zone).date());
        viewWidget()->setFocus(Qt::OtherFocusReason);
    });
    popup->open();
}

/// What the present view is made of.
MeetingQuery SchedulePage::shownQuery() const
{
    const AgendaSetting now = setting();
    MeetingQuery query = queryOf(m_filters->filter(), now.now, now.zone);
    if (m_calendar->isShown(m_filters->filter())) {
        query.text.clear();
        query.range = m_calendar->range(now);
        query.newestFirst = false;
    }
    return query;
}

void SchedulePage::exportMeetings()
{
    (new ExportDialog(view().selectedMeetings(), shownQuery(), m_parts, m_toasts, this))->open();
}

void SchedulePage::printMeetings()
{
    const AgendaSetting now = setting();
    const ScheduleFilter &filter = m_filters->filter();
    DaySpan days = m_calendar->span(now);
    if (!isCalendar(m_calendar->view())) {
        const DayRange period = daysOf(filter, wallClock(now.now, now.zone).date());
        days = {period.first, int(period.first.daysTo(period.last)) + 1};
    }
    (new PrintSheet(m_parts, m_toasts, shownQuery(), days.first, days.last(), this))->preview(window());
}

/// A day that a calendar names: by itself, as a day.
void SchedulePage::showDay(QDate day)
{
    m_calendar->turnTo(day, setting());
    m_calendar->setView(ScheduleView::Day);
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
    if (view().currentMeeting().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("meetingMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : m_actions->all()) {
        if (action == m_actions->cancel())
            menu->addSeparator();
        menu->addAction(action);
    }
    menu->popup(globalPlace);
}
