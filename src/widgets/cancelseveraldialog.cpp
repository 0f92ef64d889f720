// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelseveraldialog.h"

#include "cancelqueue.h"
#include "cancelreview.h"
#include "cancelrunpage.h"
#include "dialogfit.h"
#include "mainwindowparts.h"
#include "toasthost.h"

#include <QKeyEvent>
#include <QPointer>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace {

constexpr int dialogWidth = 596;

} // namespace

CancelSeveralDialog::CancelSeveralDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *over)
    : QDialog(over), m_parts(parts), m_toasts(toasts), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("CancelSeveralDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    for (const QKeySequence &key : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, [this] {
            if (m_pages->currentWidget() == m_review)
                m_review->confirm();
        });
    }
    connect(this, &QDialog::finished, this, &CancelSeveralDialog::ended);
}

void CancelSeveralDialog::cancelMeetings(const MainWindowParts &parts, ToastHost &toasts, QWidget *over, const QList<QUrl> &meetings)
{
    auto *dialog = new CancelSeveralDialog(parts, toasts, over);
    dialog->startReview()->setMeetings(meetings);
    fitDialog(*dialog, dialogWidth);
    dialog->open();
}

void CancelSeveralDialog::closeDay(const MainWindowParts &parts, ToastHost &toasts, QWidget *over, QDate day)
{
    auto *dialog = new CancelSeveralDialog(parts, toasts, over);
    dialog->startReview()->askDay(day);
    dialog->setWindowTitle(tr("Close a day"));
    fitDialog(*dialog, dialogWidth);
    dialog->open();
}

void CancelSeveralDialog::showRun(const MainWindowParts &parts, ToastHost &toasts, QWidget *over)
{
    auto *dialog = new CancelSeveralDialog(parts, toasts, over);
    dialog->startRun();
    dialog->open();
}

CancelReview *CancelSeveralDialog::startReview()
{
    setWindowTitle(tr("Cancel meetings"));
    m_review = new CancelReview(m_parts, m_toasts, m_pages);
    m_pages->addWidget(m_review);
    connect(m_review, &CancelReview::keepWanted, this, &QDialog::reject);
    connect(m_review, &CancelReview::confirmed, this, &CancelSeveralDialog::confirm);
    m_review->focusKeep();
    return m_review;
}

void CancelSeveralDialog::confirm()
{
    if (const Result<Done> begun = m_parts.cancels.start(m_review->items()); !begun)
        return m_review->showProblem(tr("What is to be sent could not be written down on this computer, so nothing was sent. The disk may be full."));
    const QDate day = m_review->askedDay();
    const QList<QUrl> asked = m_review->meetings();
    startRun();
    if (day.isValid())
        m_run->watchDay(day, asked);
}

void CancelSeveralDialog::startRun()
{
    m_run = new CancelRunPage(m_parts, m_toasts, m_pages);
    m_pages->addWidget(m_run);
    m_pages->setCurrentWidget(m_run);
    if (m_review) {
        m_pages->removeWidget(m_review); // it would hold the dialog at its height
        m_review->deleteLater();
        m_review = nullptr;
    }
    const auto retitle = [this] { setWindowTitle(m_run->title()); };
    connect(m_run, &CancelRunPage::changed, this, retitle);
    connect(m_run, &CancelRunPage::turned, this, [this] { fitDialog(*this, dialogWidth); });
    connect(m_run, &CancelRunPage::doneWanted, this, &QDialog::accept);
    retitle();
    fitDialog(*this, dialogWidth);
    m_run->focusMain();
}

/// A run whose every meeting is settled, or known to stand and seen to, is over; one that goes on has a way back.
void CancelSeveralDialog::ended(int result)
{
    CancelQueue &queue = m_parts.cancels;
    if (!m_run)
        return;
    const bool isOver = queue.count(CancelItem::State::Waiting) + queue.count(CancelItem::State::Unknown) == 0;
    if (queue.state() == CancelQueue::State::Standing && (!queue.isOpen() || (isOver && result == Accepted)))
        return queue.clear();
    if (queue.state() != CancelQueue::State::Running && queue.state() != CancelQueue::State::Stopping)
        return;
    Toast toast{.kind = Toast::Kind::Info, .text = tr("Canceling goes on: %1 of %2 done").arg(queue.settled()).arg(queue.items().size()), .actionText = tr("Show")};
    toast.action = [&parts = m_parts, &toasts = m_toasts, over = QPointer<QWidget>(parentWidget())] {
        if (over)
            showRun(parts, toasts, over);
    };
    m_toasts.show(toast);
}

/// Who types while a button has the focus means the reason: a blank in it must never press the red button.
void CancelSeveralDialog::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool typed = !text.isEmpty() && text.front().isPrint() && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (typed && m_review && !m_review->takesLetters())
        m_review->type(text);
    else
        QDialog::keyPressEvent(event);
}
