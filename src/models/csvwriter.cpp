// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvwriter.h"

#include "exporttext.h"
#include "plaintext.h"
#include "zones.h"

#include <algorithm>

namespace {

constexpr int longestCell = 30000; // spreadsheets take a little more

QString between()
{
    return QStringLiteral("; ");
}

QString utcTime(const QDateTime &utc)
{
    return utc.toUTC().toString(Qt::ISODate);
}

QString hostsOf(const Meeting &meeting)
{
    QStringList names;
    for (const MeetingHost &host : meeting.hosts)
        names.append(oneLine(host.name.isEmpty() ? host.email : host.name));
    return names.join(between());
}

bool beginsFormula(const QString &text)
{
    // Their wide forms count, too: some spreadsheets fold them.
    static const QString signs = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    const QString words = text.trimmed();
    return (!text.isEmpty() && signs.contains(text.front())) || (!words.isEmpty() && signs.contains(words.front()));
}

} // namespace

QString csvCell(const QString &text)
{
    // Marks that nobody sees could stand before a formula's sign, or turn the direction of a whole row.
    QString cell = plainBlock(text);
    if (beginsFormula(cell))
        cell.prepend(QLatin1Char('\''));
    static const QString special = QStringLiteral(",;\"\t\r\n");
    const bool hasSpecial = std::any_of(cell.begin(), cell.end(), [](QChar c) { return special.contains(c); });
    const bool hasEdges = !cell.isEmpty() && (cell.front().isSpace() || cell.back().isSpace());
    if (!hasSpecial && !hasEdges)
        return cell;
    return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QByteArray csvRow(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written.append(csvCell(cell));
    return (written.join(QLatin1Char(',')) + QStringLiteral("\r\n")).toUtf8();
}

QByteArray csvMark()
{
    return QByteArrayLiteral("\xEF\xBB\xBF");
}

CsvWriter::CsvWriter(const ExportSetting &setting, const QStringList &questions)
    : m_setting(setting), m_questions(setting.answers ? questions : QStringList())
{
}

/// As all spreadsheets read it, in any language.
QString CsvWriter::ownTime(const QDateTime &utc) const
{
    return wallClock(utc, m_setting.zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QByteArray CsvWriter::begin()
{
    const QString zone = QString::fromLatin1(m_setting.zone.id());
    QStringList heads{tr("Start (%1)").arg(zone), tr("End (%1)").arg(zone), tr("Start (UTC)"), tr("End (UTC)"), tr("Name"), tr("Status")};
    if (m_setting.people)
        heads << tr("Invitees") << tr("E-mail addresses") << tr("Time zones") << tr("Guests");
    heads << tr("Hosts") << tr("Place") << tr("Link") << tr("Booked (UTC)") << tr("Canceled by") << tr("Reason");
    if (m_setting.origin) {
        heads << QStringLiteral("utm_source") << QStringLiteral("utm_medium") << QStringLiteral("utm_campaign") << QStringLiteral("utm_content")
              << QStringLiteral("utm_term");
    }
    return csvMark() + csvRow(heads + m_questions);
}

QByteArray CsvWriter::meeting(const MeetingDetails &details)
{
    const Meeting &is = details.meeting;
    QStringList cells{ownTime(is.start), ownTime(is.end), utcTime(is.start), utcTime(is.end), oneLine(is.name, longestCell), exportedStatus(details)};
    const QList<Invitee> invitees = concernedInvitees(details);
    const auto ofAll = [&invitees](const auto &part) {
        QStringList texts;
        for (const Invitee &invitee : invitees)
            texts.append(oneLine(part(invitee), longestCell));
        texts.removeAll(QString());
        texts.removeDuplicates();
        return texts.join(between());
    };
    if (m_setting.people) {
        cells << ofAll([](const Invitee &invitee) { return invitee.name; }) << ofAll([](const Invitee &invitee) { return invitee.email; })
              << ofAll([](const Invitee &invitee) { return invitee.timezone; }) << is.guests.join(between());
    }
    const Cancellation ended = is.cancellation.value_or(Cancellation());
    cells << hostsOf(is) << exportedPlace(is.place) << joinLink(is.place) << utcTime(is.createdAt)
          << (is.cancellation ? exportedCanceler(ended, m_setting.people) : QString()) << plainBlock(ended.reason).trimmed();
    if (m_setting.origin) {
        cells << ofAll([](const Invitee &invitee) { return invitee.tracking.utmSource; })
              << ofAll([](const Invitee &invitee) { return invitee.tracking.utmMedium; })
              << ofAll([](const Invitee &invitee) { return invitee.tracking.utmCampaign; })
              << ofAll([](const Invitee &invitee) { return invitee.tracking.utmContent; })
              << ofAll([](const Invitee &invitee) { return invitee.tracking.utmTerm; });
    }
    for (const QString &question : m_questions)
        cells.append(answersTo(question, details, m_setting.people));
    return csvRow(cells);
}
