// SPDX-License-Identifier: GPL-3.0-or-later
#include "opentimesaction.h"

#include "icons.h"
#include "opentimesdialog.h"

#include <QShortcut>

OpenTimesAction::OpenTimesAction(const MainWindowParts &parts, ToastHost &toasts, std::function<std::optional<EventType>()> current, QWidget *page,
                                 QWidget *list)
    : QAction(themeIcon(QStringLiteral("availability")), tr("Share open &times…"), page)
{
    setObjectName(QStringLiteral("openTimes"));
    setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    page->addAction(this);
    auto *letter = new QShortcut(Qt::Key_S, list);
    letter->setContext(Qt::WidgetShortcut);
    connect(letter, &QShortcut::activated, this, &QAction::trigger);
    connect(this, &QAction::triggered, page, [&parts, &toasts, current = std::move(current), page] {
        if (const std::optional<EventType> type = current())
            (new OpenTimesDialog(*type, parts, toasts, page->window()))->open();
    });
}
