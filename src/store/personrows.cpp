// SPDX-License-Identifier: GPL-3.0-or-later
#include "personrows.h"

#include "statement.h"
#include "storedvalues.h"

#include <algorithm>

namespace {

void countMeetings(Database &database, const QString &email, const MeetingDetails &details, PersonHistory &history)
{
    // The URI beside the only max() is that of the row which has it.
    static const QString stands = QStringLiteral("i.canceled = 0 AND m.canceled = 0");
    static const QString ended = QStringLiteral("i.rescheduled = 0 AND (i.canceled = 1 OR m.canceled = 1)");
    static const QString byHost = QStringLiteral("m.canceled = 1 AND m.canceled_by_host = 1");
    Statement read(database,
                   QStringLiteral("SELECT count(DISTINCT iif(%1, m.id, NULL)), max(iif(%1, m.start_ms, NULL)), m.uri,"
                                  " count(DISTINCT iif(%1 AND i.no_show <> '', m.id, NULL)),"
                                  " count(DISTINCT iif(%2 AND NOT (ifnull(%3, 0)), m.id, NULL)),"
                                  " count(DISTINCT iif(%2 AND %3, m.id, NULL))"
                                  " FROM invitees AS i INDEXED BY invitees_by_email"
                                  " CROSS JOIN meetings AS m ON m.id = i.meeting_id"
                                  " WHERE i.email_folded = ? AND i.email_folded <> '' AND m.start_ms < ? AND m.uri <> ?")
                       .arg(stands, ended, byHost));
    read.forEach({email, toColumn(details.meeting.start), toColumn(details.meeting.uri)}, [&](const QSqlQuery &row) {
        history.meetings = row.value(0).toInt();
        history.lastMet = instantOf(row.value(1));
        history.lastMeeting = history.meetings > 0 ? urlOf(row.value(2)) : QUrl();
        history.noShows = row.value(3).toInt();
        history.canceledByThem = row.value(4).toInt();
        history.canceledByHosts = row.value(5).toInt();
    });
}

void countCompany(Database &database, const MeetingDetails &details, PersonHistory &history)
{
    // A thousand is as good as more, and keeps what this costs in bounds.
    Statement read(database,
                   QStringLiteral("SELECT count(DISTINCT meeting), count(DISTINCT email) FROM"
                                  " (SELECT i.meeting_id AS meeting, i.email_folded AS email"
                                  " FROM invitees AS i INDEXED BY invitees_by_domain"
                                  " CROSS JOIN meetings AS m ON m.id = i.meeting_id"
                                  " WHERE substr(i.email_folded, instr(i.email_folded, '@') + 1) = ? AND i.email_folded <> ''"
                                  " AND i.canceled = 0 AND m.canceled = 0 AND m.start_ms < ? AND m.uri <> ? LIMIT 1000)"));
    read.forEach({history.company, toColumn(details.meeting.start), toColumn(details.meeting.uri)}, [&](const QSqlQuery &row) {
        history.companyMeetings = row.value(0).toInt();
        history.companyPeople = row.value(1).toInt();
    });
}

} // namespace

PersonHistory personBefore(Database &database, const MeetingDetails &details)
{
    PersonHistory history;
    const QString email = details.invitees.isEmpty() ? QString() : foldedEmail(details.invitees.constFirst().email);
    if (email.isEmpty())
        return history;
    countMeetings(database, email, details, history);
    history.company = companyOf(email);
    const QList<MeetingHost> &hosts = details.meeting.hosts;
    const bool isOwn = std::any_of(hosts.begin(), hosts.end(),
                                   [&history](const MeetingHost &host) { return companyOf(host.email) == history.company; });
    if (isOwn)
        history.company.clear();
    if (!history.company.isEmpty())
        countCompany(database, details, history);
    return history;
}
