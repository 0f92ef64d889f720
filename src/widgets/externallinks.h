// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

/// Opens `url` in the system's browser, phone or mail program; true when something was started. Refuses every scheme but
/// https, http (to this computer only), mailto and tel.
bool openExternally(const QUrl &url);

/// Calendly's own page of meetings.
QUrl calendlyMeetings();

/// Whether openExternally() would try.
bool mayOpenExternally(const QUrl &url);
