// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics.h"

#include <QSet>
#include <QSysInfo>

QString systemText()
{
    return QStringLiteral("%1, %2 %3, %4")
        .arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture());
}

QString pathTemplate(const QString &path)
{
    // A list of what may be told, since ids come in any shape.
    static const QSet<QString> known{
        QStringLiteral(""),
        QStringLiteral("activity_log_entries"),
        QStringLiteral("cancellation"),
        QStringLiteral("data_compliance"),
        QStringLiteral("deletion"),
        QStringLiteral("event_type_availability_schedules"),
        QStringLiteral("event_type_available_times"),
        QStringLiteral("event_types"),
        QStringLiteral("events"),
        QStringLiteral("invitations"),
        QStringLiteral("invitee_no_shows"),
        QStringLiteral("invitees"),
        QStringLiteral("locations"),
        QStringLiteral("me"),
        QStringLiteral("one_off_event_types"),
        QStringLiteral("organization_memberships"),
        QStringLiteral("organizations"),
        QStringLiteral("routing_form_submissions"),
        QStringLiteral("routing_forms"),
        QStringLiteral("sample_webhook_data"),
        QStringLiteral("scheduled_events"),
        QStringLiteral("scheduling_links"),
        QStringLiteral("shares"),
        QStringLiteral("user_availability_schedules"),
        QStringLiteral("user_busy_times"),
        QStringLiteral("users"),
        QStringLiteral("webhook_subscriptions"),
    };
    QStringList parts = path.split(u'/');
    for (QString &part : parts) {
        if (!known.contains(part))
            part = QStringLiteral("{id}");
    }
    return parts.join(u'/');
}
