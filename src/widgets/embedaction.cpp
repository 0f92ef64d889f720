// SPDX-License-Identifier: GPL-3.0-or-later
#include "embedaction.h"

#include "embeddialog.h"
#include "icons.h"
#include "letterkeys.h"
#include "mainwindowparts.h"

EmbedAction::EmbedAction(const MainWindowParts &parts, ToastHost &toasts, std::function<std::optional<EventType>()> current, QWidget *page, QWidget *list)
    : QAction(themeIcon(QStringLiteral("browser")), tr("&Embed in a web page…"), page)
{
    setObjectName(QStringLiteral("embed"));
    setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    page->addAction(this);
    list->addAction(this);
    LetterKeys::bind(parts.letters, QStringLiteral("eventTypes.embed"), list, this, [this] { trigger(); });
    connect(this, &QAction::triggered, page, [this, &parts, &toasts, current = std::move(current), page] {
        if (const std::optional<EventType> type = current())
            (new EmbedDialog(*type, m_preview, parts, toasts, page->window()))->open();
    });
}
