// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

/// The moment (UTC) that lies so many calendar months before `now`; null where `months` is 0, as everything is kept then.
/// Never goes back while `now` goes on: where the month has no such day, it is the end of that month.
QDateTime keptSince(const QDateTime &now, int months);
