// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelwatch.h"

#include "accountservice.h"
#include "agendarows.h"
#include "canceldialog.h"
#include "cancelnotice.h"
#include "cancelqueue.h"
#include "cancelrunpage.h"
#include "cancelseveraldialog.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "toasthost.h"

#include <algorithm>
#include <utility>

using State = CancelItem::State;

namespace {

AgendaSetting settingOf(const MainWindowParts &parts)
{
    AgendaSetting setting;
    setting.now = parts.clock();
    setting.zone = shownZone(parts);
    return setting;
}

Result<MeetingService::CancelOutcome> outcomeOf(const CancelItem &item)
{
    if (item.state == State::Canceled)
        return MeetingService::CancelOutcome::Canceled;
    if (item.state == State::CanceledBefore)
        return MeetingService::CancelOutcome::WasAlreadyCanceled;
    return Unexpected(item.problem.value_or(Error{}));
}

/// Mails went out for those that were canceled here, and for no others.
QString resultText(const CancelQueue &queue)
{
    const int canceled = queue.count(State::Canceled);
    if (canceled == 0)
        return CancelWatch::tr("Nothing was canceled here: %1.").arg(CancelRunPage::outcomeText(queue));
    if (canceled < queue.items().size())
        return CancelWatch::tr("%1. Calendly mails everybody whose meeting you canceled.").arg(CancelRunPage::outcomeText(queue));
    return canceled == 1 ? CancelWatch::tr("1 meeting is canceled. Calendly mails everybody.")
                         : CancelWatch::tr("%n meetings are canceled. Calendly mails everybody.", nullptr, canceled);
}

} // namespace

CancelWatch::CancelWatch(const MainWindowParts &parts, ToastHost &toasts, QWidget *window)
    : QObject(window), m_parts(parts), m_toasts(toasts), m_window(window)
{
    connect(&parts.account, &AccountService::accountSwitched, this, &CancelWatch::dropAll);
    connect(&parts.cancels, &CancelQueue::changed, this, &CancelWatch::changed);
    connect(&parts.cancels, &CancelQueue::changed, this, &CancelWatch::dropOldResult);
    connect(&parts.cancels, &CancelQueue::ended, this, &CancelWatch::runEnded);
    connect(&parts.cancels, &CancelQueue::singleEnded, this, &CancelWatch::singleEnded);
    connect(&parts.cancels, &CancelQueue::lookedAgain, this, &CancelWatch::lookedAgain);
    connect(&parts.cancels, &CancelQueue::strikingRefused, this, &CancelWatch::tellNotStruck);
}

bool CancelWatch::isLookedAt() const
{
    const QList<CancelSeveralDialog *> dialogs = m_window->findChildren<CancelSeveralDialog *>();
    return std::any_of(dialogs.begin(), dialogs.end(), [](const QWidget *dialog) { return dialog->isVisible(); });
}

QString CancelWatch::leftOver() const
{
    const CancelQueue &queue = m_parts.cancels;
    if (!queue.isOpen())
        return {};
    const int done = queue.settled();
    const int waiting = queue.count(State::Waiting);
    const int unknown = queue.count(State::Unknown);
    const int failed = queue.count(State::Failed);
    QStringList rest;
    if (waiting > 0)
        rest << tr("%1 not sent").arg(waiting);
    if (unknown > 0)
        rest << tr("%1 not known").arg(unknown);
    if (failed > 0)
        rest << tr("%1 not canceled").arg(failed);
    const QString next = queue.looksAgain() ? tr("Sundial looks again within a minute. Nothing is sent by itself.") : tr("Nothing goes on by itself.");
    return tr("Canceling was not finished: %1 of %2 meetings done, %3. %4").arg(done).arg(queue.items().size()).arg(rest.join(tr(", ")), next);
}

void CancelWatch::showRun()
{
    CancelSeveralDialog::showRun(m_parts, m_toasts, m_window);
    emit changed();
}

/// The notice of a run goes with its results: when these were seen, or another run took their place.
void CancelWatch::dropOldResult()
{
    const CancelQueue::State state = m_parts.cancels.state();
    if (state == CancelQueue::State::Empty || state == CancelQueue::State::Running)
        m_toasts.dismiss(std::exchange(m_resultToast, 0));
}

/// Whoever comes next neither knows these meetings nor can act on them. What is left over of the account is told by its banner
/// when it comes back.
void CancelWatch::dropAll()
{
    m_toasts.dismiss(std::exchange(m_resultToast, 0));
    for (const int notice : std::exchange(m_notices, {}))
        m_toasts.dismiss(notice);
}

void CancelWatch::runEnded()
{
    CancelQueue &queue = m_parts.cancels;
    if (isLookedAt())
        return;
    if (queue.isOpen()) {
        Toast toast{.kind = Toast::Kind::Warning, .text = tr("Canceling stopped: %1 of %2 meetings done").arg(queue.settled()).arg(queue.items().size()),
                    .actionText = tr("Show")};
        toast.action = [this] { showRun(); };
        m_resultToast = m_toasts.add(toast);
        return;
    }
    // What came of each, the addresses and the new links are kept until they were looked at, or are not wanted.
    Toast toast{.text = resultText(queue), .actionText = tr("Show")};
    toast.action = [this] { showRun(); };
    toast.closed = [&queue] {
        if (!queue.isOpen())
            queue.clear();
    };
    m_resultToast = m_toasts.add(toast);
}

void CancelWatch::singleEnded(const CancelItem &item)
{
    if (isSettled(item) || !isToldInDialog(item))
        tell(item);
}

/// An open dialog tells by itself what became of its meeting.
void CancelWatch::lookedAgain(const CancelItem &item)
{
    if (!isToldInDialog(item) && !isLookedAt())
        tell(item);
    else
        dropNotice(item.meeting);
}

/// What was told before of a meeting is no longer true.
void CancelWatch::dropNotice(const QUrl &meeting)
{
    m_toasts.dismiss(m_notices.take(meeting));
}

bool CancelWatch::isToldInDialog(const CancelItem &item) const
{
    const QList<CancelDialog *> dialogs = m_window->findChildren<CancelDialog *>();
    return std::any_of(dialogs.begin(), dialogs.end(), [&item](const CancelDialog *dialog) { return dialog->isAbout(item.meeting); });
}

void CancelWatch::tell(const CancelItem &item)
{
    dropNotice(item.meeting);
    const std::optional<MeetingDetails> stored = m_parts.meetings.details(item.meeting);
    const MeetingDetails details = stored.value_or(MeetingDetails{.meeting = {.uri = item.meeting, .name = item.name, .start = item.start}});
    Toast toast = item.state == State::Unknown ? unknownCancelNotice(details, settingOf(m_parts), m_parts.cancels.looksAgain(item.meeting))
                                               : cancelNotice(outcomeOf(item), details, settingOf(m_parts));
    if (item.state == State::Unknown) {
        toast.actionText = tr("Show");
        toast.action = [this] { showRun(); };
    } else if (stored && (item.state == State::Failed || item.state == State::Waiting)) {
        toast.actionText = tr("Try again…");
        toast.action = [this, item] { askAgain(item); };
    }
    m_notices.insert(item.meeting, m_toasts.add(toast));
}

void CancelWatch::tellNotStruck()
{
    m_toasts.show({Toast::Kind::Warning,
                   tr("Sundial could not note that a cancellation is settled; the disk may be full. Nothing more is sent. Make room: Sundial tries "
                      "again every minute, and until then the next start may ask about it once more."),
                   {},
                   {}});
}

/// The same question again, with the reason that was written.
void CancelWatch::askAgain(const CancelItem &item)
{
    const std::optional<MeetingDetails> details = m_parts.meetings.details(item.meeting);
    if (!details)
        return;
    auto *dialog = new CancelDialog(*details, settingOf(m_parts), m_parts, m_toasts, m_window);
    dialog->setReason(item.reason);
    dialog->open();
}
