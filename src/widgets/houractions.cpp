// SPDX-License-Identifier: GPL-3.0-or-later
#include "houractions.h"

#include "pageaction.h"
#include "timegrid.h"

HourActions::HourActions(TimeGrid &grid, QObject *parent)
    : QObject(parent)
    , m_grid(grid)
    , m_larger(makePageAction(this, "zoomIn", tr("Zoom &in")))
    , m_smaller(makePageAction(this, "zoomOut", tr("Zoom o&ut"), {}, QKeySequence(Qt::CTRL | Qt::Key_Minus)))
    , m_usual(makePageAction(this, "usualZoom", tr("Usual hei&ght"), {}, QKeySequence(Qt::CTRL | Qt::Key_0)))
    , m_early(makeFold("showEarlyHours", tr("Show earl&y hours"), true))
    , m_late(makeFold("showLateHours", tr("Show late hour&s"), false))
{
    // Plus is a shifted key on many keyboards.
    m_larger->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    connect(m_larger, &QAction::triggered, &grid, &TimeGrid::zoomIn);
    connect(m_smaller, &QAction::triggered, &grid, &TimeGrid::zoomOut);
    connect(m_usual, &QAction::triggered, &grid, [&grid] { grid.setZoom(1); });
    connect(&grid, &TimeGrid::foldsChanged, this, &HourActions::showFolds);
    showFolds();
    present(false);
}

QAction *HourActions::makeFold(const char *name, const QString &text, bool early)
{
    QAction *action = makePageAction(this, name, text, {}, QKeySequence(Qt::ALT | (early ? Qt::Key_Up : Qt::Key_Down)));
    // Fields with a list of choices open it with that key.
    action->setShortcutContext(Qt::WidgetShortcut);
    m_grid.addAction(action);
    action->setCheckable(true);
    connect(action, &QAction::triggered, &m_grid, [this, early] { m_grid.toggleFold(early); });
    return action;
}

void HourActions::showFolds()
{
    m_early->setChecked(!m_grid.folds(true));
    m_late->setChecked(!m_grid.folds(false));
}

void HourActions::present(bool wanted)
{
    for (QAction *action : actions()) {
        action->setEnabled(wanted);
        action->setToolTip(wanted ? QString() : tr("Only day and week have hours."));
    }
}
