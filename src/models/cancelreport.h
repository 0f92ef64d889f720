// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cancelitem.h"
#include "meetingsummary.h"

#include <QByteArray>
#include <QTimeZone>

/// What came of canceling several meetings, as a table for spreadsheets: the line of heads …
QByteArray cancelReportHead(const QTimeZone &zone);

/// … and one line for each meeting: who, what became of it, and why where it was not canceled.
QByteArray cancelReportRow(const CancelItem &item, const std::optional<MeetingDetails> &details, const QTimeZone &zone);
