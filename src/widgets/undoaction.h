// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class HeldActions;
class QAction;
class ToastHost;

/// What Undo in the menu does: as the newest notice that offers to take something back, or the last of what is held.
class UndoAction : public QObject
{
    Q_OBJECT

public:
    UndoAction(QAction &action, HeldActions &held, ToastHost &toasts); ///< lives as long as `action`

private:
    void undo();

    HeldActions &m_held;
    ToastHost &m_toasts;
};
