// SPDX-License-Identifier: GPL-3.0-or-later
#include "noshowrun.h"

#include "errortext.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "toasthost.h"

#include <QPointer>

QString noShowFailureText(const Error &error)
{
    if (error.kind == Error::Kind::NotAllowed)
        return NoShowRun::tr("Calendly lets only the hosts of a meeting and administrators mark no-shows.");
    return errorSentence(error);
}

NoShowRun::NoShowRun(const QList<QUrl> &invitees, bool noShow, bool undoable, const MainWindowParts &parts, ToastHost &toasts, QObject *parent)
    : QObject(parent)
    , m_invitees(invitees)
    , m_noShow(noShow)
    , m_undoable(undoable)
    , m_parts(parts)
    , m_toasts(toasts)
    , m_left(static_cast<int>(invitees.size()))
{
}

void NoShowRun::send(const QList<QUrl> &invitees, bool noShow, bool undoable, const MainWindowParts &parts, ToastHost &toasts, QObject *parent)
{
    (new NoShowRun(invitees, noShow, undoable, parts, toasts, parent))->start();
}

void NoShowRun::start()
{
    for (const QUrl &invitee : m_invitees) {
        m_parts.meetings.setNoShow(invitee, m_noShow, this, [this, invitee](const Result<Done> &outcome) {
            ended(invitee, outcome ? std::nullopt : std::optional(outcome.error()));
        });
    }
}

void NoShowRun::ended(const QUrl &invitee, const std::optional<Error> &problem)
{
    if (!problem)
        m_done.append(invitee);
    else if (!m_problem)
        m_problem = problem;
    if (--m_left > 0)
        return;
    tell();
    deleteLater();
}

void NoShowRun::tell()
{
    const auto done = static_cast<int>(m_done.size());
    const auto all = static_cast<int>(m_invitees.size());
    Toast toast{.kind = m_problem ? Toast::Kind::Failed : Toast::Kind::Done};
    if (m_problem && all == 1)
        toast.text = noShowFailureText(*m_problem);
    else if (m_problem)
        toast.text = (m_noShow ? tr("Of %1 people, %2 are marked as no-show. %3") : tr("Of %1 people, the no-show marks of %2 are removed. %3"))
                         .arg(all).arg(done).arg(noShowFailureText(*m_problem));
    else if (done == 1)
        toast.text = m_noShow ? tr("Marked 1 person as no-show") : tr("The no-show mark of 1 person is removed");
    else
        toast.text = m_noShow ? tr("Marked %n people as no-show", nullptr, done) : tr("The no-show marks of %n people are removed", nullptr, done);
    if (m_undoable && done > 0) {
        toast.actionText = tr("Undo");
        toast.takesBack = true;
        toast.action = [&parts = m_parts, &toasts = m_toasts, over = QPointer<QObject>(parent()), invitees = m_done, back = !m_noShow] {
            if (over)
                send(invitees, back, false, parts, toasts, over);
        };
    }
    m_toasts.show(toast);
}
