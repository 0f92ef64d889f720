// SPDX-License-Identifier: GPL-3.0-or-later
#include "linknews.h"

#include "accountservice.h"
#include "format.h"
#include "linkbatch.h"
#include "linkservice.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "plaintext.h"
#include "syncservice.h"
#include "toasthost.h"
#include "zones.h"

#include <QCryptographicHash>

namespace {

constexpr int mostToldOneByOne = 2;

} // namespace

/// Per account: another one has links of its own.
QString expiryToldKey(const QString &account)
{
    const QByteArray hash = QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("links/expiryTold/") + QLatin1String(hash);
}

LinkNews::LinkNews(const MainWindowParts &parts, ToastHost &toasts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_toasts(toasts)
{
    connect(&m_parts.meetings, &MeetingService::changed, this, &LinkNews::tellBookings);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &LinkNews::tellBookings);
    connect(&m_parts.sync, &SyncService::changed, this, &LinkNews::tellExpiring);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &LinkNews::tellInterrupted);
    connect(&m_parts.links, &LinkService::changed, this, &LinkNews::tellCount);
    connect(&m_parts.meetings, &MeetingService::changed, this, &LinkNews::tellCount);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &LinkNews::tellCount);
}

void LinkNews::tellCount()
{
    const int count = m_parts.links.totals().expiringSoon;
    emit expiring(count > 0 ? QLocale().toString(count) : QString(), count > 0 ? tr("%n expire within 7 days", nullptr, count) : QString());
}

void LinkNews::tellBookings()
{
    const QList<LinkEntry> news = m_parts.links.takeNews();
    if (news.size() > mostToldOneByOne) {
        m_toasts.show({.text = tr("%n links you sent were booked", nullptr, static_cast<int>(news.size())),
                       .actionText = tr("Show links"),
                       .action = [this] { emit linksWanted(); }});
        return;
    }
    for (const LinkEntry &entry : news)
        tellOne(entry);
}

void LinkNews::tellOne(const LinkEntry &entry)
{
    const QTimeZone zone = shownZone(m_parts);
    const QString sent = plainDateText(wallClock(entry.link.createdAt, zone).date(), wallClock(m_parts.clock(), zone).date());
    const QString person = isolated(oneLine(entry.person, 60));
    Toast toast{.text = person.isEmpty() ? tr("The link you sent on %1 was booked").arg(sent) : tr("%1 booked the link you sent on %2").arg(person, sent)};
    if (!entry.meeting.isEmpty()) {
        toast.actionText = tr("Show meeting");
        toast.action = [this, meeting = entry.meeting] { emit meetingWanted(meeting); };
    }
    m_toasts.show(toast);
}

/// After a look at Calendly only: what was booked meanwhile is not unused.
void LinkNews::tellExpiring()
{
    const std::optional<Account> account = m_parts.account.account();
    if (m_parts.sync.state() != SyncService::State::UpToDate || !account || !m_parts.remembered || !m_parts.remember)
        return;
    const QString today = wallClock(m_parts.clock(), shownZone(m_parts)).date().toString(Qt::ISODate);
    if (m_parts.remembered(expiryToldKey(account->key)).toString() == today)
        return;
    m_parts.remember(expiryToldKey(account->key), today);
    if (const int count = m_parts.links.totals().expiringSoon; count > 0)
        m_toasts.show({.kind = Toast::Kind::Info, .text = tr("%n links expire within 7 days, unused", nullptr, count),
                       .actionText = tr("Show links"), .action = [this] { emit linksWanted(); }});
}

void LinkNews::tellInterrupted()
{
    if (!m_parts.links.batch().isOpen())
        return;
    const int made = m_parts.links.batch().count(LinkOrder::State::Made);
    m_toasts.show({.kind = Toast::Kind::Warning,
                   .text = tr("Making %n links was interrupted; %1 are made.", nullptr, static_cast<int>(m_parts.links.batch().orders().size())).arg(QLocale().toString(made)),
                   .actionText = tr("Review…"),
                   .action = [this] { emit manyLinksWanted(); }});
}
