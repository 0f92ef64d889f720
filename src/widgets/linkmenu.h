// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"

#include <QList>
#include <QObject>

class KeyButton;
class LinkCopier;
struct MainWindowParts;

/// The schedule's button for single-use links, and the menu beside it that chooses the event type. The button repeats the
/// type chosen last and asks while there is none.
class LinkMenu : public QObject
{
    Q_OBJECT

public:
    /// All outlive the menu.
    LinkMenu(const MainWindowParts &parts, LinkCopier &copier, KeyButton *button, KeyButton *menuButton);

    bool hasTypes() const { return !m_types.isEmpty(); }
    void copyLink(); ///< of the type chosen last; opens the menu while there is none

private:
    void reload();
    void enable();
    void fillMenu();
    void copyFor(const EventType &type);

    const MainWindowParts &m_parts;
    LinkCopier &m_copier;
    KeyButton *m_button;
    KeyButton *m_menuButton;
    QList<EventType> m_types; ///< that can be booked, in the server's order
};
