// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// What a browser sign-in asks for: what everyday work takes (Calendly's scopes of March 2026).
QStringList everydayScopes();

/// What only some roles and plans have a use for, so that it is asked for when somebody wishes it.
QStringList furtherScopes();

/// Whether `granted` covers `scope`: write includes read of the same family, and "default", of sign-ins made before there
/// were scopes, includes everything.
bool grants(const QStringList &granted, const QString &scope);
