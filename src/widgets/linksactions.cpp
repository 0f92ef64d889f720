// SPDX-License-Identifier: GPL-3.0-or-later
// What LinksPage does with a link.
#include "cardpane.h"
#include "errortext.h"
#include "eventtypeservice.h"
#include "externallinks.h"
#include "linkcopier.h"
#include "linkmodel.h"
#include "linkservice.h"
#include "linkspage.h"
#include "linktext.h"
#include "linkwriter.h"
#include "manylinksdialog.h"
#include "toasthost.h"
#include "ui_linkspage.h"
#include "zones.h"

#include <QMenu>

#include <limits>

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
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    const QString address = QString::fromLatin1(QUrl::toPercentEncoding(labelParts(entry->link.label).email, "@"));
    const QString link = entry->link.bookingUrl.toString(QUrl::FullyEncoded);
    const QUrl mail(QStringLiteral("mailto:%1?subject=%2&body=%3").arg(address, encoded(entry->link.eventTypeName), encoded(link)), QUrl::StrictMode);
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

void LinksPage::sayWhyNotTakenBack()
{
    m_toasts.show({.kind = Toast::Kind::Info,
                   .text = tr("Calendly offers no way to take back a single-use link. It ends when it is booked, or after 90 days.")});
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
