// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>

class CardPane;

/// "Show card" or "Hide card": what Space does in the views, for menus and for the commands. On while the card has its
/// place over the list or the calendar; else its tool tip says why not.
class CardAction : public QAction
{
    Q_OBJECT

public:
    /// Opens and closes `pane`, which outlives the action.
    CardAction(CardPane &pane, QObject *parent);

private:
    void present();

    CardPane &m_pane;
};
