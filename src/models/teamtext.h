// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "listmodel.h"
#include "organization.h"

#include <QDateTime>
#include <QTimeZone>

// Members and invitations in words.

QString roleText(Role role);
QString planText(const QString &plan); ///< Calendly's name for it, as its website writes it
/// A name to show, also where the server has none.
QString memberName(const User &user);

QStringList memberHeads();
/// Name and address, role, zone beside `own`, and the clock there now.
ListRow memberRow(const OrganizationMembership &member, const QUrl &self, const QTimeZone &own, const QDateTime &now);

QStringList invitationHeads();
ListRow invitationRow(const OrganizationInvitation &invitation, const QTimeZone &zone, const QDateTime &now);
bool isPending(const OrganizationInvitation &invitation);
QString invitationStatusText(const OrganizationInvitation &invitation);
QString invitationStatusIconName(const OrganizationInvitation &invitation);

/// The hours of a week, days with the same hours in one line: "Mon–Thu  09:00–12:30, 13:30–17:00".
struct WeekLine
{
    QString days;
    QString hours;
};
QList<WeekLine> weekLines(const AvailabilitySchedule &schedule);
