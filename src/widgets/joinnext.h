// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class ToastHost;
struct MainWindowParts;

/// Opens the place of the meeting that runs now, else of the next one; says so where there is nothing to open.
void joinRunningOrNext(const MainWindowParts &parts, ToastHost &toasts);
