// SPDX-License-Identifier: GPL-3.0-or-later
#include "pinkeys.h"

#include "accountservice.h"
#include "eventtypeservice.h"
#include "linkcopier.h"
#include "mainwindowparts.h"
#include "toasthost.h"

#include <QShortcut>

PinKeys::PinKeys(const MainWindowParts &parts, LinkCopier &copier, ToastHost &toasts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_copier(copier)
    , m_toasts(toasts)
{
    for (int digit = 1; digit <= 9; ++digit) {
        auto *key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + digit)), window);
        key->setAutoRepeat(false);
        connect(key, &QShortcut::activated, this, [this, digit] { copy(digit); });
    }
}

void PinKeys::copy(int digit)
{
    if (!m_parts.account.account())
        return;
    const QMap<int, EventType> pins = m_parts.eventTypes.pins();
    if (const auto pin = pins.find(digit); pin != pins.end())
        m_copier.copySingleUse(*pin, {});
    else
        m_toasts.show({.kind = Toast::Kind::Info, .text = tr("No event type is under %1. Ctrl+D on the page of event types pins one.").arg(digit)});
}
