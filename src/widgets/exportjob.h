// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exportsetting.h"
#include "meetingsummary.h"
#include "result.h"

#include <QList>
#include <QObject>
#include <QSaveFile>
#include <QStringList>
#include <QTimer>

#include <memory>

class MeetingWriter;
class MergedMeetings;

/// What an export has written.
struct Exported
{
    int meetings = 0;
    int withoutPeople = 0; ///< whose invitees have not been read from Calendly yet
};

/// Writes meetings to a file, a few at a time, so that the window stays awake however many there are. The file appears
/// whole or not at all: what was there before stays until the end, and when something goes wrong.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    struct Order
    {
        QString path;
        ExportFormat format = ExportFormat::Csv;
        ExportSetting setting;
        QList<QUrl> meetings;
    };

    /// `meetings` outlives the job.
    ExportJob(Order order, const MergedMeetings &meetings, QObject *parent);
    ~ExportJob() override;

    void start();
    void stop(); ///< finishes with an error of kind Stopped

signals:
    void progressed(int percent);
    void finished(const Result<Exported> &outcome);

private:
    void work();
    void read();
    void write();
    void put(const QByteArray &bytes);
    void finish(const Result<Exported> &outcome);
    void fail();

    Order m_order;
    const MergedMeetings &m_meetings;
    QSaveFile m_file;
    qint64 m_bytes = 0; ///< that the file has to hold
    QTimer m_timer;
    QList<MeetingDetails> m_details;
    QStringList m_questions;
    std::unique_ptr<MeetingWriter> m_writer;
    qsizetype m_read = 0; ///< of the ordered meetings
    qsizetype m_written = 0; ///< of those that were found
    Exported m_exported;
    bool m_isFinished = false;
};
