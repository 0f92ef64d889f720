// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

/// `bookingUrl` with our token as utm_content, which Calendly gives back with the invitee who books: that is how a link is
/// known again. Its other parameters stay as they are.
QUrl withTrackingToken(const QUrl &bookingUrl, const QString &token);
