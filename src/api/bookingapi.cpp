// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingapi.h"

#include "apicall.h"
#include "resourcejson.h"

BookingApi::BookingApi(RestClient &client) : m_client(client) { }

void BookingApi::book(const BookingDraft &draft, QObject *context, std::function<void(const Result<Invitee> &)> then)
{
    // For an event type of another Calendly the path is empty, and so the request is refused.
    const bool isOurs = !m_client.pathOf(draft.eventType).isEmpty();
    m_client.postApart(isOurs ? QStringLiteral("/invitees") : QString(), toJson(draft), context,
                       [then = std::move(then)](const Result<QJsonObject> &answer) { then(resourceFrom(answer, inviteeFromJson)); });
}
