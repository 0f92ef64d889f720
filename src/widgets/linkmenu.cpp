// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkmenu.h"

#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "keybutton.h"
#include "linkcopier.h"
#include "mainwindowparts.h"
#include "syncservice.h"

#include <QMenu>

#include <algorithm>

namespace {

const QString lastTypeKey()
{
    return QStringLiteral("schedule/linkType");
}

} // namespace

LinkMenu::LinkMenu(const MainWindowParts &parts, LinkCopier &copier, KeyButton *button, KeyButton *menuButton)
    : QObject(button), m_parts(parts), m_copier(copier), m_button(button), m_menuButton(menuButton)
{
    m_menuButton->setMenu(new QMenu(m_menuButton));
    connect(m_menuButton->menu(), &QMenu::aboutToShow, this, &LinkMenu::fillMenu);
    connect(m_button, &QPushButton::clicked, this, &LinkMenu::copyLink);
    connect(&m_copier, &LinkCopier::makingChanged, this, &LinkMenu::enable);
    connect(&m_parts.sync, &SyncService::changed, this, &LinkMenu::enable);
    connect(&m_parts.eventTypes, &EventTypeService::changed, this, &LinkMenu::reload);
    reload();
}

void LinkMenu::reload()
{
    m_types = m_parts.eventTypes.eventTypes();
    m_types.removeIf([](const EventType &type) { return !isBookable(type); });
    enable();
}

void LinkMenu::enable()
{
    const QString whyNot = !hasTypes() && m_parts.sync.isOnline() ? tr("There is no active event type.") : m_copier.whyNoSingleUse();
    m_button->setEnabled(whyNot.isEmpty());
    m_menuButton->setEnabled(whyNot.isEmpty());
    m_button->setToolTip(whyNot.isEmpty() ? tr("Make a link that works once, and copy it") : whyNot);
}

void LinkMenu::fillMenu()
{
    QMenu &menu = *m_menuButton->menu();
    menu.clear();
    for (const EventType &type : std::as_const(m_types)) {
        QAction *action = menu.addAction(eventTypeTitle(type).replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, type] { copyFor(type); });
    }
}

void LinkMenu::copyLink()
{
    const QUrl last = m_parts.remembered ? m_parts.remembered(lastTypeKey()).toUrl() : QUrl();
    const auto type = std::find_if(m_types.begin(), m_types.end(), [&last](const EventType &one) { return one.uri == last; });
    if (type != m_types.end())
        copyFor(*type);
    else if (m_menuButton->isEnabled())
        m_menuButton->showMenu();
}

void LinkMenu::copyFor(const EventType &type)
{
    if (m_parts.remember)
        m_parts.remember(lastTypeKey(), type.uri);
    m_copier.copySingleUse(type, QString());
}
