// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountservice.h"

#include <QWidget>

/// What a sign-in allows, one line for each kind of thing: plain name, Calendly's name, and whether it is granted.
class PermissionList : public QWidget
{
    Q_OBJECT

public:
    explicit PermissionList(QWidget *parent = nullptr);
    /// What the list is of, as its first line and for screen readers.
    void setTitle(const QString &title);
    /// What is missing gets a button, which asks for it.
    void setMissingAllowable(bool allowable);
    void present(const QList<Permission> &permissions);

signals:
    void allowWanted(const QString &scope);

private:
    QWidget *stateOf(const Permission &permission);

    bool m_allowable = false;
};
