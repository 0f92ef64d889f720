// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exportsetting.h"
#include "meetingsummary.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>

/// Writes meetings one after the other for others to read, as UTF-8. Never an address that lets somebody cancel or move
/// a booking.
class MeetingWriter
{
public:
    virtual ~MeetingWriter() = default;

    virtual QByteArray begin() = 0;
    virtual QByteArray meeting(const MeetingDetails &meeting) = 0;
    virtual QByteArray end() = 0;
};

/// `questions` are all that were asked, in order; they become columns of a table.
std::unique_ptr<MeetingWriter> meetingWriter(ExportFormat format, const ExportSetting &setting, const QStringList &questions);

/// Adds those questions of `meeting` that are not among `questions` yet.
void collectQuestions(const MeetingDetails &meeting, QStringList &questions);

/// All of `meetings` at once.
QByteArray exported(const QList<MeetingDetails> &meetings, ExportFormat format, const ExportSetting &setting);

QString suffixOf(ExportFormat format); ///< of a file's name, without the dot
