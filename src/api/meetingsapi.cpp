// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingsapi.h"

#include "apicall.h"
#include "resourcejson.h"

namespace {

/// Whether the bounds of the server are inclusive is not documented: asked a second wider, and cut to size afterwards.
QUrlQuery queryFrom(const MeetingsApi::Query &query)
{
    QUrlQuery items;
    addTo(items, QStringLiteral("user"), query.user);
    addTo(items, QStringLiteral("organization"), query.organization);
    addTo(items, QStringLiteral("invitee_email"), query.inviteeEmail);
    addTo(items, QStringLiteral("status"), query.status);
    if (query.range.begin.isValid())
        addTo(items, QStringLiteral("min_start_time"), instantToText(query.range.begin.addSecs(-1)));
    if (query.range.end.isValid())
        addTo(items, QStringLiteral("max_start_time"), instantToText(query.range.end));
    addTo(items, QStringLiteral("sort"),
          query.newestFirst ? QStringLiteral("start_time:desc") : QStringLiteral("start_time:asc"));
    addTo(items, QStringLiteral("count"), QString::number(qBound(1, query.count, 100)));
    addTo(items, QStringLiteral("page_token"), query.pageToken);
    return items;
}

bool startsIn(const Meeting &meeting, const TimeRange &range)
{
    return (!range.begin.isValid() || meeting.start >= range.begin)
        && (!range.end.isValid() || meeting.start < range.end);
}

} // namespace

MeetingsApi::MeetingsApi(RestClient &client)
    : m_client(client)
{
}

int MeetingsApi::mostPages() const
{
    return m_client.limits().pages;
}

void MeetingsApi::list(const Query &query, Urgency urgency, QObject *context, PageThen<Meeting> then)
{
    const CollectionQuery what{QStringLiteral("/scheduled_events"), queryFrom(query), urgency};
    readPage<Meeting>(m_client, what, context, meetingFromJson,
                      [range = query.range, then = std::move(then)](const Result<Page<Meeting>> &answer) {
                          if (!answer)
                              return then(answer);
                          Page<Meeting> page = *answer;
                          page.items.removeIf([&range](const Meeting &meeting) { return !startsIn(meeting, range); });
                          then(page);
                      });
}

void MeetingsApi::meeting(const QUrl &meeting, Urgency urgency, QObject *context,
                          std::function<void(const Result<Meeting> &)> then)
{
    readOne<Meeting>(m_client, m_client.pathOf(meeting), urgency, context, meetingFromJson, std::move(then));
}

void MeetingsApi::cancel(const QUrl &meeting, const QString &reason, QObject *context,
                         std::function<void(const Result<Cancellation> &)> then)
{
    QJsonObject body;
    if (!reason.trimmed().isEmpty())
        body.insert(QStringLiteral("reason"), reason);
    m_client.post(pathBelow(m_client, meeting, QStringLiteral("/cancellation")), body, context,
                  [then = std::move(then)](const Result<QJsonObject> &answer) {
                      then(resourceFrom(answer, cancellationFromJson));
                  });
}

void MeetingsApi::invitees(const QUrl &meeting, Urgency urgency, QObject *context, ListingThen<Invitee> then)
{
    QUrlQuery query;
    addTo(query, QStringLiteral("count"), QStringLiteral("100"));
    readAll<Invitee>(m_client, {pathBelow(m_client, meeting, QStringLiteral("/invitees")), query, urgency}, context,
                     inviteeFromJson, std::move(then));
}

void MeetingsApi::invitee(const QUrl &invitee, Urgency urgency, QObject *context,
                          std::function<void(const Result<Invitee> &)> then)
{
    readOne<Invitee>(m_client, m_client.pathOf(invitee), urgency, context, inviteeFromJson, std::move(then));
}

void MeetingsApi::markNoShow(const QUrl &invitee, QObject *context,
                             std::function<void(const Result<NoShowMark> &)> then)
{
    // For an invitee of another Calendly the path is empty, and so the request is refused.
    const bool isOurs = !m_client.pathOf(invitee).isEmpty();
    m_client.post(isOurs ? QStringLiteral("/invitee_no_shows") : QString(),
                  {{QStringLiteral("invitee"), invitee.toString(QUrl::FullyEncoded)}}, context,
                  [then = std::move(then)](const Result<QJsonObject> &answer) {
                      then(resourceFrom(answer, noShowFromJson));
                  });
}

void MeetingsApi::removeNoShow(const QUrl &mark, QObject *context, std::function<void(const Result<Done> &)> then)
{
    m_client.remove(m_client.pathOf(mark), context, [then = std::move(then)](const Result<QJsonObject> &answer) {
        then(answer ? Result<Done>(Done{}) : Unexpected(answer.error()));
    });
}
