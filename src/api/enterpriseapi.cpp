// SPDX-License-Identifier: GPL-3.0-or-later
#include "enterpriseapi.h"

#include "apicall.h"
#include "resourcejson.h"

namespace {

QString entries()
{
    return QStringLiteral("/activity_log_entries");
}

QUrlQuery queryFrom(const QUrl &organization, const QString &words)
{
    QUrlQuery query;
    addTo(query, QStringLiteral("organization"), organization);
    addTo(query, QStringLiteral("search_term"), words.left(300)); // the most that is accepted
    addTo(query, QStringLiteral("sort"), QStringLiteral("occurred_at:desc"));
    addTo(query, QStringLiteral("count"), QStringLiteral("100"));
    return query;
}

std::function<void(const Result<QJsonObject> &)> accepted(std::function<void(const Result<Done> &)> then)
{
    return [then = std::move(then)](const Result<QJsonObject> &answer) {
        then(answer ? Result<Done>(Done{}) : Unexpected(answer.error()));
    };
}

} // namespace

EnterpriseApi::EnterpriseApi(RestClient &client)
    : m_client(client)
{
}

void EnterpriseApi::activity(const QUrl &organization, const QString &words, const QString &pageToken, QObject *context,
                             PageThen<ActivityEntry> then)
{
    QUrlQuery query = queryFrom(organization, words);
    addTo(query, QStringLiteral("page_token"), pageToken);
    readPage<ActivityEntry>(m_client, {entries(), query, Urgency::Now}, context, activityEntryFromJson, std::move(then));
}

void EnterpriseApi::wholeActivity(const QUrl &organization, const QString &words, QObject *context,
                                  ListingThen<ActivityEntry> then)
{
    readAll<ActivityEntry>(m_client, {entries(), queryFrom(organization, words), Urgency::Now}, context,
                           activityEntryFromJson, std::move(then));
}

void EnterpriseApi::deleteInvitees(const QStringList &emails, QObject *context,
                                   std::function<void(const Result<Done> &)> then)
{
    m_client.post(QStringLiteral("/data_compliance/deletion/invitees"),
                  {{QStringLiteral("emails"), QJsonArray::fromStringList(emails)}}, context, accepted(std::move(then)));
}

void EnterpriseApi::deleteMeetings(const TimeRange &range, QObject *context,
                                   std::function<void(const Result<Done> &)> then)
{
    m_client.post(QStringLiteral("/data_compliance/deletion/events"),
                  {{QStringLiteral("start_time"), instantToText(range.begin)},
                   {QStringLiteral("end_time"), instantToText(range.end)}},
                  context, accepted(std::move(then)));
}
