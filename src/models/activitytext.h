// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activityentry.h"
#include "exportsetting.h"
#include "listmodel.h"

#include <QByteArray>

// The activity log in words, and for others to read.

QStringList activityHeads();
ListRow activityRow(const ActivityEntry &entry, const QTimeZone &zone, const QDateTime &now);
/// "Event type: updated" for Calendly's "EventType.Updated".
QString activityTitle(const ActivityEntry &entry);
QString activityActor(const ActivityEntry &entry);

/// A field of the details, however deep it lies, as Calendly names it: "invitee.email".
struct ActivityField
{
    QString name;
    QString value;
};
QList<ActivityField> activityFields(const ActivityEntry &entry);

/// As UTF-8: a table for spreadsheets, or JSON.
QByteArray exportedActivity(const QList<ActivityEntry> &entries, ExportFormat format, const ExportSetting &setting);
