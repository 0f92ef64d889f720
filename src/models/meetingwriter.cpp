// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingwriter.h"

#include "calendarwriter.h"
#include "csvwriter.h"
#include "jsonwriter.h"
#include "markdownwriter.h"
#include "plaintext.h"

namespace {

std::unique_ptr<MeetingWriter> plainWriter(ExportFormat format, const ExportSetting &setting, const QStringList &questions)
{
    switch (format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvWriter>(setting, questions);
    case ExportFormat::Json:
        return std::make_unique<JsonWriter>(setting);
    case ExportFormat::Calendar:
        return std::make_unique<CalendarWriter>(setting);
    case ExportFormat::Markdown:
        return std::make_unique<MarkdownWriter>(setting);
    }
    return nullptr;
}

/// Leaves out where a meeting is where that is somebody's own: the number they are called at, or what they typed.
class DiscreetWriter final : public MeetingWriter
{
public:
    explicit DiscreetWriter(std::unique_ptr<MeetingWriter> writer) : m_writer(std::move(writer)) { }

    QByteArray begin() override { return m_writer->begin(); }
    QByteArray meeting(const MeetingDetails &details) override
    {
        const Place::Kind kind = details.meeting.place.kind;
        if (kind != Place::Kind::OutboundCall && kind != Place::Kind::AskInvitee)
            return m_writer->meeting(details);
        MeetingDetails discreet = details;
        discreet.meeting.place = {.kind = kind, .rawType = details.meeting.place.rawType};
        return m_writer->meeting(discreet);
    }
    QByteArray end() override { return m_writer->end(); }

private:
    std::unique_ptr<MeetingWriter> m_writer;
};

} // namespace

std::unique_ptr<MeetingWriter> meetingWriter(ExportFormat format, const ExportSetting &setting, const QStringList &questions)
{
    std::unique_ptr<MeetingWriter> writer = plainWriter(format, setting, questions);
    if (setting.people)
        return writer;
    return std::make_unique<DiscreetWriter>(std::move(writer));
}

void collectQuestions(const MeetingDetails &meeting, QStringList &questions)
{
    for (const Invitee &invitee : meeting.invitees) {
        for (const QuestionAnswer &answer : invitee.answers) {
            const QString question = oneLine(answer.question);
            if (!questions.contains(question))
                questions.append(question);
        }
    }
}

QByteArray exported(const QList<MeetingDetails> &meetings, ExportFormat format, const ExportSetting &setting)
{
    QStringList questions;
    for (const MeetingDetails &meeting : meetings)
        collectQuestions(meeting, questions);
    const std::unique_ptr<MeetingWriter> writer = meetingWriter(format, setting, questions);
    QByteArray written = writer->begin();
    for (const MeetingDetails &meeting : meetings)
        written += writer->meeting(meeting);
    return written + writer->end();
}

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    case ExportFormat::Json:
        return QStringLiteral("json");
    case ExportFormat::Calendar:
        return QStringLiteral("ics");
    case ExportFormat::Markdown:
        return QStringLiteral("md");
    }
    return {};
}
