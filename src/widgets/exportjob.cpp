// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportjob.h"

#include "meetingwriter.h"
#include "mergedmeetings.h"
#include "wholefile.h"

#include <algorithm>

namespace {

constexpr qsizetype slice = 50; // some milliseconds

} // namespace

ExportJob::ExportJob(Order order, const MergedMeetings &meetings, QObject *parent)
    : QObject(parent), m_order(std::move(order)), m_meetings(meetings), m_file(m_order.path)
{
    connect(&m_timer, &QTimer::timeout, this, &ExportJob::work);
}

ExportJob::~ExportJob() = default;

void ExportJob::start()
{
    m_timer.start();
}

void ExportJob::stop()
{
    finish(Unexpected(Error{.kind = Error::Kind::Stopped, .message = QStringLiteral("The export was stopped")}));
}

void ExportJob::work()
{
    if (!m_file.isOpen() && !openForOwner(m_file))
        return fail();
    if (m_read < m_order.meetings.size())
        read();
    else
        write();
    const qsizetype all = std::max<qsizetype>(1, m_order.meetings.size() + m_details.size());
    if (!m_isFinished)
        emit progressed(static_cast<int>(100 * (m_read + m_written) / all));
}

void ExportJob::read()
{
    const QList<QUrl> some = m_order.meetings.mid(m_read, slice);
    Result<QList<MeetingDetails>> details = m_meetings.details(some);
    if (!details)
        return finish(Unexpected(details.error()));
    m_read += some.size();
    for (MeetingDetails &found : *details) {
        collectQuestions(found, m_questions);
        m_exported.withoutPeople += found.inviteesKnown ? 0 : 1;
        // The server's own texts are not written, and are most of what there is.
        for (Invitee &invitee : found.invitees)
            invitee.source = {};
        m_details.append(std::move(found));
    }
    if (m_read < m_order.meetings.size())
        return;
    std::stable_sort(m_details.begin(), m_details.end(), [](const MeetingDetails &one, const MeetingDetails &other) {
        return std::pair(one.meeting.start, one.meeting.end) < std::pair(other.meeting.start, other.meeting.end);
    });
}

void ExportJob::write()
{
    if (!m_writer) {
        m_writer = meetingWriter(m_order.format, m_order.setting, m_questions);
        put(m_writer->begin());
    }
    const qsizetype until = std::min(m_written + slice, m_details.size());
    for (; m_written < until; ++m_written)
        put(m_writer->meeting(m_details[m_written]));
    if (m_written < m_details.size())
        return;
    put(m_writer->end());
    // A disk that fills up may take a part of what it is given without an error.
    if (!m_file.flush() || m_file.size() != m_bytes || !m_file.commit())
        return fail();
    m_exported.meetings = static_cast<int>(m_details.size());
    finish(m_exported);
}

/// What cannot be written is known at the end: then nothing is kept.
void ExportJob::put(const QByteArray &bytes)
{
    m_bytes += bytes.size();
    m_file.write(bytes);
}

void ExportJob::fail()
{
    finish(Unexpected(Error{.kind = Error::Kind::Storage, .message = m_file.errorString()}));
}

void ExportJob::finish(const Result<Exported> &outcome)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_timer.stop();
    if (m_file.isOpen())
        m_file.cancelWriting();
    emit finished(outcome);
}
