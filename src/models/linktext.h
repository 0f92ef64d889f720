// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkentry.h"

#include <QLocale>
#include <QTimeZone>

// How single-use links read.

/// A label's words and the e-mail address in it: "Petra Kohl <petra@nordwind.example>". Either may be empty.
struct LabelParts
{
    QString words;
    QString email;
    bool operator==(const LabelParts &) const = default;
};
LabelParts labelParts(const QString &label);
/// By which somebody is addressed: the words without what stands in parentheses at their end; may be empty.
QString recipientName(const LabelParts &parts);

QString linkTitle(const LinkEntry &entry); ///< "Without a label" where it has none
QString linkSecondLine(const LinkEntry &entry); ///< the address of the label; may be empty
QString linkStatusText(const LinkEntry &entry);
/// "20 min, 23–27 November 2026, 10:00 to 16:00": what a customized link changes; empty for others.
QString linkChangesText(const LinkEntry &entry); ///< "Active", "Booked" …
QString linkStatusIconName(LinkStatus status);
/// Whole days until it ends, by the calendar of `zone`; 0 on its last day.
int linkDaysLeft(const LinkEntry &entry, const QDateTime &now, const QTimeZone &zone);
/// What is worth knowing about it now, in a sentence; empty for one that is simply open.
QString linkNotice(const LinkEntry &entry, const QDateTime &now, const QTimeZone &zone);
/// "Fri 20 Nov, 13:00": when the meeting is that it became; says so where it was canceled or is no longer stored.
QString linkBecameText(const LinkEntry &entry, const QDateTime &now, const QTimeZone &zone);
