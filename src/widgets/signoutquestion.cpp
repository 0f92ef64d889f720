// SPDX-License-Identifier: GPL-3.0-or-later
#include "signoutquestion.h"

#include "accountservice.h"
#include "bookingservice.h"
#include "cancelqueue.h"
#include "endontheweb.h"
#include "heldactions.h"
#include "linkbatch.h"
#include "linkservice.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "pendingwrites.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

SignOutQuestion::SignOutQuestion(const MainWindowParts &parts, QWidget *window) : QObject(window), m_parts(parts), m_window(window)
{
    connect(&parts.cancels, &CancelQueue::changed, this, &SignOutQuestion::present);
    connect(&parts.held, &HeldActions::changed, this, &SignOutQuestion::present);
    connect(&parts.links.batch(), &LinkBatch::changed, this, &SignOutQuestion::present);
    connect(&parts.account.writes(), &PendingWrites::changed, this, &SignOutQuestion::present);
    // Queued: the store goes with the account, and whoever says this may not be through with it.
    connect(&parts.cancels, &CancelQueue::changed, this, &SignOutQuestion::goOn, Qt::QueuedConnection);
    connect(&parts.links.batch(), &LinkBatch::changed, this, &SignOutQuestion::goOn, Qt::QueuedConnection);
    connect(&parts.meetings, &MeetingService::cancelingChanged, this, &SignOutQuestion::goOn, Qt::QueuedConnection);
    connect(&parts.meetings, &MeetingService::markingChanged, this, &SignOutQuestion::goOn, Qt::QueuedConnection);
    connect(&parts.account.writes(), &PendingWrites::changed, this, &SignOutQuestion::goOn, Qt::QueuedConnection);
}

void SignOutQuestion::ask()
{
    if (m_box || m_isConfirmed)
        return;
    m_box = new QMessageBox(QMessageBox::NoIcon, tr("Sign out"), tr("Sign out of this account?"), QMessageBox::NoButton, m_window);
    m_box->setObjectName(QStringLiteral("signOutQuestion"));
    m_box->setTextFormat(Qt::PlainText);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *out = m_box->addButton(isCanceling() || isMakingLinks() ? tr("Stop and sign out") : tr("Sign out"), QMessageBox::DestructiveRole);
    QPushButton *stay = m_box->addButton(tr("Stay signed in"), QMessageBox::RejectRole);
    m_box->setDefaultButton(stay);
    m_box->setEscapeButton(stay);
    connect(out, &QPushButton::clicked, this, &SignOutQuestion::confirmed);
    present();
    m_box->open();
}

/// Also while it is open: the numbers of a run go on.
void SignOutQuestion::present()
{
    if (!m_box)
        return;
    QStringList sentences = underWay();
    const bool isQuiet = sentences.isEmpty();
    const std::optional<Account> account = m_parts.account.account();
    if (account && account->personalToken)
        sentences << tr("Everything that Sundial stored of this account is removed from this computer, the token as well.") << endTokenOnTheWeb();
    else
        sentences << tr("The sign-in ends, and everything that Sundial stored of this account is removed from this computer.");
    if (isQuiet)
        sentences << tr("Nothing changes in Calendly.");
    m_box->setInformativeText(sentences.join(QLatin1Char(' ')));
}

/// What was confirmed and is not done.
QStringList SignOutQuestion::underWay() const
{
    const CancelQueue &queue = m_parts.cancels;
    QStringList sentences;
    const auto all = static_cast<int>(queue.items().size());
    const int left = all - queue.settled();
    if (left > 0) {
        sentences << tr("Of %1 meetings that are to be canceled, %2 are done and %3 are not.").arg(all).arg(queue.settled()).arg(left);
        sentences << tr("Sundial forgets the rest: it is not canceled.");
        if (const int unknown = queue.count(CancelItem::State::Unknown); unknown > 0)
            sentences << tr("Of %1 it is not known whether they are canceled; look them up in Calendly.").arg(unknown);
    }
    if (const int held = m_parts.held.count(HeldAction::Kind::Cancellation); held > 0)
        sentences << (held == 1 ? tr("A cancellation has not been sent yet. It is taken back, and the meeting stands.")
                                : tr("%n cancellations have not been sent yet. They are taken back, and the meetings stand.", nullptr, held));
    if (const int marks = m_parts.held.count(HeldAction::Kind::NoShow); marks > 0)
        sentences << (marks == 1 ? tr("A no-show mark has not been sent yet. It is taken back.")
                                 : tr("%n no-show marks have not been sent yet. They are taken back.", nullptr, marks));
    const LinkBatch &batch = m_parts.links.batch();
    const auto links = static_cast<int>(batch.orders().size());
    const int unknownLinks = batch.count(LinkOrder::State::Unknown);
    if (const int open = batch.count(LinkOrder::State::Waiting) + batch.count(LinkOrder::State::Sending); open + unknownLinks > 0) {
        const int made = batch.count(LinkOrder::State::Made);
        sentences << tr("Of %1 links that are to be made, %2 are done and %3 are not.").arg(links).arg(made).arg(links - made - unknownLinks);
        if (open > 0)
            sentences << tr("Sundial forgets the rest: it is not made.");
        if (unknownLinks > 0)
            sentences << tr("Of %1 it is not known whether they were made; such a link harms nobody.").arg(unknownLinks);
    }
    sentences << pending();
    if (const QString unknown = unknownBookings(); !unknown.isEmpty())
        sentences << unknown;
    return sentences;
}

/// What was sent, or waits to be, and has no answer.
QStringList SignOutQuestion::pending() const
{
    const PendingWrites &writes = m_parts.account.writes();
    QStringList sentences;
    if (writes.contains(PendingWrites::Kind::Booking))
        sentences << tr("A booking has no answer from Calendly yet.");
    if (writes.contains(PendingWrites::Kind::Erasure))
        sentences << tr("A deletion of data has no answer from Calendly yet.");
    if (writes.contains(PendingWrites::Kind::Link))
        sentences << tr("A link has no answer from Calendly yet.");
    if (writes.contains(PendingWrites::Kind::Member))
        sentences << tr("A change of the organization’s members has no answer from Calendly yet.");
    if (writes.contains(PendingWrites::Kind::Webhook))
        sentences << tr("A change of webhooks has no answer from Calendly yet.");
    if (!sentences.isEmpty())
        sentences << tr("Sundial waits for it and then asks again.");
    return sentences;
}

QString SignOutQuestion::unknownBookings() const
{
    const auto count = m_parts.bookings ? static_cast<int>(m_parts.bookings->unknown().size()) : 0;
    if (count == 0)
        return {};
    return count == 1 ? tr("Of a booking it is not known whether it was made, and Sundial forgets it; look it up in Calendly.")
                      : tr("Of %n bookings it is not known whether they were made, and Sundial forgets them; look them up in Calendly.", nullptr, count);
}

bool SignOutQuestion::isCanceling() const
{
    const CancelQueue::State state = m_parts.cancels.state();
    return state == CancelQueue::State::Running || state == CancelQueue::State::Stopping || m_parts.meetings.isBusy();
}

bool SignOutQuestion::isMakingLinks() const
{
    const LinkBatch::State state = m_parts.links.batch().state();
    return state == LinkBatch::State::Running || state == LinkBatch::State::Stopping;
}

bool SignOutQuestion::isSending() const
{
    return isCanceling() || isMakingLinks() || !m_parts.account.writes().isEmpty();
}

void SignOutQuestion::confirmed()
{
    m_isConfirmed = true;
    m_asksAgain = !m_parts.account.writes().isEmpty();
    m_parts.held.undoAll();
    m_parts.cancels.stop();
    m_parts.links.batch().stop();
    goOn();
}

void SignOutQuestion::goOn()
{
    if (!m_isConfirmed || isSending())
        return;
    m_isConfirmed = false;
    if (std::exchange(m_asksAgain, false))
        return ask();
    m_parts.account.signOut(this, [this](const Result<Done> &done) { ended(done); });
}

void SignOutQuestion::ended(const Result<Done> &done)
{
    if (done)
        return;
    const Error::Kind kind = done.error().kind;
    QString text = tr("The account is gone from this computer, but Calendly could not be told.");
    QString further = endSignInOnTheWeb();
    if (kind == Error::Kind::Storage || kind == Error::Kind::NotAllowed) {
        text = kind == Error::Kind::Storage ? tr("You are signed out, but not everything could be removed from this computer.")
                                            : tr("You are signed out, and everything is removed from this computer.");
        further = done.error().message;
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Signed out"), text, QMessageBox::Close,
                                m_window->isVisible() ? m_window : QApplication::activeWindow());
    box->setObjectName(QStringLiteral("signOutProblem"));
    box->setInformativeText(further);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}
