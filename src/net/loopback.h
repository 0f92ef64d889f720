// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

/// Whether `url` names this computer: "localhost", 127.0.0.0/8 or ::1. Only there is plain http let through.
bool isLoopback(const QUrl &url);
