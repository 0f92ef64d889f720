// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule's actions and keys.
#include "icons.h"
#include "linkmenu.h"
#include "meetingactions.h"
#include "schedulefilterbar.h"
#include "schedulepage.h"
#include "ui_schedulepage.h"

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
    makeViewAction("earlierPeriod", tr("&Earlier"), QStringLiteral("chevron-left"), QKeySequence(Qt::ALT | Qt::Key_Left), &SchedulePage::earlier);
    makeViewAction("laterPeriod", tr("&Later"), QStringLiteral("chevron-right"), QKeySequence(Qt::ALT | Qt::Key_Right), &SchedulePage::later);
    makeViewAction("showToday", tr("&Today"), QStringLiteral("clear-day"), QKeySequence(Qt::CTRL | Qt::Key_T), &SchedulePage::today);
    makeViewAction("togglePast", tr("&Past meetings"), QString(), QKeySequence(), &SchedulePage::togglePast);
    makeViewAction("toggleCanceled", tr("&Canceled meetings"), QString(), QKeySequence(), &SchedulePage::toggleCanceled);

    m_copyLink = new QAction(themeIcon(QStringLiteral("link")), tr("Copy &single-use link"), this);
    m_copyLink->setObjectName(QStringLiteral("scheduleCopyLink"));
    m_copyLink->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    connect(m_copyLink, &QAction::triggered, this, [this] { m_links->copyLink(); });
    addAction(m_copyLink);
    m_ui->singleUseLink->setKeyText(m_copyLink->shortcut().toString(QKeySequence::NativeText));

    addAction(m_actions->reschedule());
    addAction(m_actions->copyEmail());
    // A text field keeps these keys for itself: they act in the list only.
    m_actions->cancel()->setShortcut(QKeySequence(QKeySequence::Delete));
    m_actions->copyText()->setShortcut(QKeySequence(QKeySequence::Copy));
    for (QAction *action : {m_actions->cancel(), m_actions->copyText()}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_ui->list->addAction(action);
    }
}

/// Letters act only while the list has the focus, so that they never take one from a field.
void SchedulePage::makeListKeys()
{
    const auto key = [this](Qt::Key letter, auto &&handler) {
        auto *shortcut = new QShortcut(QKeySequence(letter), m_ui->list, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, handler);
    };
    key(Qt::Key_E, [this] { m_actions->copyEmail()->trigger(); });
    key(Qt::Key_R, [this] { m_actions->reschedule()->trigger(); });
    key(Qt::Key_T, [this] { today(); });
    key(Qt::Key_P, [this] { togglePast(); });
    key(Qt::Key_X, [this] { toggleCanceled(); });
    key(Qt::Key_Slash, [this] { focusSearch(); });
}

void SchedulePage::earlier()
{
    if (m_ui->earlier->isEnabled())
        m_filters->move(-1);
}

void SchedulePage::later()
{
    if (m_ui->later->isEnabled())
        m_filters->move(1);
}

void SchedulePage::today()
{
    m_wanted.clear();
    if (m_filters->filter().when == ScheduleFilter::When::Past)
        m_filters->setWhen(ScheduleFilter::When::Upcoming);
    else
        m_filters->toFirstPeriod();
    m_ui->list->setCurrentMeeting({});
    m_ui->list->scrollToTop();
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

void SchedulePage::showContextMenu(const QPoint &place)
{
    const QModelIndex index = m_ui->list->indexAt(place);
    if (m_ui->list->currentMeeting().isEmpty() || (index.isValid() && !(index.flags() & Qt::ItemIsSelectable)))
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("meetingMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : m_actions->all()) {
        if (action == m_actions->cancel())
            menu->addSeparator();
        menu->addAction(action);
    }
    menu->popup(m_ui->list->viewport()->mapToGlobal(place));
}
