// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountservice.h"

#include <QWidget>

/// What a token allows, one line for each kind of thing: plain name, Calendly's name, and whether it is granted.
class PermissionList : public QWidget
{
    Q_OBJECT

public:
    explicit PermissionList(QWidget *parent = nullptr);
    void present(const QList<Permission> &permissions);
};

/// "Meetings: read and cancel" for "scheduled_events:write"; the scope itself where it is not known.
QString permissionText(const QString &scope);
