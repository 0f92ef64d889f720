// SPDX-License-Identifier: GPL-3.0-or-later
// What MeetingActions copies of a meeting, and writing to its people.
#include "meetingactions.h"

#include "accountservice.h"
#include "agendatext.h"
#include "cardcontent.h"
#include "cardmarkdown.h"
#include "externallinks.h"
#include "mainwindowparts.h"
#include "plaintext.h"
#include "toasthost.h"

#include <QClipboard>
#include <QGuiApplication>

QStringList MeetingActions::addresses(bool guestsToo) const
{
    QStringList found;
    if (!m_meeting)
        return found;
    for (const Invitee &invitee : concerned(*m_meeting))
        found.append(oneLine(invitee.email));
    if (guestsToo) {
        for (const QString &guest : m_meeting->meeting.guests)
            found.append(oneLine(guest));
    }
    found.removeAll(QString());
    found.removeDuplicates();
    return found;
}

void MeetingActions::copy(const QString &text, const QString &notice)
{
    QGuiApplication::clipboard()->setText(text);
    m_toasts.show({.text = notice});
}

void MeetingActions::copyPlace()
{
    if (!m_meeting)
        return;
    const QString address = cardContent(*m_meeting, m_setting, QUrl()).address;
    copy(address, tr("Place copied"));
}

void MeetingActions::copyFirstEmail()
{
    const QStringList all = addresses(false);
    if (all.isEmpty())
        return copyAddresses();
    if (all.size() == 1)
        copy(all.first(), tr("Copied %1").arg(all.first()));
    else
        copy(all.join(QStringLiteral(", ")), tr("%n addresses copied", nullptr, static_cast<int>(all.size())));
}

void MeetingActions::copyAddresses()
{
    copyAll(addresses(true));
}

void MeetingActions::copyAll(const QStringList &all)
{
    if (all.isEmpty())
        return;
    copy(all.join(QStringLiteral(", ")), all.size() == 1 ? tr("Copied %1").arg(all.first()) : tr("%n addresses copied", nullptr, static_cast<int>(all.size())));
}

void MeetingActions::copyAsText()
{
    if (m_meeting)
        copy(meetingAsText(summaryOf(*m_meeting), m_setting), tr("Meeting copied as text"));
}

void MeetingActions::copyAsMarkdown()
{
    if (!m_meeting)
        return;
    const std::optional<Account> account = m_parts.account.account();
    copy(cardAsMarkdown(cardContent(*m_meeting, m_setting, account ? account->user.uri : QUrl()), m_setting), tr("Meeting copied as Markdown"));
}

void MeetingActions::writeTo(const QUrl &mail)
{
    const QString address = mail.path();
    if (!openExternally(mail))
        m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("No mail program could be opened."), .actionText = tr("Copy address"),
                       .action = [this, address] { copy(address, tr("Copied %1").arg(address)); }});
}

void MeetingActions::writeMail()
{
    const QStringList all = addresses(true);
    QStringList encoded;
    for (const QString &address : all)
        encoded.append(QString::fromLatin1(QUrl::toPercentEncoding(address, "@")));
    if (encoded.isEmpty() || !m_meeting)
        return;
    const QString subject = QString::fromLatin1(QUrl::toPercentEncoding(nameText(m_meeting->meeting)));
    const QUrl mail(QStringLiteral("mailto:") + encoded.join(QLatin1Char(',')) + QStringLiteral("?subject=") + subject, QUrl::StrictMode);
    if (!openExternally(mail))
        m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("No mail program could be opened."), .actionText = tr("Copy addresses"),
                       .action = [this, all] { copyAll(all); }}); // another meeting may be current by then
}
