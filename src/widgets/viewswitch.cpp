// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewswitch.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QToolButton>

#include <algorithm>

ViewSwitch::ViewSwitch(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto key = [](Qt::Key digit) { return QKeySequence(Qt::CTRL | Qt::SHIFT | digit); };
    add(ScheduleView::Agenda, "viewAgenda", tr("&Agenda"), key(Qt::Key_1), "first");
    add(ScheduleView::Day, "viewDay", tr("&Day"), key(Qt::Key_2), "middle");
    add(ScheduleView::WorkWeek, "viewWorkWeek", tr("W&ork week"), key(Qt::Key_5), "middle");
    add(ScheduleView::Week, "viewWeek", tr("&Week"), key(Qt::Key_3), "middle");
    add(ScheduleView::Month, "viewMonth", tr("&Month"), key(Qt::Key_4), "last");
    auto *group = new QActionGroup(this);
    for (QAction *action : std::as_const(m_actions))
        group->addAction(action);
}

void ViewSwitch::add(ScheduleView view, const char *name, const QString &text, const QKeySequence &key, const char *place)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    action->setCheckable(true);
    action->setData(int(view));
    connect(action, &QAction::triggered, this, [this, view] { emit chosen(view); });
    m_actions.append(action);
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name) + QLatin1String("Button"));
    button->setProperty("segment", QLatin1String(place));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    layout()->addWidget(button);
}

QAction *ViewSwitch::action(ScheduleView view) const
{
    const auto found = std::find_if(m_actions.begin(), m_actions.end(), [view](const QAction *action) { return action->data().toInt() == int(view); });
    return *found;
}

void ViewSwitch::present(ScheduleView view)
{
    action(view)->setChecked(true);
}
