// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdownwriter.h"

#include "exporttext.h"
#include "format.h"
#include "meetingtimes.h"
#include "plaintext.h"
#include "zones.h"

namespace {

constexpr int longestLine = 10000;

QString item(const QString &text)
{
    return QStringLiteral("  - ") + text + QLatin1Char('\n');
}

/// Text of several lines within an item.
QString itemLines(const QString &foreign)
{
    return markdownLines(plainBlock(foreign).trimmed(), QStringLiteral("\\\n    "));
}

} // namespace

QString markdownText(const QString &foreign)
{
    static const QString anywhere = QStringLiteral("\\`*_[]<>|~&$");
    static const QString atTheStart = QStringLiteral("#+-=");
    const QString line = oneLine(foreign, longestLine);
    QString text;
    bool onlyDigits = true; // so far: "1." would begin a list
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool numbers = onlyDigits && i > 0 && (c == QLatin1Char('.') || c == QLatin1Char(')'));
        const bool address = c == QLatin1Char(':') && QStringView(line).mid(i + 1).startsWith(QLatin1String("//"));
        if (anywhere.contains(c) || (i == 0 && atTheStart.contains(c)) || numbers || address)
            text += QLatin1Char('\\');
        text += c;
        onlyDigits = onlyDigits && c.isDigit();
    }
    return text;
}

QString markdownLines(const QString &foreign, const QString &lineBreak)
{
    QStringList lines = foreign.split(QLatin1Char('\n'));
    for (QString &line : lines)
        line = markdownText(line);
    return lines.join(lineBreak);
}

QByteArray MarkdownWriter::begin()
{
    m_day = {};
    const QString zone = QString::fromLatin1(m_setting.zone.id());
    return QStringLiteral("# %1\n\n%2\n").arg(tr("Meetings"), markdownText(tr("Times in %1").arg(zone))).toUtf8();
}

QByteArray MarkdownWriter::meeting(const MeetingDetails &details)
{
    const Meeting &is = details.meeting;
    const QDate day = wallClock(is.start, m_setting.zone).date();
    QString written;
    if (day != m_day) {
        m_day = day;
        // Always with the year: a file is read later, too.
        written += QStringLiteral("\n## %1\n\n").arg(markdownText(longDateText(day, QDate(1, 1, 1), m_setting.locale)));
    }
    QString name = markdownText(exportedName(is));
    if (is.canceled)
        name = QStringLiteral("~~%1~~").arg(name);
    written += QStringLiteral("- **%1** %2").arg(markdownText(passText(timeRangeText(is.start, is.end, m_setting.zone, m_setting.locale), is.start, m_setting.zone)), name);
    const QString status = exportedStatus(details);
    written += (is.canceled || status != tr("Confirmed") ? QStringLiteral(" (%1)").arg(markdownText(status)) : QString()) + QLatin1Char('\n');
    if (m_setting.people) {
        for (const Invitee &invitee : concernedInvitees(details))
            written += item(markdownText(personText(invitee)));
        for (const QString &guest : is.guests)
            written += item(markdownText(tr("%1 (guest)").arg(guest)));
    }
    if (const QString place = exportedPlace(is.place); !place.isEmpty())
        written += item(markdownText(place));
    if (const QString link = joinLink(is.place); !link.isEmpty())
        written += item(QStringLiteral("<%1>").arg(link));
    if (m_setting.answers) {
        QStringList questions;
        collectQuestions(details, questions);
        for (const QString &question : std::as_const(questions)) {
            if (const QString answers = answersTo(question, details, m_setting.people); !answers.isEmpty())
                written += item(QStringLiteral("*%1* %2").arg(markdownText(question), itemLines(answers)));
        }
    }
    if (is.cancellation && !is.cancellation->reason.trimmed().isEmpty())
        written += item(itemLines(tr("Canceled: %1").arg(is.cancellation->reason)));
    return written.toUtf8();
}
