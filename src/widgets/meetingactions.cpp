// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingactions.h"

#include "bookagainaction.h"
#include "canceldialog.h"
#include "cancelqueue.h"
#include "cancelseveraldialog.h"
#include "externallinks.h"
#include "heldactions.h"
#include "icons.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "noshowaction.h"
#include "offlinewords.h"
#include "openaccounts.h"
#include "placeopening.h"
#include "plaintext.h"
#include "syncservice.h"
#include "toasthost.h"
#include "zones.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace {

/// The invitee's page may give the meeting to somebody else. Of a type that is not stored, several hosts are a hint.
bool mayGetOtherHost(const MeetingDetails &details)
{
    if (!details.eventType)
        return details.meeting.hosts.size() > 1;
    const EventType::Kind kind = details.eventType->kind;
    return kind == EventType::Kind::RoundRobin || kind == EventType::Kind::MultiPool;
}

} // namespace

QList<Invitee> MeetingActions::concerned(const MeetingDetails &details)
{
    QList<Invitee> active;
    std::copy_if(details.invitees.begin(), details.invitees.end(), std::back_inserter(active),
                 [](const Invitee &invitee) { return !invitee.canceled; });
    return active.isEmpty() ? details.invitees : active;
}

MeetingActions::MeetingActions(const MainWindowParts &parts, ToastHost &toasts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_toasts(toasts)
    , m_window(window)
    , m_showThere(make("showInItsAccount", {}, QStringLiteral("switch"), &MeetingActions::showThere))
    , m_join(make("joinMeeting", tr("&Join"), QStringLiteral("video"), &MeetingActions::joinMeeting))
    , m_reschedule(make("rescheduleMeeting", tr("&Reschedule…"), QStringLiteral("moved"), &MeetingActions::rescheduleMeeting))
    , m_copyEmail(make("copyEmail", tr("Copy &e-mail"), QStringLiteral("mail"), &MeetingActions::copyFirstEmail))
    , m_cancel(make("cancelMeeting", tr("&Cancel…"), QStringLiteral("canceled"), &MeetingActions::cancelMeeting))
    , m_copyAddresses(make("copyAddresses", tr("Copy &all addresses"), QStringLiteral("team"), &MeetingActions::copyAddresses))
    , m_copyText(make("copyMeetingText", tr("Copy as &text"), QStringLiteral("copy"), &MeetingActions::copyAsText))
    , m_copyMarkdown(make("copyMeetingMarkdown", tr("Copy as &Markdown"), QStringLiteral("copy"), &MeetingActions::copyAsMarkdown))
    , m_copyCsv(make("copyMeetingCsv", tr("Copy as CS&V"), QStringLiteral("copy"), &MeetingActions::copyAsCsv))
    , m_writeMail(make("writeMail", tr("&Write mail"), QStringLiteral("mail"), &MeetingActions::writeMail))
    , m_openCancelPage(make("openCancelPage", tr("Open their cancel &page in browser"), QStringLiteral("browser"), &MeetingActions::openCancelPage))
    , m_noShow(new NoShowAction(parts, toasts, window))
    , m_bookAgain(new BookAgainAction(parts, toasts, window, this))
    , m_closeDay(make("closeDay", tr("C&lose a day…"), QStringLiteral("off"), &MeetingActions::closeCurrentDay))
    , m_lastCancellations(make("lastCancellations", tr("Last cancellat&ions…"), QStringLiteral("canceled"), &MeetingActions::showLastCancellations))
    , m_holdFirst(new QAction(tr("Wait &6 seconds before sending"), this))
{
    m_reschedule->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_copyEmail->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_holdFirst->setObjectName(QStringLiteral("holdFirst"));
    m_holdFirst->setToolTip(tr("A confirmed cancellation or a no-show mark can be taken back before it leaves"));
    m_holdFirst->setCheckable(true);
    m_holdFirst->setChecked(parts.held.isOn());
    connect(m_holdFirst, &QAction::toggled, &parts.held, &HeldActions::setOn);
    connect(&parts.held, &HeldActions::onChanged, m_holdFirst, &QAction::setChecked);
    connect(&parts.cancels, &CancelQueue::changed, this, &MeetingActions::enable);
    connect(&parts.sync, &SyncService::changed, this, &MeetingActions::enable);
    connect(&parts.meetings, &MeetingService::cancelingChanged, this, &MeetingActions::enable);
    connect(m_noShow, &NoShowAction::heldChanged, this, &MeetingActions::noShowHeldChanged);
    enable();
}

QList<QAction *> MeetingActions::rest() const
{
    return {m_showThere, m_copyAddresses, m_copyText, m_copyMarkdown, m_copyCsv, m_writeMail, m_bookAgain, noShow(), noShowFollowUp(), m_openCancelPage};
}

QList<QAction *> MeetingActions::all() const
{
    return QList<QAction *>{m_showThere, m_join, m_reschedule, m_copyEmail} + rest().mid(1) << m_cancel;
}

QAction *MeetingActions::noShow() const
{
    return m_noShow->action();
}

QAction *MeetingActions::noShowFollowUp() const
{
    return m_noShow->followUp();
}

void MeetingActions::followUpNoShow()
{
    m_noShow->markAndWrite();
}

bool MeetingActions::isNoShowHeld(const QUrl &invitee) const
{
    return m_noShow->isHeld(invitee);
}

void MeetingActions::toggleNoShow(const QUrl &invitee)
{
    m_noShow->toggle(invitee);
}

void MeetingActions::setMeeting(const std::optional<MeetingDetails> &meeting, const AgendaSetting &setting,
                                const std::optional<MergedMeetings::Owner> &owner)
{
    m_meeting = meeting;
    m_setting = setting;
    m_owner = owner;
    m_noShow->setMeeting(owner ? std::nullopt : meeting);
    m_bookAgain->setMeeting(owner ? std::nullopt : meeting);
    enable();
}

QList<QAction *> MeetingActions::forMenuBar() const
{
    return all() << m_closeDay << m_lastCancellations << m_holdFirst;
}

void MeetingActions::setSelection(const QList<QUrl> &own, int count, ReadSelected read)
{
    m_selection = own;
    m_selected = count;
    m_readSelected = std::move(read);
    m_noShow->setSelection(own);
    enable();
}

QAction *MeetingActions::bookAgain() const
{
    return m_bookAgain;
}

QString MeetingActions::hint() const
{
    if (m_owner)
        return whyOnlyThere();
    if (!m_meeting || m_meeting->meeting.canceled)
        return {};
    return whyOffline(m_parts, tr("Canceling needs the network. Copying addresses works."));
}

QAction *MeetingActions::make(const char *name, const QString &text, const QString &icon, Act act)
{
    auto *action = new QAction(themeIcon(icon), text, this);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, act);
    return action;
}

void MeetingActions::turn(QAction *action, const QString &reason, const QString &tip)
{
    action->setEnabled(reason.isEmpty());
    action->setToolTip((reason.isEmpty() ? tip : reason).toHtmlEscaped());
}

QString MeetingActions::whyNoAddress() const
{
    if (!m_meeting)
        return tr("No meeting is selected.");
    if (areSeveral() || !addresses(true).isEmpty()) // who is among many is looked up when it is wanted
        return {};
    return m_meeting->inviteesKnown ? tr("Nobody is invited.") : tr("Who is invited is still being read.");
}

/// Empty for a meeting of this window's account.
QString MeetingActions::whyOnlyThere() const
{
    return m_owner ? tr("This meeting is in the account %1, and is changed there.").arg(oneLine(m_owner->mark.name, 80)) : QString();
}

QString MeetingActions::whyNotCancel() const
{
    if (!m_meeting)
        return tr("No meeting is selected.");
    if (m_owner)
        return whyOnlyThere();
    if (m_selection.size() > 1) // the question sorts out which of them still can be
        return whyOffline(m_parts, tr("Canceling needs the network."));
    if (m_meeting->meeting.canceled)
        return tr("This meeting is canceled already.");
    if (!isUpcoming(m_meeting->meeting, m_parts.clock()))
        return tr("This meeting is over.");
    if (m_parts.meetings.isCanceling(m_meeting->meeting.uri) || m_parts.cancels.concerns(m_meeting->meeting.uri))
        return tr("This meeting is being canceled.");
    return whyOffline(m_parts, tr("Canceling needs the network."));
}

QString MeetingActions::whyNotReschedule() const
{
    if (!m_meeting)
        return tr("No meeting is selected.");
    if (m_owner)
        return whyOnlyThere();
    if (m_meeting->meeting.canceled)
        return tr("This meeting is canceled.");
    if (!isUpcoming(m_meeting->meeting, m_parts.clock()))
        return tr("This meeting is over.");
    if (isGroup(m_meeting->meeting))
        return tr("In a group event each person moves their own booking.");
    const QList<Invitee> people = concerned(*m_meeting);
    if (people.isEmpty() || people.first().rescheduleUrl.isEmpty())
        return m_meeting->inviteesKnown ? tr("Calendly gave no page for moving this meeting.") : tr("Who is invited is still being read.");
    return whyOffline(m_parts, tr("Rescheduling needs the network."));
}

void MeetingActions::enable()
{
    m_showThere->setVisible(m_owner.has_value());
    if (m_owner) // an ampersand in a name is not a key
        m_showThere->setText(tr("&Show in %1").arg(oneLine(m_owner->mark.name, 80).replace(QLatin1Char('&'), QLatin1String("&&"))));
    const QUrl target = m_meeting ? placeTarget(m_meeting->meeting.place) : QUrl();
    const bool phone = target.scheme() == QLatin1String("tel");
    const bool map = m_meeting && m_meeting->meeting.place.kind == Place::Kind::Physical;
    m_joinIcon = phone ? QStringLiteral("phone") : map ? QStringLiteral("place") : QStringLiteral("video");
    m_join->setText(phone ? tr("&Dial") : map ? tr("Show on &map") : tr("&Join"));
    const bool over = m_meeting && (m_meeting->meeting.canceled || !isUpcoming(m_meeting->meeting, m_parts.clock()));
    turn(m_join, !m_meeting        ? tr("No meeting is selected.")
             : over                ? tr("This meeting is over or canceled.")
             : target.isEmpty()    ? tr("There is nothing to open: the place has no address.")
                                   : QString(),
         tr("Open the place of this meeting"));
    turn(m_reschedule, whyNotReschedule(), tr("Choose another time in the browser"));
    const auto selected = static_cast<int>(m_selection.size());
    m_cancel->setText(selected > 1 ? tr("&Cancel %n meetings…", nullptr, selected) : tr("&Cancel…"));
    //: On the button of the card, which has little room; the number is that of the selected meetings.
    m_cancel->setIconText(selected > 1 ? tr("&Cancel %1…").arg(selected) : m_cancel->text());
    turn(m_cancel, whyNotCancel(), selected > 1 ? tr("Cancel the selected meetings for everybody") : tr("Cancel this meeting for everybody"));
    turn(m_closeDay, whyOffline(m_parts, tr("Canceling needs the network.")), tr("Cancel what is left of a day"));
    turn(m_lastCancellations, m_parts.cancels.items().isEmpty() ? tr("There is none whose results were not seen.") : QString(),
         tr("Show what came of canceling several meetings"));
    turn(m_copyEmail, whyNoAddress(), tr("Copy the address of who booked"));
    turn(m_copyAddresses, whyNoAddress(), tr("Copy the addresses of everybody who booked and of their guests"));
    turn(m_writeMail, whyNoAddress(), tr("Write to everybody in the mail program"));
    turn(m_copyText, m_meeting ? QString() : tr("No meeting is selected."), tr("Copy time, people and place as lines of text"));
    turn(m_copyMarkdown, m_meeting ? QString() : tr("No meeting is selected."), tr("Copy everything on the card for notes and wikis"));
    turn(m_copyCsv, m_meeting ? QString() : tr("No meeting is selected."), tr("Copy as rows for a spreadsheet, under a row of heads"));
    const bool single = m_meeting && !isGroup(m_meeting->meeting) && !concerned(*m_meeting).isEmpty() && !concerned(*m_meeting).first().cancelUrl.isEmpty();
    turn(m_openCancelPage, m_owner ? whyOnlyThere() : single && !over ? QString() : tr("There is no such page for this meeting."), tr("Open the page that the invitee would cancel with"));
}

/// Opens a page of the invitee's; where that fails, says so and offers to copy its address, which is secret.
void MeetingActions::open(const QUrl &url, const QString &copied)
{
    if (openExternally(url))
        return;
    Toast toast{.kind = Toast::Kind::Failed, .text = tr("The browser could not be opened."), .actionText = tr("Copy its address")};
    toast.action = [this, url, copied] { copy(url.toString(QUrl::FullyEncoded), copied); };
    m_toasts.show(toast);
}

void MeetingActions::joinMeeting()
{
    if (m_meeting)
        openPlace(m_meeting->meeting.place, m_parts, m_toasts);
}

void MeetingActions::rescheduleMeeting()
{
    if (!m_meeting || !m_reschedule->isEnabled())
        return;
    const bool otherHost = mayGetOtherHost(*m_meeting);
    if (concerned(*m_meeting).isEmpty())
        return;
    const QUrl page = concerned(*m_meeting).first().rescheduleUrl;
    if (!otherHost)
        return openReschedulePage(page);
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Reschedule"), tr("Another host may be picked"), QMessageBox::NoButton, m_window);
    question->setObjectName(QStringLiteral("rescheduleQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("This is a round robin meeting: Calendly may give the new time to another host. The page opens in the browser."));
    question->addButton(tr("Keep as it is"), QMessageBox::RejectRole);
    QPushButton *go = question->addButton(tr("Open in browser"), QMessageBox::AcceptRole);
    // Meanwhile another meeting may have become the current one.
    connect(go, &QPushButton::clicked, this, [this, page] { openReschedulePage(page); });
    question->open();
}

void MeetingActions::openReschedulePage(const QUrl &page)
{
    open(page, tr("Address copied. Whoever has it can move this meeting."));
}

void MeetingActions::showThere()
{
    if (m_owner && m_meeting)
        m_parts.accounts->show(m_owner->key, m_meeting->meeting.uri);
}

void MeetingActions::openCancelPage()
{
    if (!m_meeting || concerned(*m_meeting).isEmpty())
        return;
    open(concerned(*m_meeting).first().cancelUrl, tr("Address copied. Whoever has it can cancel this meeting."));
}

void MeetingActions::cancelMeeting()
{
    if (!m_meeting || !m_cancel->isEnabled())
        return;
    if (m_selection.size() > 1)
        return CancelSeveralDialog::cancelMeetings(m_parts, m_toasts, m_window, m_selection);
    auto *dialog = new CancelDialog(*m_meeting, m_setting, m_parts, m_toasts, m_window);
    dialog->open();
}

/// The day that one is on in a calendar, else that of the current meeting; of a day that is over nothing is left, so that it
/// is today then.
void MeetingActions::closeCurrentDay()
{
    const QTimeZone zone = shownZone(m_parts);
    const QDate today = wallClock(m_parts.clock(), zone).date();
    QDate day = m_day ? m_day() : QDate();
    if (!day.isValid() && m_meeting)
        day = wallClock(m_meeting->meeting.start, zone).date();
    CancelSeveralDialog::closeDay(m_parts, m_toasts, m_window, day.isValid() ? std::max(day, today) : today);
}

void MeetingActions::showLastCancellations()
{
    CancelSeveralDialog::showRun(m_parts, m_toasts, m_window);
}
