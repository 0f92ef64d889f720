// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingsheet.h"

#include "exporttext.h"
#include "format.h"
#include "meetingtimes.h"
#include "meetingwriter.h"
#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextTable>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MeetingSheet)
};

constexpr double titlePoints = 16;
constexpr double dayPoints = 12;
constexpr double smallPoints = 9;

/// Writes one document, piece by piece.
class Pen
{
public:
    Pen(QTextDocument &document, const QFont &font) : m_cursor(&document)
    {
        document.clear();
        document.setDefaultFont(font);
        document.setUndoRedoEnabled(false);
        m_plain.setFont(font);
        m_plain.setForeground(Qt::black);
        m_strong = m_plain;
        m_strong.setFontWeight(QFont::DemiBold);
        m_quiet = m_plain;
        m_quiet.setForeground(QColor(Qt::darkGray).darker(150));
        m_quiet.setFontPointSize(smallPoints);
    }

    void title(const QString &text, const QString &below);
    void day(const QString &text);
    void remark(const QString &text);
    void meeting(const MeetingDetails &details, const ExportSetting &setting);

private:
    void block(const QTextBlockFormat &format, const QTextCharFormat &characters, const QString &text);
    void line(QTextCursor &cursor, const QTextCharFormat &format, const QString &text);
    void facts(QTextCursor &cursor, const MeetingDetails &details);

    QTextCursor m_cursor;
    QTextCharFormat m_plain;
    QTextCharFormat m_strong;
    QTextCharFormat m_quiet;
    bool m_isFirst = true;
};

void Pen::block(const QTextBlockFormat &format, const QTextCharFormat &characters, const QString &text)
{
    if (m_isFirst)
        m_cursor.setBlockFormat(format);
    else
        m_cursor.insertBlock(format, characters);
    m_isFirst = false;
    m_cursor.insertText(text, characters);
}

void Pen::title(const QString &text, const QString &below)
{
    QTextCharFormat big = m_strong;
    big.setFontPointSize(titlePoints);
    block({}, big, text);
    block({}, m_quiet, below);
}

void Pen::day(const QString &text)
{
    QTextBlockFormat format;
    format.setTopMargin(16);
    format.setBottomMargin(4);
    format.setHeadingLevel(2);
    QTextCharFormat head = m_strong;
    head.setFontPointSize(dayPoints);
    block(format, head, text);
}

void Pen::remark(const QString &text)
{
    block({}, m_quiet, text);
}

void Pen::line(QTextCursor &cursor, const QTextCharFormat &format, const QString &text)
{
    if (text.isEmpty())
        return;
    cursor.insertBlock();
    cursor.insertText(text, format);
}

/// Times beside all the rest, in two columns that stand alike on all days.
void Pen::meeting(const MeetingDetails &details, const ExportSetting &setting)
{
    const Meeting &is = details.meeting;
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(3);
    format.setCellSpacing(0);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, 20), QTextLength(QTextLength::PercentageLength, 80)});
    QTextTable *table = m_cursor.insertTable(1, 2, format);
    QTextCursor times = table->cellAt(0, 0).firstCursorPosition();
    times.insertText(passText(timeRangeText(is.start, is.end, setting.zone, setting.locale), is.start, setting.zone), is.canceled ? m_plain : m_strong);

    QTextCursor words = table->cellAt(0, 1).firstCursorPosition();
    QTextCharFormat name = m_strong;
    name.setFontStrikeOut(is.canceled);
    words.insertText(exportedName(is), name);
    if (const QString status = exportedStatus(details); status != exportedStatus({}))
        words.insertText(QStringLiteral("  ") + status, m_quiet);
    facts(words, details);
    m_cursor.movePosition(QTextCursor::End);
}

void Pen::facts(QTextCursor &cursor, const MeetingDetails &details)
{
    for (const Invitee &invitee : concernedInvitees(details))
        line(cursor, m_plain, personText(invitee));
    for (const QString &guest : details.meeting.guests)
        line(cursor, m_plain, Text::tr("%1 (guest)").arg(oneLine(guest)));
    if (!details.inviteesKnown)
        line(cursor, m_quiet, Text::tr("Who is invited is not read yet."));
    line(cursor, m_plain, exportedPlace(details.meeting.place));
    line(cursor, m_quiet, joinLink(details.meeting.place));
    QStringList questions;
    collectQuestions(details, questions);
    for (const QString &question : std::as_const(questions)) {
        if (const QString answers = answersTo(question, details, true); !answers.isEmpty()) {
            line(cursor, m_quiet, question);
            line(cursor, m_plain, answers);
        }
    }
    if (const auto &ended = details.meeting.cancellation; ended && !ended->reason.trimmed().isEmpty())
        line(cursor, m_plain, Text::tr("Canceled: %1").arg(plainBlock(ended->reason).trimmed()));
}

QString originOf(const ExportSetting &setting)
{
    return Text::tr("Times in %1. Printed %2.")
        .arg(cityOf(QString::fromLatin1(setting.zone.id())), momentText(setting.now, setting.zone, setting.now, setting.locale));
}

} // namespace

MeetingSheet::MeetingSheet(const QString &title, const ExportSetting &setting, const QFont &font)
    : m_title(title), m_setting(setting), m_font(font)
{
}

void MeetingSheet::write(QTextDocument &document, const QList<MeetingDetails> &meetings, QDate first, QDate last) const
{
    Pen pen(document, m_font);
    pen.title(m_title, originOf(m_setting));
    const QDate today = wallClock(m_setting.now, m_setting.zone).date();
    const QDate kept = m_setting.keptSince.isValid() ? wallClock(m_setting.keptSince, m_setting.zone).date() : QDate();
    qsizetype next = 0;
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        pen.day(longDateText(day, today, m_setting.locale));
        bool isEmpty = true;
        // What began before the first day is told on it.
        for (; next < meetings.size() && wallClock(meetings[next].meeting.start, m_setting.zone).date() <= day; ++next) {
            pen.meeting(meetings[next], m_setting);
            isEmpty = false;
        }
        if (isEmpty)
            pen.remark(kept.isValid() && day <= kept ? Text::tr("Not kept on this computer") : Text::tr("No meetings"));
    }
}

void MeetingSheet::writeFound(QTextDocument &document, const QList<MeetingDetails> &meetings) const
{
    Pen pen(document, m_font);
    pen.title(m_title, originOf(m_setting));
    const QDate today = wallClock(m_setting.now, m_setting.zone).date();
    QDate named;
    for (const MeetingDetails &meeting : meetings) {
        const QDate day = wallClock(meeting.meeting.start, m_setting.zone).date();
        if (std::exchange(named, day) != day)
            pen.day(longDateText(day, today, m_setting.locale));
        pen.meeting(meeting, m_setting);
    }
    if (meetings.isEmpty())
        pen.remark(Text::tr("No meetings"));
}
