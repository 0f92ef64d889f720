// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activityentry.h"
#include "pagedlist.h"
#include "timerange.h"

/// What only the plan Enterprise has: the activity log, and the deletion of data.
class EnterpriseApi
{
public:
    explicit EnterpriseApi(RestClient &client);

    /// Entries that hold `words` (all, where empty), the newest first; an empty token asks for the first page.
    void activity(const QUrl &organization, const QString &words, const QString &pageToken, QObject *context,
                  PageThen<ActivityEntry> then);
    /// All of them, for reading them out.
    void wholeActivity(const QUrl &organization, const QString &words, QObject *context, ListingThen<ActivityEntry> then);

    /// Has all data of these invitees deleted within 7 days. Sent once; there is no way to ask how far it is.
    void deleteInvitees(const QStringList &emails, QObject *context, std::function<void(const Result<Done> &)> then);
    /// Has all data of the meetings of a past range of at most 24 months deleted. Likewise.
    void deleteMeetings(const TimeRange &range, QObject *context, std::function<void(const Result<Done> &)> then);

private:
    RestClient &m_client;
};
