// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpactions.h"

#include "aboutdialog.h"
#include "crashreports.h"
#include "crashreportsdialog.h"
#include "diagnosticsdialog.h"
#include "externallinks.h"
#include "letterkeys.h"
#include "mainwindowparts.h"
#include "noticelog.h"
#include "shortcutsdialog.h"

#include <QAction>
#include <QMainWindow>

HelpActions::HelpActions(const MainWindowParts &parts, ToastHost &toasts, const HelpMenu &menu, QMainWindow *window) : QObject(window)
{
    menu.shortcuts->setShortcut(Qt::Key_F1);
    LetterKeys::bind(parts.letters, QStringLiteral("shortcuts"), menu.shortcuts); // text fields keep it for themselves
    connect(menu.shortcuts, &QAction::triggered, window, [&parts, window] { (new ShortcutsDialog(parts.letters, *window))->open(); });
    connect(menu.web, &QAction::triggered, window, [] { openExternally(calendlyMeetings()); });
    auto *notices = new NoticeLog(parts, toasts, this);
    const auto followNotices = [notices, entry = menu.notices] { entry->setEnabled(!notices->notices().isEmpty()); };
    followNotices();
    connect(notices, &NoticeLog::changed, this, followNotices);
    connect(menu.notices, &QAction::triggered, window, [notices, window] { notices->open(window); });
    menu.diagnostics->setVisible(parts.diagnostics);
    connect(menu.diagnostics, &QAction::triggered, window, [&parts, &toasts, window] { (new DiagnosticsDialog(parts, toasts, window))->open(); });
    const auto followCrashes = [&parts, entry = menu.crashes] { entry->setVisible(parts.crashes && !parts.crashes->reports().isEmpty()); };
    followCrashes();
    if (parts.crashes)
        connect(parts.crashes, &CrashReports::changed, this, followCrashes);
    connect(menu.crashes, &QAction::triggered, window, [&parts, &toasts, window] { (new CrashReportsDialog(parts, toasts, window))->open(); });
    menu.about->setMenuRole(QAction::AboutRole);
    connect(menu.about, &QAction::triggered, window, [window] { (new AboutDialog(window))->open(); });
}
