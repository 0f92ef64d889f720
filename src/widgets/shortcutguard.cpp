// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcutguard.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>
#include <QWindow>

namespace {

bool isBlocked(const QWindow *window)
{
    const QWidget *dialog = QApplication::activeModalWidget();
    if (!window || !dialog || dialog->windowHandle() == window)
        return false;
    if (dialog->windowModality() == Qt::ApplicationModal)
        return true;
    for (const QWidget *below = dialog->parentWidget(); below; below = below->parentWidget()) {
        if (below->windowHandle() == window)
            return true;
    }
    return false;
}

} // namespace

ShortcutGuard::ShortcutGuard(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool ShortcutGuard::eventFilter(QObject * /*watched*/, QEvent *event)
{
    return event->type() == QEvent::Shortcut && isBlocked(QGuiApplication::focusWindow());
}
