// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"

class ToastHost;
struct MainWindowParts;

/// What runs or comes next in this account, and in the others that are open: what runs comes first, then what begins first.
QList<MeetingSummary> runningAndNextOfAll(const MainWindowParts &parts);

/// Opens the place of the meeting that runs now, else of the next one; says so where there is nothing to open.
void joinRunningOrNext(const MainWindowParts &parts, ToastHost &toasts);
