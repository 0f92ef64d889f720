// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingwriter.h"

/// Meetings as JSON in a shape of our own that stays; docs/export.md says what it holds.
class JsonWriter : public MeetingWriter
{
public:
    explicit JsonWriter(const ExportSetting &setting) : m_setting(setting) { }

    QByteArray begin() override;
    QByteArray meeting(const MeetingDetails &meeting) override;
    QByteArray end() override;

private:
    ExportSetting m_setting;
    bool m_isFirst = true;
};
