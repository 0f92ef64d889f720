// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Opens the system's file manager at `file`; at its folder where files cannot be pointed at.
void showInFolder(const QString &file);
