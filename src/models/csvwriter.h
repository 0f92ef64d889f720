// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingwriter.h"

#include <QCoreApplication>

/// Meetings as a table for spreadsheets (RFC 4180), a row each, a column for every question. Begins with a byte order
/// mark, without which Excel takes UTF-8 for something else. No cell is taken for a formula.
class CsvWriter : public MeetingWriter
{
    Q_DECLARE_TR_FUNCTIONS(Export)

public:
    CsvWriter(const ExportSetting &setting, const QStringList &questions);

    QByteArray begin() override;
    QByteArray meeting(const MeetingDetails &meeting) override;
    QByteArray end() override { return {}; }

private:
    QString ownTime(const QDateTime &utc) const;

    ExportSetting m_setting;
    QStringList m_questions;
};

/// A cell as it stands in the file: foreign text that begins like a formula gets an apostrophe first, which spreadsheets
/// take for "this is text".
QString csvCell(const QString &text);

/// Cells as a line of the file.
QByteArray csvRow(const QStringList &cells);

/// What a file begins with.
QByteArray csvMark();
