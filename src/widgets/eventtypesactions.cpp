// SPDX-License-Identifier: GPL-3.0-or-later
// What EventTypesPage does with an event type.
#include "cardpane.h"
#include "embedaction.h"
#include "errortext.h"
#include "eventtypefilter.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "eventtypespage.h"
#include "externallinks.h"
#include "icons.h"
#include "letterkeys.h"
#include "linkcopier.h"
#include "linktools.h"
#include "manylinksdialog.h"
#include "opentimesaction.h"
#include "sharedialog.h"
#include "shareservice.h"
#include "toasthost.h"
#include "ui_eventtypespage.h"

#include <QAction>
#include <QShortcut>

QAction *EventTypesPage::makeAction(const char *name, const QString &text, const QString &icon, const QList<QKeySequence> &keys, Act act)
{
    auto *action = new QAction(themeIcon(icon), text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, act);
    m_linkActions.append(action);
    return action;
}

void EventTypesPage::makeActions()
{
    QAction *single = makeAction("copySingleUseLink", tr("Copy single-use link"), QStringLiteral("link"), {Qt::CTRL | Qt::Key_L},
                                 &EventTypesPage::copySingleUse);
    QAction *label = makeAction("labelNextLink", tr("Single-use link with a label…"), QStringLiteral("label"), {Qt::SHIFT | Qt::Key_Return},
                                &EventTypesPage::focusLabel);
    QAction *ordinary = makeAction("copyOrdinaryLink", tr("Copy link"), QStringLiteral("copy"), {QKeySequence::Copy}, &EventTypesPage::copyLink);
    QAction *markdown = makeAction("copyLinkAsMarkdown", tr("Copy link as Markdown"), QStringLiteral("copy"), {}, &EventTypesPage::copyAsMarkdown);
    QAction *rich = makeAction("copyRichLink", tr("Copy link with its name"), QStringLiteral("copy"), {}, &EventTypesPage::copyNamed);
    m_pin = makeAction("pinType", tr("Pin"), QStringLiteral("add"), {Qt::CTRL | Qt::Key_D}, &EventTypesPage::togglePin);
    QAction *open = makeAction("openBookingPage", tr("Open booking page"), QStringLiteral("open"), {Qt::CTRL | Qt::Key_O},
                               &EventTypesPage::openInBrowser);
    QAction *customize = makeAction("customizeOnce", tr("Customized link for one person…"), QStringLiteral("person"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
                                    &EventTypesPage::customizeOnce);
    m_ownActions = {single, label, customize, m_pin};
    addAction(customize);
    addAction(single);
    addAction(open);
    addAction(m_pin);
    addAction(makeAction("manyLinks", tr("Many links…"), QStringLiteral("label"), {Qt::CTRL | Qt::SHIFT | Qt::Key_L}, &EventTypesPage::makeMany));
    // A text field keeps its own Ctrl+C and Enter: these act in the list only.
    for (QAction *inList : {label, ordinary})
        inList->setShortcutContext(Qt::WidgetShortcut);
    m_ui->list->addActions({single, label, customize, ordinary, markdown, rich, open, m_pin});
    const auto makeTimes = [this](OpenTimesAction::Purpose purpose) {
        return new OpenTimesAction(m_parts, m_toasts, [this] { return current(); }, this, m_ui->list, purpose);
    };
    QAction *openTimes = makeTimes(OpenTimesAction::Purpose::Share);
    QList<QAction *> booking;
    if (m_parts.bookings)
        booking.append(makeTimes(OpenTimesAction::Purpose::Book));
    connect(m_ui->card, &TypeCard::shareTimes, openTimes, &QAction::trigger);
    const auto *tools = new LinkTools(m_parts, m_toasts, [this] { return linkTarget(); }, this, m_ui->list, QStringLiteral("eventTypes"));
    auto *embed = new EmbedAction(m_parts, m_toasts, [this] { return current(); }, this, m_ui->list);
    m_linkActions += QList<QAction *>{openTimes} + booking + tools->actions() + QList<QAction *>{embed};
    m_ui->card->setMoreActions(booking + QList<QAction *>{customize, markdown, rich, m_pin} + tools->actions() + QList<QAction *>{embed});
    const auto listKey = [this](Qt::Key key, Act act) {
        auto *shortcut = new QShortcut(key, m_ui->list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    listKey(Qt::Key_Return, &EventTypesPage::copySingleUse);
    listKey(Qt::Key_Enter, &EventTypesPage::copySingleUse);
    listKey(Qt::Key_Space, &EventTypesPage::toggleCard);
    const auto letter = [this](const char *id, Act act) {
        LetterKeys::bind(m_parts.letters, QLatin1String(id), m_ui->list, this, [this, act] { (this->*act)(); });
    };
    letter("eventTypes.label", &EventTypesPage::focusLabel);
    letter("eventTypes.customize", &EventTypesPage::customizeOnce);
    letter("eventTypes.search", &EventTypesPage::focusSearch);
    LetterKeys::follow(m_parts.letters, QStringLiteral("eventTypes.label"), this, [this](const QKeySequence &key) { m_ui->card->setLabelKey(key); });
    LetterKeys::follow(m_parts.letters, QStringLiteral("eventTypes.shareTimes"), this, [this](const QKeySequence &key) { m_ui->card->setShareKey(key); });
}

std::optional<LinkTarget> EventTypesPage::linkTarget() const
{
    const std::optional<EventType> type = current();
    if (!type || type->schedulingUrl.isEmpty())
        return std::nullopt;
    return LinkTarget{.title = eventTypeTitle(*type), .url = type->schedulingUrl, .type = type};
}

/// Of a colleague's type the ordinary link is all there is.
void EventTypesPage::copySingleUse()
{
    if (isColleagues())
        copyLink();
    else if (const std::optional<EventType> type = current())
        m_copier->copySingleUse(*type, m_ui->card->label());
}

void EventTypesPage::prepareLink(const QUrl &type, const QString &label)
{
    clearFilters();
    m_ui->list->setCurrentIndex(m_filter->mapFromSource(m_model->index(m_model->rowOf(type.toString()), 0)));
    if (m_pane->isFolded() && !m_pane->isOpen())
        m_pane->toggle();
    m_ui->card->setLabel(label);
    m_ui->card->setFocus(Qt::OtherFocusReason); // not on anything that Enter sets off: it may be meant for another program
    m_toasts.show({.kind = Toast::Kind::Info, .text = tr("A link for this event type was asked for from outside Sundial. Nothing is made before you copy it here.")});
}

void EventTypesPage::customizeOnce()
{
    const std::optional<EventType> type = isColleagues() ? std::nullopt : current();
    if (type && ShareService::canShare(*type))
        (new ShareDialog(*type, {}, m_parts, m_toasts, window()))->open();
    else if (type)
        m_toasts.show({.kind = Toast::Kind::Info, .text = tr("Calendly customizes links of active one-on-one event types only.")});
}

void EventTypesPage::copyLink()
{
    if (const std::optional<EventType> type = current())
        m_copier->copyOrdinary(*type);
}

void EventTypesPage::copyAsMarkdown()
{
    if (const std::optional<EventType> type = current())
        m_copier->copyOrdinary(*type, LinkForm::Markdown);
}

void EventTypesPage::copyNamed()
{
    if (const std::optional<EventType> type = current())
        m_copier->copyOrdinary(*type, LinkForm::Named);
}

void EventTypesPage::makeMany()
{
    ManyLinksDialog::show(m_parts, m_toasts, this, isColleagues() ? QUrl() : m_shown);
}

void EventTypesPage::togglePin()
{
    const std::optional<EventType> type = current();
    if (!type)
        return;
    if (m_model->pinOf(*type) > 0) {
        if (const Result<Done> unpinned = m_parts.eventTypes.unpin(type->uri); !unpinned)
            m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("The pin could not be removed. %1").arg(errorSentence(unpinned.error()))});
        return;
    }
    const Result<int> pinned = m_parts.eventTypes.pin(type->uri);
    if (pinned)
        m_toasts.show({.text = tr("%1 is pinned. Alt+%2 copies a single-use link from anywhere in Sundial.").arg(eventTypeTitle(*type)).arg(*pinned)});
    else if (pinned.error().kind == Error::Kind::Conflict)
        m_toasts.show({.kind = Toast::Kind::Info, .text = tr("All nine digits are taken. Unpin a type first.")});
    else
        m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("The type could not be pinned. %1").arg(errorSentence(pinned.error()))});
}

void EventTypesPage::openInBrowser()
{
    if (const std::optional<EventType> type = current())
        openExternally(type->schedulingUrl);
}

void EventTypesPage::toggleCard()
{
    m_pane->toggle();
}

void EventTypesPage::focusLabel()
{
    if (isColleagues())
        return;
    if (!m_pane->isOpen())
        m_pane->toggle();
    m_ui->card->focusLabel();
}
