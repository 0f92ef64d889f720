// SPDX-License-Identifier: GPL-3.0-or-later
// What LinksPage does with a link.
#include "accountwords.h"
#include "cardpane.h"
#include "confirmation.h"
#include "errortext.h"
#include "eventtypeservice.h"
#include "externallinks.h"
#include "icons.h"
#include "linkcopier.h"
#include "letterkeys.h"
#include "linkmenu.h"
#include "linkmodel.h"
#include "linkservice.h"
#include "linkspage.h"
#include "linktext.h"
#include "linktools.h"
#include "linkwriter.h"
#include "maildraft.h"
#include "manylinksdialog.h"
#include "plaintext.h"
#include "sharedialog.h"
#include "shareservice.h"
#include "toasthost.h"
#include "ui_linkspage.h"
#include "zones.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>

#include <limits>

namespace {

/// Whose link it is, or of which event type where nobody is named.
QString shownName(const LinkEntry &entry)
{
    return isolated(entry.link.label.isEmpty() ? oneLine(entry.link.eventTypeName) : linkTitle(entry));
}

} // namespace

QAction *LinksPage::makeAction(const char *name, const QString &text, const QString &icon, const QList<QKeySequence> &keys, Act act)
{
    auto *action = new QAction(themeIcon(icon), text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, act);
    m_linkActions.append(action);
    return action;
}

void LinksPage::makeActions()
{
    auto *make = new QAction(themeIcon(QStringLiteral("link")), tr("Copy single-use link"), this);
    make->setShortcut(Qt::CTRL | Qt::Key_L);
    connect(make, &QAction::triggered, m_linkMenu, &LinkMenu::copyLink);
    m_linkActions.append(make);
    QAction *copy = makeAction("copyAgain", tr("Copy again"), QStringLiteral("copy"), {QKeySequence::Copy}, &LinksPage::copyAgain);
    QAction *label = makeAction("editLabel", tr("Edit label"), QStringLiteral("label"), {Qt::Key_F2}, &LinksPage::focusLabel);
    QAction *meeting = makeAction("showMeeting", tr("Show meeting"), QStringLiteral("schedule"), {}, &LinksPage::showMeeting);
    QAction *open = makeAction("openLink", tr("Open link"), QStringLiteral("open"), {Qt::CTRL | Qt::Key_O}, &LinksPage::openInBrowser);
    QAction *mail = makeAction("mailLink", tr("Write mail"), QStringLiteral("mail"), {}, &LinksPage::writeMail);
    QAction *back = makeAction("takeBack", tr("Take back…"), QStringLiteral("take-back"), {QKeySequence::Delete}, &LinksPage::takeBack);
    QAction *save = makeAction("exportLinks", tr("Export links…"), QStringLiteral("export"), {QKeySequence::Save}, &LinksPage::openExportMenu);
    QAction *many = makeAction("manyLinks", tr("Many links…"), QStringLiteral("label"), {Qt::CTRL | Qt::SHIFT | Qt::Key_L}, &LinksPage::makeMany);
    addActions({make, open, save, many});
    QAction *change = makeAction("changeLink", tr("Change customized link…"), QStringLiteral("edit"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O}, &LinksPage::changeLink);
    addAction(change);
    m_rowActions = {copy, label, meeting, open, mail, back, change};
    // A text field keeps its own keys: these act in the list only.
    for (QAction *inList : {copy, label, back})
        inList->setShortcutContext(Qt::WidgetShortcut);
    m_ui->list->addActions(m_rowActions);
    const auto *tools = new LinkTools(m_parts, m_toasts, [this] { return linkTarget(); }, this, m_ui->list, QStringLiteral("links"));
    m_linkActions += tools->actions();
    connect(m_ui->card, &LinkCard::qrWanted, tools->qrCode(), &QAction::trigger);
    m_rowActions += tools->actions();
    m_ui->singleUseLink->setKeyText(make->shortcut().toString(QKeySequence::NativeText));
    const auto listKey = [this](Qt::Key key, Act act) {
        auto *shortcut = new QShortcut(key, m_ui->list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    listKey(Qt::Key_Return, &LinksPage::mainAction);
    listKey(Qt::Key_Enter, &LinksPage::mainAction);
    listKey(Qt::Key_Space, &LinksPage::toggleCard);
    const auto letter = [this](const char *id, Act act) {
        LetterKeys::bind(m_parts.letters, QLatin1String(id), m_ui->list, this, [this, act] { (this->*act)(); });
    };
    letter("links.label", &LinksPage::focusLabel);
    letter("links.change", &LinksPage::changeLink);
    letter("links.search", &LinksPage::focusSearch);
}

void LinksPage::mainAction()
{
    const std::optional<LinkEntry> entry = current();
    if (!entry)
        return;
    switch (entry->status) {
    case LinkStatus::Open:
        return copyAgain();
    case LinkStatus::Booked:
        return showMeeting();
    case LinkStatus::Expired:
    case LinkStatus::Unknown:
        return makeNewOne();
    }
}

void LinksPage::makeMany()
{
    ManyLinksDialog::show(m_parts, m_toasts, this, m_query.eventType);
}

void LinksPage::copyAgain()
{
    if (const std::optional<LinkEntry> entry = current(); entry && entry->status != LinkStatus::Unknown)
        m_copier->copyAgain(*entry);
}

void LinksPage::makeNewOne()
{
    const std::optional<LinkEntry> entry = current();
    const std::optional<EventType> type = entry ? typeOf(*entry) : std::nullopt;
    if (type)
        m_copier->copySingleUse(*type, entry->link.label);
    else if (entry)
        m_toasts.show({.kind = Toast::Kind::Warning, .text = tr("The event type of this link is no longer there, so no new one was made.")});
}

void LinksPage::writeMail()
{
    const std::optional<LinkEntry> entry = current();
    if (!entry || entry->status == LinkStatus::Unknown)
        return;
    const QUrl mail = mailtoUrl({.to = {labelParts(entry->link.label).email},
                                 .subject = entry->link.eventTypeName,
                                 .text = entry->link.bookingUrl.toString(QUrl::FullyEncoded)});
    if (!openExternally(mail))
        m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("No mail program could be opened.")});
}

void LinksPage::openInBrowser()
{
    const std::optional<LinkEntry> entry = current();
    if (entry && !entry->link.bookingUrl.isEmpty() && !openExternally(entry->link.bookingUrl))
        m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("No browser could be opened.")});
}

void LinksPage::focusLabel()
{
    if (!current())
        return;
    if (!m_pane->isOpen())
        m_pane->toggle();
    m_ui->card->focusLabel();
}

void LinksPage::toggleCard()
{
    m_pane->toggle();
}

void LinksPage::takeBack()
{
    const std::optional<LinkEntry> entry = current();
    if (!entry || entry->status != LinkStatus::Open || !entry->share || entry->share->uri.isEmpty()) {
        m_toasts.show({.kind = Toast::Kind::Info,
                       .text = tr("Calendly offers no way to take back a single-use link. It ends when it is booked, or after 90 days. "
                                  "A customized link can be taken back until it is booked.")});
        return;
    }
    confirm({.objectName = QStringLiteral("takeBackQuestion"),
             .title = tr("Take back link"),
             .question = tr("Take back the link for %1?").arg(shownName(*entry)),
             .consequences = withAccount(m_parts, tr("Whoever has it can no longer book with it. This cannot be undone.")),
             .act = tr("Take back"),
             .keep = tr("Keep link")},
            m_parts.account, this, [this, link = *entry] { takeBackNow(link); });
}

void LinksPage::takeBackNow(const LinkEntry &entry)
{
    m_parts.links.shares().takeBack(entry.link.id, this, [this, title = shownName(entry)](const Result<Done> &done) {
        if (done)
            return m_toasts.show({.text = tr("The link for %1 is taken back.").arg(title)});
        const Error &error = done.error();
        const QString why = error.kind == Error::Kind::Refused && error.httpStatus == 0 ? error.message : errorSentence(error);
        m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("The link for %1 is not known to be taken back. %2").arg(title, why)});
    });
}

void LinksPage::changeLink()
{
    const std::optional<LinkEntry> entry = current();
    const std::optional<EventType> type = entry ? typeOf(*entry) : std::nullopt;
    const bool may = type && entry->status == LinkStatus::Open && entry->share && !entry->share->uri.isEmpty();
    if (may)
        (new ShareDialog(*type, entry, m_parts, m_toasts, window()))->open();
    else
        m_toasts.show({.kind = Toast::Kind::Info, .text = tr("Only a customized link can be changed, and only until somebody has booked with it.")});
}

void LinksPage::readShares()
{
    m_parts.links.shares().refresh(this, [this](const Result<Done> &read) {
        m_mayBeOld = !read;
        showOnline();
    });
}

void LinksPage::removeUnanswered()
{
    const std::optional<LinkEntry> entry = current();
    if (!entry || entry->status != LinkStatus::Unknown)
        return;
    if (const Result<Done> removed = m_parts.links.dropUnanswered(entry->link.id); !removed)
        m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("It could not be removed. %1").arg(errorSentence(removed.error()))});
    focusList();
}

void LinksPage::saveLabel(const QString &id, const QString &label)
{
    if (const Result<Done> saved = m_parts.links.setLabel(id, label); !saved)
        m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("The label could not be saved. %1").arg(errorSentence(saved.error()))});
}

void LinksPage::showMeeting()
{
    if (const std::optional<LinkEntry> entry = current(); entry && !entry->meeting.isEmpty())
        emit meetingWanted(entry->meeting);
}

void LinksPage::openExportMenu()
{
    if (!m_ui->exportLinks->isEnabled())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("exportMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Table for spreadsheets (CSV)…")), &QAction::triggered, this, [this] { exportAs(QStringLiteral("csv")); });
    connect(menu->addAction(tr("For programs (JSON)…")), &QAction::triggered, this, [this] { exportAs(QStringLiteral("json")); });
    connect(menu->addAction(tr("For notes (Markdown)…")), &QAction::triggered, this, [this] { exportAs(QStringLiteral("md")); });
    menu->popup(m_ui->exportLinks->mapToGlobal(QPoint(0, m_ui->exportLinks->height())));
}

/// All that the filters let through, not only what was scrolled to.
void LinksPage::exportAs(const QString &suffix)
{
    LinkQuery query = m_query;
    query.limit = std::numeric_limits<int>::max();
    const QDate today = wallClock(m_parts.clock(), shownZone(m_parts)).date();
    const ExportFormat format = suffix == QLatin1String("csv") ? ExportFormat::Csv : suffix == QLatin1String("json") ? ExportFormat::Json : ExportFormat::Markdown;
    const Result<QList<LinkEntry>> entries = m_parts.links.entries(query);
    if (!entries)
        return m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("Nothing was exported. %1").arg(errorSentence(entries.error()))});
    const ExportSetting setting{.now = m_parts.clock(), .zone = shownZone(m_parts), .locale = locale()};
    m_files.ask(tr("Export links"), tr("Links %1").arg(today.toString(Qt::ISODate)) + QLatin1Char('.') + suffix,
                [links = *entries, format, setting] { return exportedLinks(links, format, setting); });
}
