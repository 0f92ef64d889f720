// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingwriter.h"

#include <QCoreApplication>

/// Meetings for other calendars (iCalendar, RFC 5545). Written again, a meeting keeps its UID, so that calendars replace
/// it. Without a METHOD: these are copies, no invitations.
class CalendarWriter : public MeetingWriter
{
    Q_DECLARE_TR_FUNCTIONS(Export)

public:
    explicit CalendarWriter(const ExportSetting &setting) : m_setting(setting) { }

    QByteArray begin() override;
    QByteArray meeting(const MeetingDetails &meeting) override;
    QByteArray end() override;

private:
    QString summary(const MeetingDetails &details) const;
    QString description(const MeetingDetails &details) const;
    QByteArray people(const MeetingDetails &details) const;

    ExportSetting m_setting;
};
