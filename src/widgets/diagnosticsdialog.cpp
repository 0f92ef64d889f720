// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosticsdialog.h"

#include "diagnosticsservice.h"
#include "diagnosticstext.h"
#include "mainwindowparts.h"

#include <QGuiApplication>
#include <QScreen>

namespace {

Diagnostics::Facts programFacts(bool isDemo)
{
    Diagnostics::Facts facts{{QStringLiteral("Sundial"), QCoreApplication::applicationVersion()},
                             {QStringLiteral("Qt"), QString::fromLatin1(qVersion())},
                             {QStringLiteral("System"), systemText()},
                             {QStringLiteral("Platform"), QGuiApplication::platformName()}};
    const QString session = qEnvironmentVariable("XDG_SESSION_TYPE");
    if (session == QLatin1String("x11") || session == QLatin1String("wayland"))
        facts.append({QStringLiteral("Session"), session});
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *screen : screens)
        facts.append({QStringLiteral("Screen"), QStringLiteral("%1 x %2, scale %3, %4 dpi").arg(screen->size().width()).arg(screen->size().height()).arg(screen->devicePixelRatio()).arg(qRound(screen->logicalDotsPerInch()))});
    facts.append({QStringLiteral("Invented data"), isDemo ? QStringLiteral("yes") : QStringLiteral("no")});
    return facts;
}

} // namespace

DiagnosticsDialog::DiagnosticsDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ReportDialog({.windowTitle = tr("Diagnostics"),
                    .title = tr("For a report of what went wrong"),
                    .sentence = tr("This is what is copied, in English. It holds no names, addresses, tokens or links, so it can be posted where "
                                   "others read it. Nothing is sent."),
                    .copied = tr("Diagnostics copied")},
                   toasts, parent)
{
    setObjectName(QStringLiteral("DiagnosticsDialog"));
    Diagnostics diagnostics = parts.diagnostics->take();
    diagnostics.program = programFacts(parts.demo);
    setText(diagnosticsText(diagnostics));
    fit();
}
