// SPDX-License-Identifier: GPL-3.0-or-later
#include "personrows.h"

#include "resourcejson.h"
#include "statement.h"
#include "storedvalues.h"

#include <algorithm>

namespace {

void countMeetings(Database &database, const QString &email, const MeetingDetails &details, const QDateTime &now, PersonHistory &history)
{
    // The URI beside the only max() is that of the row which has it.
    static const QString stands = QStringLiteral("i.canceled = 0 AND m.canceled = 0");
    static const QString ended = QStringLiteral("i.rescheduled = 0 AND (i.canceled = 1 OR m.canceled = 1)");
    static const QString byHost = QStringLiteral("m.canceled = 1 AND m.canceled_by_host = 1");
    Statement read(database,
                   QStringLiteral("SELECT count(DISTINCT iif(%1, m.id, NULL)),"
                                  " max(iif(%1 AND m.end_ms <= ? AND i.no_show = '', m.start_ms, NULL)), m.uri,"
                                  " count(DISTINCT iif(%1 AND i.no_show <> '', m.id, NULL)),"
                                  " count(DISTINCT iif(%2 AND NOT (ifnull(%3, 0)), m.id, NULL)),"
                                  " count(DISTINCT iif(%2 AND %3, m.id, NULL))"
                                  " FROM invitees AS i INDEXED BY invitees_by_email"
                                  " CROSS JOIN meetings AS m ON m.id = i.meeting_id"
                                  " WHERE i.email_folded = ? AND i.email_folded <> '' AND m.start_ms < ? AND m.uri <> ?")
                       .arg(stands, ended, byHost));
    read.forEach({toColumn(now), email, toColumn(details.meeting.start), toColumn(details.meeting.uri)}, [&](const QSqlQuery &row) {
        history.meetings = row.value(0).toInt();
        history.lastMet = instantOf(row.value(1));
        history.lastMeeting = history.lastMet.isValid() ? urlOf(row.value(2)) : QUrl();
        history.noShows = row.value(3).toInt();
        history.canceledByThem = row.value(4).toInt();
        history.canceledByHosts = row.value(5).toInt();
    });
}

void countCompany(Database &database, const MeetingDetails &details, const QDateTime &now, PersonHistory &history)
{
    // A thousand is as good as more, and keeps what this costs in bounds.
    Statement read(database,
                   QStringLiteral("SELECT count(DISTINCT meeting), count(DISTINCT email), max(iif(end_ms <= ? AND no_show = '', start_ms, NULL)),"
                                  " count(DISTINCT iif(no_show <> '', meeting, NULL)) FROM"
                                  " (SELECT i.meeting_id AS meeting, i.email_folded AS email, m.start_ms AS start_ms, m.end_ms AS end_ms, i.no_show AS no_show"
                                  " FROM invitees AS i INDEXED BY invitees_by_domain"
                                  " CROSS JOIN meetings AS m ON m.id = i.meeting_id"
                                  " WHERE substr(i.email_folded, instr(i.email_folded, '@') + 1) = ? AND i.email_folded <> ''"
                                  " AND i.canceled = 0 AND m.canceled = 0 AND m.start_ms < ? AND m.uri <> ? LIMIT 1000)"));
    read.forEach({toColumn(now), history.company, toColumn(details.meeting.start), toColumn(details.meeting.uri)}, [&](const QSqlQuery &row) {
        history.companyMeetings = row.value(0).toInt();
        history.companyPeople = row.value(1).toInt();
        history.companyLastMet = instantOf(row.value(2));
        history.companyNoShows = row.value(3).toInt();
    });
}

/// Answers stand in what the server sent, which is packed: a few bookings are opened, no more.
void readLastAnswers(Database &database, const QString &email, const MeetingDetails &details, PersonHistory &history)
{
    Statement read(database,
                   QStringLiteral("SELECT s.source FROM invitees AS i INDEXED BY invitees_by_email"
                                  " CROSS JOIN meetings AS m ON m.id = i.meeting_id"
                                  " CROSS JOIN invitee_sources AS s ON s.invitee_id = i.id"
                                  " WHERE i.email_folded = ? AND i.email_folded <> '' AND i.rescheduled = 0 AND m.start_ms < ? AND m.uri <> ?"
                                  " ORDER BY m.start_ms DESC LIMIT 5"));
    read.forEach({email, toColumn(details.meeting.start), toColumn(details.meeting.uri)}, [&history](const QSqlQuery &row) {
        if (history.lastAnswers.isEmpty())
            history.lastAnswers = inviteeFromJson(unpacked(row.value(0).toByteArray())).value_or(Invitee{}).answers;
    });
    const QList<QuestionAnswer> &said = details.invitees.constFirst().answers;
    history.lastAnswers.removeIf([&said](const QuestionAnswer &before) {
        return std::any_of(said.begin(), said.end(), [&before](const QuestionAnswer &now) {
            return now.question == before.question && now.answer == before.answer;
        });
    });
}

} // namespace

PersonHistory personBefore(Database &database, const MeetingDetails &details, const QDateTime &now)
{
    PersonHistory history;
    const QString email = details.invitees.isEmpty() ? QString() : foldedEmail(details.invitees.constFirst().email);
    if (email.isEmpty())
        return history;
    countMeetings(database, email, details, now, history);
    readLastAnswers(database, email, details, history);
    history.company = companyOf(email);
    const QList<MeetingHost> &hosts = details.meeting.hosts;
    const bool isOwn = std::any_of(hosts.begin(), hosts.end(),
                                   [&history](const MeetingHost &host) { return companyOf(host.email) == history.company; });
    if (isOwn)
        history.company.clear();
    if (!history.company.isEmpty())
        countCompany(database, details, now, history);
    return history;
}
