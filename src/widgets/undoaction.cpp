// SPDX-License-Identifier: GPL-3.0-or-later
#include "undoaction.h"

#include "heldactions.h"
#include "toasthost.h"

#include <QAction>

UndoAction::UndoAction(QAction &action, HeldActions &held, ToastHost &toasts)
    : QObject(&action)
    , m_held(held)
    , m_toasts(toasts)
{
    const auto enable = [this, &action] { action.setEnabled(m_toasts.canUndo() || !m_held.isEmpty()); };
    enable();
    connect(&held, &HeldActions::changed, this, enable);
    connect(&toasts, &ToastHost::undoChanged, this, enable);
    connect(&action, &QAction::triggered, this, &UndoAction::undo);
}

/// What is held may have lost its notice to newer ones.
void UndoAction::undo()
{
    if (m_toasts.canUndo())
        m_toasts.undo();
    else
        m_held.undoLast();
}
