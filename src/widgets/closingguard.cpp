// SPDX-License-Identifier: GPL-3.0-or-later
#include "closingguard.h"

#include "accountservice.h"
#include "cancelqueue.h"
#include "heldactions.h"
#include "linkbatch.h"
#include "linkservice.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "openaccounts.h"
#include "pendingwrites.h"
#include "plaintext.h"

#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <utility>
#include <vector>

namespace {

constexpr int longestName = 80;
constexpr std::chrono::seconds patience{3}; // until quitting is offered without the result

}

ClosingGuard::ClosingGuard(const MainWindowParts &parts, QWidget *window) : QObject(window), m_parts(parts), m_window(window)
{
    connect(&m_parts.links.batch(), &LinkBatch::ended, this, [this] {
        if (std::exchange(m_stopping, false))
            goOn();
    });
    connect(&m_parts.account, &AccountService::keepingFailed, this, [this] { m_mayLoseSignIns = false; });
    connect(&parts.meetings, &MeetingService::cancelingChanged, this, &ClosingGuard::goOn);
    connect(&parts.meetings, &MeetingService::markingChanged, this, &ClosingGuard::goOn);
    connect(&parts.cancels, &CancelQueue::changed, this, &ClosingGuard::goOn);
    connect(&parts.cancels, &CancelQueue::singleEnded, this, [this](const CancelItem &item) { m_waiting = m_waiting && isSettled(item); });
    // Queued: a hold goes with the callback that is to tell what came of it.
    connect(&parts.account.writes(), &PendingWrites::changed, this, &ClosingGuard::goOn, Qt::QueuedConnection);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &ClosingGuard::askAboutSending);
}

bool ClosingGuard::isSending() const
{
    return m_stopping || m_parts.meetings.isBusy() || m_parts.cancels.isSendingSingle() || !m_parts.account.writes().isEmpty();
}

/// Closed once more, nobody wants to wait any longer.
void ClosingGuard::awaitResult()
{
    if (m_waiting)
        return askAboutSending();
    m_waiting = true;
    m_patience.start();
    emit awaitsResult();
}

void ClosingGuard::stay()
{
    m_waiting = false;
    m_patience.stop();
}

void ClosingGuard::goOn()
{
    if (isSending())
        return;
    const bool closes = m_waiting;
    stay();
    setLeaves(false);
    if (m_impatient) {
        m_impatient->close();
        m_question.clear();
    }
    if (closes)
        emit closeWanted();
}

/// Quitting leaves behind what is being sent, or no longer.
void ClosingGuard::setLeaves(bool leaves)
{
    m_leaves = leaves;
    if (m_parts.accounts)
        m_parts.accounts->setLeftBehind(m_parts.account, leaves);
}

bool ClosingGuard::mayClose()
{
    if (m_question)
        return false;
    if (!m_parts.held.isEmpty())
        askAboutHeld();
    else if (m_parts.cancels.state() == CancelQueue::State::Running)
        askAboutRun();
    else if (m_parts.links.batch().state() == LinkBatch::State::Running)
        askAboutLinks();
    if (m_question)
        return false;
    if (isSending() && !m_leaves) {
        awaitResult();
        return false;
    }
    const QString busy = m_parts.accounts ? m_parts.accounts->busyBeside(m_parts.account) : QString();
    if (!busy.isEmpty()) {
        m_parts.accounts->close(busy);
        return false;
    }
    const QStringList unkept = unkeptSignIns();
    if (unkept.isEmpty() || m_mayLoseSignIns)
        return true;
    askAboutSignIns(unkept);
    return false;
}

QMessageBox *ClosingGuard::makeQuestion(const QString &title, const QString &question, const QString &explanation)
{
    m_question = new QMessageBox(QMessageBox::NoIcon, title, question, QMessageBox::NoButton, m_window);
    m_question->setObjectName(QStringLiteral("closingQuestion"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setInformativeText(explanation);
    QPushButton *stay = m_question->addButton(tr("Stay"), QMessageBox::RejectRole);
    m_question->setDefaultButton(stay);
    m_question->setEscapeButton(stay);
    return m_question;
}

void ClosingGuard::askAboutSending()
{
    m_impatient = makeQuestion(tr("No answer yet"), tr("Calendly has not answered what was sent last."),
                               tr("If you quit now, it may be done all the same. At the next start Sundial shows the cancellations, bookings and links "
                                  "of which it is not known; please look for anything else in Calendly. As long as Sundial runs, it waits for the answer."));
    connect(m_impatient, &QDialog::rejected, this, &ClosingGuard::stay);
    QPushButton *quit = m_impatient->addButton(tr("Quit anyway"), QMessageBox::DestructiveRole);
    connect(quit, &QPushButton::clicked, this, [this] {
        m_impatient->close();
        m_question.clear();
        setLeaves(true);
        emit closeWanted();
    });
    m_impatient->open();
}

void ClosingGuard::askAboutHeld()
{
    const int cancellations = m_parts.held.count(HeldAction::Kind::Cancellation);
    const int marks = m_parts.held.count(HeldAction::Kind::NoShow);
    QStringList questions;
    if (cancellations > 0)
        questions << (cancellations == 1 ? tr("A cancellation has not been sent yet.")
                                         : tr("%n cancellations have not been sent yet.", nullptr, cancellations));
    if (marks > 0)
        questions << (marks == 1 ? tr("A no-show mark has not been sent yet.") : tr("%n no-show marks have not been sent yet.", nullptr, marks));
    QString explanation = cancellations + marks == 1 ? tr("It can be sent now, or taken back.") : tr("They can be sent now, or taken back.");
    if (cancellations > 0)
        explanation += QLatin1Char(' ') + (cancellations == 1 ? tr("Taken back, the meeting stands.") : tr("Taken back, the meetings stand."));
    QMessageBox *box = makeQuestion(tr("Not sent yet"), questions.join(QLatin1Char(' ')), explanation);
    QPushButton *now = box->addButton(tr("Send now"), QMessageBox::AcceptRole);
    const QString backText = marks > 0 ? tr("Take back") : cancellations == 1 ? tr("Keep the meeting") : tr("Keep the meetings");
    QPushButton *back = box->addButton(backText, QMessageBox::DestructiveRole);
    connect(now, &QPushButton::clicked, this, [this, box] {
        box->close();
        m_question.clear();
        m_parts.held.commitAll();
        emit closeWanted();
    });
    connect(back, &QPushButton::clicked, this, [this, box] {
        box->close();
        m_question.clear();
        m_parts.held.undoAll();
        emit closeWanted();
    });
    // While it is asked whether they are sent, they are not.
    m_parts.held.pause();
    connect(box, &QObject::destroyed, this, [this] { m_parts.held.resume(); });
    box->open();
}

void ClosingGuard::askAboutRun()
{
    const CancelQueue &queue = m_parts.cancels;
    QMessageBox *box = makeQuestion(tr("Still canceling"), tr("%1 of %2 meetings are done.").arg(queue.settled()).arg(queue.items().size()),
                                    tr("The rest can be left as it is. At the next start Sundial says what was done and asks about the rest."));
    offerToStop(*box, [this] { m_parts.cancels.stop(); });
}

void ClosingGuard::askAboutLinks()
{
    const LinkBatch &batch = m_parts.links.batch();
    QMessageBox *box = makeQuestion(tr("Still making links"),
                                    tr("%1 of %2 links are made.").arg(batch.count(LinkOrder::State::Made)).arg(batch.orders().size()),
                                    tr("No more are made after the one that is under way. The links stay in the list, and at the next start Sundial "
                                       "asks about the rest."));
    offerToStop(*box, [this] {
        LinkBatch &running = m_parts.links.batch();
        running.stop();
        m_stopping = running.state() == LinkBatch::State::Stopping;
    });
}

/// All at once: the window that closes ends the program for every account.
QStringList ClosingGuard::unkeptSignIns() const
{
    QStringList names;
    const auto look = [&names](const AccountService &account) {
        if (account.isUnkept())
            names << oneLine(account.account()->user.name, longestName);
    };
    look(m_parts.account);
    const std::vector<OpenAccount> others = m_parts.accounts ? m_parts.accounts->beside(m_parts.account) : std::vector<OpenAccount>();
    for (const OpenAccount &open : others)
        look(open.account);
    return names;
}

void ClosingGuard::askAboutSignIns(const QStringList &names)
{
    const QString whose = QLocale().createSeparatedList(names);
    QMessageBox *box = makeQuestion(tr("Sign-in not kept"),
                                    m_parts.account.isInFile() ? tr("The sign-in of %1 could not be written to its file.").arg(whose)
                                                               : tr("The sign-in of %1 could not be written to the keychain.").arg(whose),
                                    tr("If you quit now, it is lost, and at the next start you have to sign in again. Nothing else is lost. As long "
                                       "as Sundial runs, it keeps trying to write it."));
    QPushButton *quit = box->addButton(tr("Quit anyway"), QMessageBox::DestructiveRole);
    connect(quit, &QPushButton::clicked, this, [this, box] {
        box->close();
        m_question.clear();
        m_mayLoseSignIns = true;
        emit closeWanted();
    });
    box->open();
}

void ClosingGuard::offerToStop(QMessageBox &box, const std::function<void()> &stop)
{
    QPushButton *button = box.addButton(tr("Stop and quit"), QMessageBox::DestructiveRole);
    connect(button, &QPushButton::clicked, this, [this, stop, &box] {
        box.close();
        m_question.clear();
        stop();
        emit closeWanted();
    });
    box.open();
}
