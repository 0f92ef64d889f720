// SPDX-License-Identifier: GPL-3.0-or-later
#include "noticelog.h"

#include "accountservice.h"
#include "format.h"
#include "mainwindowparts.h"
#include "reportdialog.h"

namespace {

constexpr qsizetype mostNotices = 50;

class NoticesDialog : public ReportDialog
{
public:
    NoticesDialog(const QString &text, ToastHost &toasts, QWidget *parent)
        : ReportDialog({.windowTitle = NoticeLog::tr("Recent notices"),
                        .title = NoticeLog::tr("What Sundial told you"),
                        .sentence = NoticeLog::tr("The newest stands first. They may name people, so they are written nowhere: quitting and signing out forget them."),
                        .copied = NoticeLog::tr("Notices copied")},
                       toasts, parent)
    {
        setObjectName(QStringLiteral("NoticesDialog"));
        setText(text);
        fit();
    }
};

} // namespace

NoticeLog::NoticeLog(const MainWindowParts &parts, ToastHost &toasts, QObject *parent) : QObject(parent), m_parts(parts), m_toasts(toasts)
{
    connect(&toasts, &ToastHost::told, this, &NoticeLog::note);
    connect(&parts.account, &AccountService::accountSwitched, this, [this] {
        m_notices.clear();
        emit changed();
    });
}

void NoticeLog::note(const Toast &toast)
{
    // What is held counts down and stays until it is over; what came of it is a notice of its own.
    if (toast.isHeld)
        return;
    m_notices.prepend({m_parts.clock(), toast.text, toast.kind == Toast::Kind::Warning || toast.kind == Toast::Kind::Failed});
    if (m_notices.size() > mostNotices)
        m_notices.removeLast();
    emit changed();
}

void NoticeLog::open(QWidget *parent) const
{
    QStringList lines;
    for (const Notice &notice : m_notices) {
        const QString moment = momentText(notice.when, shownZone(m_parts), m_parts.clock());
        lines.append(notice.isTrouble ? tr("%1 (trouble): %2").arg(moment, notice.text) : tr("%1: %2").arg(moment, notice.text));
    }
    (new NoticesDialog(lines.join(QLatin1Char('\n')), m_toasts, parent))->open();
}
