// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sandbox {

/// Every scope that a grant can hold, with what it opens in plain words (BEHAVIOUR 4.1).
struct ScopeText
{
    QString name;
    QString opens;
};
const QList<ScopeText> &allScopes();
QStringList allScopeNames();

/// True when `held` contains `needed`, or the write scope of the same family, which includes it (BEHAVIOUR 4.2).
bool allows(const QStringList &held, const QString &needed);

/// The names in a blank-separated list, each once, in its order.
QStringList splitScopes(const QString &text);

} // namespace sandbox
