// SPDX-License-Identifier: GPL-3.0-or-later
#include "opentimesaction.h"

#include "icons.h"
#include "letterkeys.h"
#include "mainwindowparts.h"
#include "opentimesdialog.h"

OpenTimesAction::OpenTimesAction(const MainWindowParts &parts, ToastHost &toasts, std::function<std::optional<EventType>()> current, QWidget *page,
                                 QWidget *list, Purpose purpose)
    : QAction(page)
{
    const bool shares = purpose == Purpose::Share;
    setIcon(themeIcon(shares ? QStringLiteral("availability") : QStringLiteral("add")));
    setText(shares ? tr("Share open &times…") : tr("&Book a time…"));
    setObjectName(shares ? QStringLiteral("openTimes") : QStringLiteral("bookTime"));
    setShortcut(shares ? Qt::CTRL | Qt::SHIFT | Qt::Key_S : Qt::CTRL | Qt::Key_B);
    page->addAction(this);
    LetterKeys::bind(parts.letters, shares ? QStringLiteral("eventTypes.shareTimes") : QStringLiteral("eventTypes.book"), list, this, [this] { trigger(); });
    connect(this, &QAction::triggered, page, [&parts, &toasts, current = std::move(current), page] {
        if (const std::optional<EventType> type = current())
            (new OpenTimesDialog(*type, parts, toasts, page->window()))->open();
    });
}
