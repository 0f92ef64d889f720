// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "joinprogram.h"
#include "place.h"

class ToastHost;
struct MainWindowParts;

/// What going to a meeting's place opens: the conference, the phone, or a map; empty where there is nothing to open.
QUrl placeTarget(const Place &place);

/// Opens it: a conference in the service's own program where the user chose so, else in the browser. Says so where nothing
/// could be opened, and offers the browser beside a program, which may not be there: no system tells.
void openPlace(const Place &place, const MainWindowParts &parts, ToastHost &toasts);

/// Whether meetings of `program` are joined in it; in the browser unless that was chosen.
bool joinsInProgram(JoinProgram program, const MainWindowParts &parts);
void setJoinsInProgram(JoinProgram program, bool inProgram, const MainWindowParts &parts);
