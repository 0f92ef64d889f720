// SPDX-License-Identifier: GPL-3.0-or-later
// What MeetingActions copies of a meeting, and writing to its people.
#include "meetingactions.h"

#include "accountservice.h"
#include "agendatext.h"
#include "cardcontent.h"
#include "cardmarkdown.h"
#include "csvwriter.h"
#include "errortext.h"
#include "externallinks.h"
#include "maildraft.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "meetingwriter.h"
#include "openaccounts.h"
#include "plaintext.h"
#include "toasthost.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace {

constexpr qsizetype longestMailto = 2000; ///< what all systems hand over to a mail program uncut

} // namespace

QList<MeetingDetails> MeetingActions::chosen() const
{
    if (!areSeveral() || !m_readSelected)
        return m_meeting ? QList<MeetingDetails>{*m_meeting} : QList<MeetingDetails>();
    const Result<QList<MeetingDetails>> meetings = m_readSelected();
    if (!meetings)
        m_toasts.show({.kind = Toast::Kind::Failed, .text = errorSentence(meetings.error())});
    return meetings.value_or({});
}

/// Of how many of the chosen meetings nobody knows yet who is invited.
QString MeetingActions::unreadText(const QList<MeetingDetails> &meetings)
{
    const auto unread = static_cast<int>(std::count_if(meetings.begin(), meetings.end(), [](const MeetingDetails &each) { return !each.inviteesKnown; }));
    if (unread == 0)
        return {};
    return unread == 1 ? tr("Of one meeting it is not known yet who is invited: its people are missing.")
                       : tr("Of %n meetings it is not known yet who is invited: their people are missing.", nullptr, unread);
}

QStringList MeetingActions::addresses(bool guestsToo) const
{
    return addressesOf(chosen(), guestsToo);
}

QStringList MeetingActions::addressesOf(const QList<MeetingDetails> &meetings, bool guestsToo)
{
    QStringList found;
    for (const MeetingDetails &meeting : meetings) {
        for (const Invitee &invitee : concerned(meeting))
            found.append(oneLine(invitee.email));
        for (const QString &guest : guestsToo ? meeting.meeting.guests : QStringList())
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
    const QList<MeetingDetails> meetings = chosen();
    if (meetings.isEmpty()) // said already
        return;
    const QStringList all = addressesOf(meetings, false);
    if (all.isEmpty())
        return copyAll(addressesOf(meetings, true), unreadText(meetings));
    copyAll(all, unreadText(meetings));
}

void MeetingActions::copyAddresses()
{
    const QList<MeetingDetails> meetings = chosen();
    if (!meetings.isEmpty())
        copyAll(addressesOf(meetings, true), unreadText(meetings));
}

/// `missing`: why these are not all; empty where they are.
void MeetingActions::copyAll(const QStringList &all, const QString &missing)
{
    if (all.isEmpty())
        return m_toasts.show({.kind = Toast::Kind::Info, .text = tr("Nobody is invited, or who is invited is still being read.")});
    const QString notice = all.size() == 1 ? tr("Copied %1").arg(all.first()) : tr("%n addresses copied", nullptr, static_cast<int>(all.size()));
    if (missing.isEmpty())
        return copy(all.join(QStringLiteral(", ")), notice);
    QGuiApplication::clipboard()->setText(all.join(QStringLiteral(", ")));
    m_toasts.show({.kind = Toast::Kind::Warning, .text = tr("%1. %2").arg(notice, missing)});
}

void MeetingActions::copyAsText()
{
    const QList<MeetingDetails> meetings = chosen();
    QStringList texts;
    for (const MeetingDetails &meeting : meetings)
        texts.append(meetingAsText(summaryOf(meeting), m_setting));
    if (texts.size() == 1)
        copy(texts.first(), tr("Meeting copied as text"));
    else if (!texts.isEmpty())
        copy(texts.join(QStringLiteral("\n\n")), tr("%n meetings copied as text", nullptr, static_cast<int>(texts.size())));
}

void MeetingActions::copyAsMarkdown()
{
    if (!m_meeting)
        return;
    if (areSeveral()) {
        const QList<MeetingDetails> meetings = chosen();
        if (meetings.isEmpty())
            return;
        return copy(QString::fromUtf8(exported(meetings, ExportFormat::Markdown, exportSetting())),
                    tr("%n meetings copied as Markdown", nullptr, static_cast<int>(meetings.size())));
    }
    const std::optional<Account> account = m_parts.account.account();
    MeetingDetails whole = *m_meeting;
    const OpenAccount *other = m_owner ? m_parts.accounts->find(m_owner->key) : nullptr;
    whole.person = (other ? other->meetings : m_parts.meetings).historyBefore(whole);
    copy(cardAsMarkdown(cardContent(whole, m_setting, account ? account->user.uri : QUrl()), m_setting), tr("Meeting copied as Markdown"));
}

void MeetingActions::copyAsCsv()
{
    const QList<MeetingDetails> meetings = chosen();
    if (meetings.isEmpty())
        return;
    const auto count = static_cast<int>(meetings.size());
    // The mark of the encoding is for files.
    const QByteArray rows = exported(meetings, ExportFormat::Csv, exportSetting()).mid(csvMark().size());
    copy(QString::fromUtf8(rows), count == 1 ? tr("Meeting copied as CSV") : tr("%n meetings copied as CSV", nullptr, count));
}

ExportSetting MeetingActions::exportSetting() const
{
    return {.now = m_parts.clock(), .zone = m_setting.zone, .locale = m_setting.locale};
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
    const QList<MeetingDetails> meetings = chosen();
    if (meetings.isEmpty())
        return;
    const QStringList all = addressesOf(meetings, true);
    if (all.isEmpty() || !m_meeting)
        return copyAll({}, {});
    if (const QString missing = unreadText(meetings); !missing.isEmpty())
        m_toasts.show({.kind = Toast::Kind::Warning, .text = missing});
    // Different meetings have no name in common.
    MailDraft draft{.subject = areSeveral() ? QString() : nameText(m_meeting->meeting)};
    const bool strangers = areSeveral() || isGroup(m_meeting->meeting) || concerned(*m_meeting).size() > 1;
    (strangers ? draft.bcc : draft.to) = all; // who booked apart from each other does not know of the others
    QUrl mail = mailtoUrl(draft);
    if (mail.toEncoded().size() > longestMailto) {
        mail = mailtoUrl({.subject = draft.subject});
        copy(all.join(QStringLiteral(", ")), tr("These are too many addresses to hand to a mail program. They are copied: paste them into Bcc."));
    }
    if (!openExternally(mail))
        m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("No mail program could be opened."), .actionText = tr("Copy addresses"),
                       .action = [this, all] { copyAll(all, {}); }}); // another meeting may be current by then
}
