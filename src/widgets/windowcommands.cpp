// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowcommands.h"

#include "actiontext.h"
#include "agendatext.h"
#include "commandpalette.h"
#include "contentpage.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "linkcopier.h"
#include "mainwindow.h"
#include "meetingservice.h"
#include "openaccounts.h"
#include "pageshelf.h"

#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QTextDocumentFragment>

#include <algorithm>

namespace {

constexpr int mostMeetings = 6;
constexpr int elsewhere = -1; // an action that belongs to no page

PaletteItem itemOf(QAction *action, const QString &path)
{
    PaletteItem item;
    item.title = plainActionText(*action);
    item.detail = path;
    item.keys = actionKeysText(*action);
    item.iconName = action->isCheckable() && action->isChecked() ? QStringLiteral("check") : QStringLiteral("chevron-right");
    // An action that is off says why in its tool tip, which is made for rich text.
    if (!action->isEnabled())
        item.whyNot = QTextDocumentFragment::fromHtml(action->toolTip()).toPlainText();
    if (!action->isEnabled() && item.whyNot == item.title)
        item.whyNot = WindowCommands::tr("Not possible now");
    return item;
}

} // namespace

WindowCommands::WindowCommands(const MainWindowParts &parts, ToastHost &toasts, MainWindow &window, PageShelf &pages)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
    , m_pages(pages)
    , m_copier(new LinkCopier(parts, toasts, &window))
{
}

void WindowCommands::openBy(QAction *opener)
{
    m_opener = opener;
    connect(opener, &QAction::triggered, this, &WindowCommands::open);
}

void WindowCommands::open()
{
    (new CommandPalette([this](const PaletteWish &wish) { return find(wish); }, &m_window))->open();
}

QList<PaletteItem> WindowCommands::find(const PaletteWish &wish) const
{
    QList<Scored> found;
    if (!wish.commandsOnly)
        addEventTypes(found, wish);
    QSet<const QAction *> seen{m_opener};
    QList<QAction *> menus = m_window.menuBar()->actions();
    // Signing out and quitting, of the first menu, are what one looks for last.
    std::rotate(menus.begin(), menus.begin() + 1, menus.end());
    for (const QAction *top : std::as_const(menus)) {
        if (top->menu() && top->isVisible())
            addMenu(found, wish, *top->menu(), plainActionText(*top), seen);
    }
    for (int page = 0; page < m_pages.count(); ++page)
        addPage(found, wish, page, seen);
    // What can be done stands before what cannot, and the order of the menus decides the rest.
    std::stable_sort(found.begin(), found.end(), [](const Scored &one, const Scored &other) {
        return std::pair(one.second.whyNot.isEmpty(), one.first) > std::pair(other.second.whyNot.isEmpty(), other.first);
    });
    QList<PaletteItem> items;
    for (Scored &each : found)
        items.append(std::move(each.second));
    if (!wish.commandsOnly)
        items += meetings(wish);
    return items;
}

void WindowCommands::addMenu(QList<Scored> &found, const PaletteWish &wish, const QMenu &menu, const QString &path,
                             QSet<const QAction *> &seen) const
{
    for (QAction *action : menu.actions()) {
        if (action->menu())
            addMenu(found, wish, *action->menu(), path, seen);
        else
            addAction(found, wish, action, path, elsewhere, seen);
    }
}

void WindowCommands::addPage(QList<Scored> &found, const PaletteWish &wish, int page, QSet<const QAction *> &seen) const
{
    const ContentPage *content = m_pages.page(page);
    for (QAction *action : content->viewActions() + content->meetingActions() + content->linkActions())
        addAction(found, wish, action, content->title(), page, seen);
}

void WindowCommands::addAction(QList<Scored> &found, const PaletteWish &wish, QAction *action, const QString &path, int page,
                               QSet<const QAction *> &seen) const
{
    if (action->isSeparator() || action->text().isEmpty() || !action->isVisible() || seen.contains(action))
        return;
    seen.insert(action);
    const int score = paletteScore(plainActionText(*action), wish.words);
    if (score == 0)
        return;
    PaletteItem item = itemOf(action, path);
    // One that goes while the palette is open (an account's, for one) does nothing.
    item.run = [window = &m_window, action = QPointer(action), page] {
        if (page != elsewhere)
            window->showPage(page);
        if (action)
            action->trigger();
    };
    found.append({score, item});
}

void WindowCommands::addEventTypes(QList<Scored> &found, const PaletteWish &wish) const
{
    if (wish.words.isEmpty())
        return;
    for (const EventType &type : m_parts.eventTypes.eventTypes()) {
        const int score = paletteScore(eventTypeTitle(type), wish.words);
        if (score == 0 || !isBookable(type))
            continue;
        PaletteItem item;
        item.title = eventTypeTitle(type);
        item.detail = tr("%1, %2").arg(eventTypeLengthText(type), kindText(type));
        item.stripe = type.color;
        item.verb = tr("Copy single-use link");
        item.run = [copier = m_copier, type] { copier->copySingleUse(type, {}); };
        found.append({score, item});
    }
}

/// Meetings come last: they are found in everything stored, so that a short word has many.
QList<PaletteItem> WindowCommands::meetings(const PaletteWish &wish) const
{
    QList<PaletteItem> items;
    if (wish.words.isEmpty())
        return items;
    AgendaSetting setting;
    setting.now = m_parts.clock();
    setting.zone = shownZone(m_parts);
    MeetingQuery query;
    query.text = wish.text;
    query.limit = mostMeetings;
    query.newestFirst = true;
    query.now = setting.now;
    query.zone = setting.zone;
    QSet<QUrl> seen; // two accounts may host one meeting
    for (const MeetingSummary &meeting : m_parts.meetings.meetings(query)) {
        seen.insert(meeting.meeting.uri);
        items.append(meetingItem(meeting, setting));
        items.last().run = [window = &m_window, uri = meeting.meeting.uri] { window->showMeeting(uri); };
    }
    if (!m_parts.accounts)
        return items;
    for (const OpenAccount &other : m_parts.accounts->beside(m_parts.account)) {
        const std::optional<AccountLook> look = m_parts.accounts->look(other.account);
        if (!look)
            continue;
        for (const MeetingSummary &meeting : other.meetings.meetings(query)) {
            if (seen.contains(meeting.meeting.uri))
                continue;
            seen.insert(meeting.meeting.uri);
            items.append(meetingItem(meeting, setting));
            items.last().detail = tr("%1, %2").arg(items.last().detail, look->mark.name);
            items.last().run = [accounts = m_parts.accounts, key = look->key, uri = meeting.meeting.uri] { accounts->show(key, uri); };
        }
    }
    return items;
}

PaletteItem WindowCommands::meetingItem(const MeetingSummary &meeting, const AgendaSetting &setting)
{
    PaletteItem item;
    item.title = tr("%1, %2").arg(peopleText(meeting), nameText(meeting.meeting));
    item.detail = dateAndTimesText(meeting.meeting.start, meeting.meeting.end, setting.zone, setting.now, setting.locale);
    if (meeting.meeting.canceled)
        item.detail = tr("%1, canceled").arg(item.detail);
    item.stripe = meeting.color;
    item.verb = tr("Show meeting");
    return item;
}
