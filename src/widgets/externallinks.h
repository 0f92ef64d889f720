// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

/// Opens `url` in the system's browser, phone or mail program; true when something was started. Refuses every scheme but
/// https, http (to this computer only), mailto and tel.
bool openExternally(const QUrl &url);

/// Hands `url` to the system as it is, for schemes that were looked at elsewhere. Unlike QDesktopServices it writes no address
/// into the log where nothing can open it.
bool handToSystem(const QUrl &url);

/// Calendly's own page of meetings.
QUrl calendlyMeetings();

/// Whether openExternally() would try.
bool mayOpenExternally(const QUrl &url);
