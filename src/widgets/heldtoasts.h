// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "toasthost.h"

#include <QHash>
#include <QObject>

class HeldActions;

/// Shows what is held, each with its seconds and a way to take it back.
class HeldToasts : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    HeldToasts(HeldActions &held, ToastHost &toasts, QObject *parent);

private:
    void show(int id);
    void count();
    QString textOf(int id) const;

    HeldActions &m_held;
    ToastHost &m_toasts;
    QHash<int, ToastHost::Id> m_shown; ///< by what is held
};
