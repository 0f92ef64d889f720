// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardaction.h"

#include "cardpane.h"
#include "icons.h"

#include <QKeySequence>

CardAction::CardAction(CardPane &pane, QObject *parent) : QAction(parent), m_pane(pane)
{
    setObjectName(QStringLiteral("toggleCard"));
    setIcon(themeIcon(QStringLiteral("info")));
    connect(this, &QAction::triggered, &pane, &CardPane::toggle);
    connect(&pane, &CardPane::changed, this, &CardAction::present);
    present();
}

void CardAction::present()
{
    // Only shown: as a shortcut it would take Space away from the menu bar and from the days of a month.
    const QString key = QLatin1Char('\t') + QKeySequence(Qt::Key_Space).toString(QKeySequence::NativeText);
    setText((m_pane.isOver() ? tr("H&ide card") : tr("&Show card")) + key);
    setEnabled(m_pane.isFolded() && m_pane.isWanted());
    setToolTip(!m_pane.isWanted()    ? tr("No meeting is selected.")
                   : !isEnabled()    ? tr("The card stands beside the list.")
                   : m_pane.isOver() ? tr("Hide the card of the selected meeting")
                                     : tr("Show the card of the selected meeting"));
}
