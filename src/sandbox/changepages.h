// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "htmlpage.h"
#include "publicpages.h"

/// The pages behind an invitee's cancel and reschedule links.
class ChangePages
{
public:
    ChangePages(World &world, const WorldInvitee &invitee) : m_world(world), m_invitee(invitee) { }

    PageAnswer cancelPage() const;
    PageAnswer cancel(const QUrlQuery &form);

    /// The open times, or with `start_time` in the query the form that confirms that one.
    PageAnswer movePage(const QUrlQuery &query) const;
    PageAnswer move(const QUrlQuery &form);

private:
    const WorldMeeting &meeting() const;
    QString path(const QString &folder) const;
    std::optional<PageAnswer> settled() const;
    HtmlPage begin(const QString &heading) const;
    PageAnswer goneTime() const;

    World &m_world; // outlives these pages
    const WorldInvitee &m_invitee;
};
