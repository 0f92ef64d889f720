// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashnotice.h"

#include "accountservice.h"
#include "crashreports.h"
#include "crashreportsdialog.h"
#include "format.h"
#include "mainwindowparts.h"
#include "toasthost.h"

#include <QMessageBox>
#include <QPushButton>

CrashNotice::CrashNotice(const MainWindowParts &parts, ToastHost &toasts, QWidget *window)
    : QObject(window), m_parts(parts), m_toasts(toasts), m_window(window)
{
    // Queued: the window is not there yet, and who is signed in may not be known.
    if (const std::optional<CrashReport> report = parts.crashes->takeUntold())
        QMetaObject::invokeMethod(this, [this, report] { tell(*report); }, Qt::QueuedConnection);
}

void CrashNotice::tell(const CrashReport &report)
{
    const QTimeZone zone = shownZone(m_parts);
    const QString day = plainDateText(report.when.toTimeZone(zone).date(), m_parts.clock().toTimeZone(zone).date());
    const QString time = timeText(report.when, zone);
    if (m_parts.account.state() == AccountService::State::SignedOut)
        return tellWithoutAccount(tr("Sundial ended unexpectedly on %1 at %2.").arg(day, time));
    m_toasts.show({.kind = Toast::Kind::Warning,
                   .text = tr("Sundial ended unexpectedly on %1 at %2. What it was doing with Calendly is looked up again; nothing is sent twice. A "
                              "report lies on this computer; it holds no names, addresses or sign-ins.")
                               .arg(day, time),
                   .actionText = tr("Show report"),
                   .action = [this] { showReports(); },
                   .closed = [this] { m_parts.crashes->setTold(); }});
}

/// There is no page then to put a notice on.
void CrashNotice::tellWithoutAccount(const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Sundial"), text, QMessageBox::Close, m_window);
    box->setObjectName(QStringLiteral("crashNotice"));
    box->setInformativeText(tr("A report lies on this computer; it holds no names, addresses or sign-ins."));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box->addButton(tr("Show report"), QMessageBox::AcceptRole), &QPushButton::clicked, this, &CrashNotice::showReports);
    connect(box, &QMessageBox::finished, this, [this] { m_parts.crashes->setTold(); });
    box->open();
}

void CrashNotice::showReports()
{
    m_parts.crashes->setTold();
    if (!m_parts.crashes->reports().isEmpty()) // deleted meanwhile, by way of the menu
        (new CrashReportsDialog(m_parts, m_toasts, m_window))->open();
}
