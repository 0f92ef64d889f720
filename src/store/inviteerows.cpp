// SPDX-License-Identifier: GPL-3.0-or-later
#include "inviteerows.h"

#include "insight.h"
#include "resourcejson.h"
#include "statement.h"
#include "storedvalues.h"

namespace {

enum Column {
    Uri,
    MeetingUri,
    Name,
    Email,
    Timezone,
    Canceled,
    Rescheduled,
    OldInvitee,
    NewInvitee,
    NoShow,
    UtmContent,
    CreatedAt,
    UpdatedAt,
    Source,
};

} // namespace

Result<Done> storeInvitee(Database &database, qint64 meeting, const Invitee &invitee)
{
    Statement write(
        database,
        QStringLiteral(
            "INSERT INTO invitees (uri, meeting_id, name, email, email_folded, timezone, canceled, rescheduled,"
            " old_invitee, new_invitee, no_show, utm_content, utm_source, utm_campaign, created_ms, updated_at)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
            " ON CONFLICT(uri) DO UPDATE SET meeting_id = excluded.meeting_id, name = excluded.name,"
            " email = excluded.email, email_folded = excluded.email_folded, timezone = excluded.timezone,"
            " canceled = excluded.canceled, rescheduled = excluded.rescheduled, old_invitee = excluded.old_invitee,"
            " new_invitee = excluded.new_invitee, no_show = excluded.no_show, utm_content = excluded.utm_content,"
            " utm_source = excluded.utm_source, utm_campaign = excluded.utm_campaign,"
            " created_ms = excluded.created_ms, updated_at = excluded.updated_at"));
    const Result<Done> written
        = write.run({toColumn(invitee.uri), meeting, toColumn(invitee.name), toColumn(invitee.email),
                     foldedEmail(invitee.email), toColumn(invitee.timezone), invitee.canceled, invitee.rescheduled,
                     toColumn(invitee.oldInvitee), toColumn(invitee.newInvitee), toColumn(invitee.noShow),
                     toColumn(invitee.tracking.utmContent), toColumn(bookingSource(invitee.tracking.utmSource)),
                     toColumn(bookingSource(invitee.tracking.utmCampaign)), toColumn(invitee.createdAt), toColumn(invitee.updatedAt)});
    if (!written)
        return written;
    Statement keep(database,
                   QStringLiteral("INSERT OR REPLACE INTO invitee_sources (invitee_id, source)"
                                  " SELECT id, ? FROM invitees WHERE uri = ?"));
    return keep.run({packed(invitee.source), toColumn(invitee.uri)});
}

QString briefColumns()
{
    return QStringLiteral("i.uri, i.name, i.email, i.timezone, i.canceled, i.no_show <> '', i.rescheduled,"
                          " i.old_invitee <> ''");
}

InviteeBrief briefOf(const QSqlQuery &query, int first)
{
    return {.uri = urlOf(query.value(first)),
            .name = query.value(first + 1).toString(),
            .email = query.value(first + 2).toString(),
            .timezone = query.value(first + 3).toString(),
            .canceled = query.value(first + 4).toBool(),
            .noShow = query.value(first + 5).toBool(),
            .rescheduled = query.value(first + 6).toBool(),
            .movedHere = query.value(first + 7).toBool()};
}

QString inviteesWhere(const QString &condition)
{
    return inviteesOf(QStringLiteral("invitees AS i JOIN meetings AS m ON m.id = i.meeting_id"), condition);
}

QString inviteesOf(const QString &rows, const QString &condition)
{
    const QString where = condition.isEmpty() ? QString() : QStringLiteral(" WHERE ") + condition;
    return QStringLiteral("SELECT i.uri, m.uri, i.name, i.email, i.timezone, i.canceled, i.rescheduled, i.old_invitee,"
                          " i.new_invitee, i.no_show, i.utm_content, i.created_ms, i.updated_at, s.source"
                          " FROM %1 LEFT JOIN invitee_sources AS s ON s.invitee_id = i.id"
                          "%2 ORDER BY i.canceled, i.created_ms, i.id")
        .arg(rows, where);
}

Invitee inviteeOf(const QSqlQuery &query)
{
    const QJsonObject source = unpacked(query.value(Source).toByteArray());
    Invitee invitee = inviteeFromJson(source).value_or(Invitee{});
    // The columns beat the source: a change made here is in them at once.
    invitee.uri = urlOf(query.value(Uri));
    invitee.meeting = urlOf(query.value(MeetingUri));
    invitee.name = query.value(Name).toString();
    invitee.email = query.value(Email).toString();
    invitee.timezone = query.value(Timezone).toString();
    invitee.canceled = query.value(Canceled).toBool();
    invitee.rescheduled = query.value(Rescheduled).toBool();
    invitee.oldInvitee = urlOf(query.value(OldInvitee));
    invitee.newInvitee = urlOf(query.value(NewInvitee));
    invitee.noShow = urlOf(query.value(NoShow));
    invitee.tracking.utmContent = query.value(UtmContent).toString();
    invitee.createdAt = instantOf(query.value(CreatedAt));
    invitee.updatedAt = query.value(UpdatedAt).toString();
    invitee.source = source;
    return invitee;
}
