// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyfield.h"

#include "letterkeys.h"

#include <QKeyEvent>

namespace {

/// The key as a shortcut names it: Shift counts for letters only, since it is part of what other keys print.
QKeySequence keyOf(const QKeyEvent &event)
{
    const QString text = event.text();
    const bool isLetter = text.size() == 1 && text.at(0).isLetter();
    const Qt::KeyboardModifiers shift = isLetter ? event.modifiers() & Qt::ShiftModifier : Qt::NoModifier;
    const Qt::KeyboardModifiers others = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return {QKeyCombination(shift | others, Qt::Key(event.key()))};
}

} // namespace

KeyField::KeyField(QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void KeyField::setKey(const QKeySequence &key)
{
    setText(key.isEmpty() ? tr("None") : key.toString(QKeySequence::NativeText));
}

/// What is pressed here is told, not done.
bool KeyField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && LetterKeys::canBe(keyOf(*static_cast<QKeyEvent *>(event)))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent *event)
{
    const bool isRemoval = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    const QKeySequence key = keyOf(*event);
    if (isRemoval)
        emit pressed({});
    else if (LetterKeys::canBe(key))
        emit pressed(key);
    else
        event->ignore(); // Esc and Enter are the dialog's
}
