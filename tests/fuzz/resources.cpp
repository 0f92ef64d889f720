// SPDX-License-Identifier: GPL-3.0-or-later
#include "activityentry.h"
#include "fuzztargets.h"
#include "linkshare.h"
#include "noshowmark.h"
#include "resourcejson.h"
#include "routingform.h"

#include <QJsonDocument>

namespace {

void checkMeeting(const QJsonObject &json)
{
    const Result<Meeting> meeting = meetingFromJson(json);
    if (!meeting)
        return;
    mustHold(!meeting->uri.isEmpty(), "a meeting has an address");
    mustHold(meeting->start.isValid() && meeting->end.isValid(), "a meeting has times");
    const QString scheme = joinTarget(meeting->place).scheme();
    mustHold(scheme.isEmpty() || scheme == QLatin1String("https") || scheme == QLatin1String("tel"),
             "joining opens https and tel only");
}

void checkSchedule(const QJsonObject &json)
{
    const Result<AvailabilitySchedule> schedule = availabilityScheduleFromJson(json);
    if (schedule)
        mustHold(availabilityScheduleFromJson(toJson(*schedule)).has_value(), "what is kept of a schedule can be read");
}

} // namespace

/// A resource of Calendly's, of every kind.
void fuzzResources(const QByteArray &input)
{
    const QJsonObject json = QJsonDocument::fromJson(input).object();
    checkMeeting(json);
    checkSchedule(json);
    userFromJson(json);
    organizationFromJson(json);
    membershipFromJson(json);
    invitationFromJson(json);
    eventTypeFromJson(json);
    inviteeFromJson(json);
    busyTimeFromJson(json);
    openTimeFromJson(json);
    webhookFromJson(json);
    cancellationFromJson(json);
    noShowFromJson(json);
    activityEntryFromJson(json);
    linkShareFromJson(json);
    shareOverrideFromJson(json);
    routingFormFromJson(json);
    routingSubmissionFromJson(json);
}
