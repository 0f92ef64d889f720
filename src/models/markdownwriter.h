// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingwriter.h"

#include <QCoreApplication>
#include <QDate>

/// Meetings as a list by day (Markdown), for notes and messages. Foreign text is text, whatever signs it holds.
class MarkdownWriter : public MeetingWriter
{
    Q_DECLARE_TR_FUNCTIONS(Export)

public:
    explicit MarkdownWriter(const ExportSetting &setting) : m_setting(setting) { }

    QByteArray begin() override;
    QByteArray meeting(const MeetingDetails &meeting) override;
    QByteArray end() override { return {}; }

private:
    ExportSetting m_setting;
    QDate m_day;
};

/// Foreign text so that Markdown shows it as it is, in one line.
QString markdownText(const QString &foreign);
/// The same for each of its lines, joined by `lineBreak`: a backslash at the end of a line keeps it from being filled up.
QString markdownLines(const QString &foreign, const QString &lineBreak);
