// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QString>

class QDateTime;
class QTimeZone;
class SyncService;

/// How fresh what is shown is, in words: "Up to date, checked 40 s ago".
struct SyncStatus
{
    QString iconName;
    ColorRole iconColor = ColorRole::Text2;
    QString text;
    bool stale = false; ///< older than ten minutes
    bool operator==(const SyncStatus &) const = default;
};
SyncStatus syncStatus(const SyncService &sync, const QDateTime &now, const QTimeZone &zone);
