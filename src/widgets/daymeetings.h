// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "timerange.h"

#include <QDate>
#include <QList>
#include <QUrl>

struct MainWindowParts;

/// A day of the shown clock.
TimeRange rangeOf(QDate day, const MainWindowParts &parts);

/// The active meetings that begin on `day`, as far as they are stored; also those that are over by now.
Result<QList<QUrl>> activeMeetingsOf(QDate day, const MainWindowParts &parts);
