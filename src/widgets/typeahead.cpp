// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeahead.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>
#include <QWindow>

namespace {

/// The dialog that is to be answered before `window` takes keys again; null where there is none.
QWidget *dialogOver(const QWindow *window)
{
    QWidget *dialog = QApplication::activeModalWidget();
    if (!dialog || dialog->windowHandle() == window)
        return nullptr;
    if (dialog->windowModality() == Qt::ApplicationModal)
        return dialog;
    for (const QWidget *below = dialog->parentWidget(); below; below = below->parentWidget()) {
        if (below->windowHandle() == window)
            return dialog;
    }
    return nullptr;
}

bool isText(const QKeyEvent &key)
{
    const bool command = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return key.key() == Qt::Key_Backspace || (!command && !key.text().isEmpty() && key.text().at(0).isPrint());
}

} // namespace

TypeAhead::TypeAhead(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool TypeAhead::eventFilter(QObject *watched, QEvent *event)
{
    // Asked of a window first, before any shortcut is looked for; the key itself is not given to a window that waits for a dialog.
    if (event->type() != QEvent::ShortcutOverride || !watched->isWindowType())
        return false;
    QWidget *dialog = dialogOver(static_cast<QWindow *>(watched));
    if (!dialog)
        return false;
    const auto &asked = static_cast<const QKeyEvent &>(*event);
    QWidget *field = dialog->focusWidget();
    if (field && field->testAttribute(Qt::WA_InputMethodEnabled) && isText(asked)) {
        QKeyEvent typed(QEvent::KeyPress, asked.key(), asked.modifiers(), asked.text(), asked.isAutoRepeat(), static_cast<quint16>(asked.count()));
        QCoreApplication::sendEvent(field, &typed);
    }
    event->accept();
    return true;
}
