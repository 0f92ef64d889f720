// SPDX-License-Identifier: GPL-3.0-or-later
#include "quietlogs.h"

#include "signin.h"

#include <QLoggingCategory>

namespace {

QLoggingCategory::CategoryFilter otherFilter = nullptr;

void keepQuiet(QLoggingCategory *category)
{
    if (otherFilter)
        otherFilter(category);
    // "kf." and others come with the plugins of a desktop, which see the same.
    if (qstrcmp(category->categoryName(), "default") == 0)
        return;
    category->setEnabled(QtDebugMsg, false);
    category->setEnabled(QtInfoMsg, false);
}

} // namespace

void quietenLogs()
{
    // A filter and not rules: rules can be switched on again from the environment.
    const auto before = QLoggingCategory::installFilter(keepQuiet);
    if (before != keepQuiet)
        otherFilter = before;
    quietenNetworkAuth();
}
